// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_instruments.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

QJsonObject instrumentJson(const scales::Instrument& instrument) {
    QJsonArray sources;
    for (const scales::Source& source : instrument.sources) {
        sources.append(QJsonObject{{QStringLiteral("key"), source.key},
                                   {QStringLiteral("citation"), source.citation},
                                   {QStringLiteral("confidence"), base::confidenceMark(source.confidence)}});
    }
    return {{QStringLiteral("id"), instrument.id},
            {QStringLiteral("version"), instrument.version},
            {QStringLiteral("title"), instrument.title},
            {QStringLiteral("items"), static_cast<qint64>(instrument.items.size())},
            {QStringLiteral("extras"), static_cast<qint64>(instrument.extras.size())},
            {QStringLiteral("rater"), scales::raterId(instrument.rater)},
            {QStringLiteral("wording"), scales::wordingId(instrument.wording)},
            {QStringLiteral("language"), instrument.language},
            {QStringLiteral("licence"), instrument.licence},
            {QStringLiteral("file"), textOrNull(instrument.file)},
            {QStringLiteral("wording_file"), textOrNull(instrument.wordingFile)},
            {QStringLiteral("sources"), sources}};
}

base::Result<Reply> runInstruments(const Arguments& arguments) {
    const auto library = installedInstruments(arguments.positional(0));
    if (!library) {
        return tl::unexpected<base::Error>(library.error());
    }
    QJsonArray instruments;
    QList<QStringList> rows;
    for (const scales::Instrument& instrument : library->all()) {
        instruments.append(instrumentJson(instrument));
        rows.append(
            {instrument.id, instrument.version, scales::wordingId(instrument.wording), instrument.title});
    }
    const QStringList lines{textTable(rows)};
    return Reply{
        {{QStringLiteral("instruments"), instruments}, {QStringLiteral("refused"), refusedJson(*library)}},
        (lines + refusedLines(*library)).join(QLatin1Char('\n')),
        library->refused().isEmpty() ? 0 : 1};
}

} // namespace

Command instrumentsCommand() {
    return {QStringLiteral("instruments"),
            QStringLiteral("the rating scales that are installed"),
            {},
            {},
            {QStringLiteral(
                 "With FILE also those that lie beside this practice in NAME.instruments; no passphrase is\n"
                 "needed. Files of that folder that were refused are listed with the reason: exit 1."),
             QStringLiteral(
                 "--json prints instruments[{id, version, title, items, extras, rater, language, wording\n"
                 "(official, labels or total), licence, sources[], file, wording_file}] and\n"
                 "refused[{file, reason}].")},
            runInstruments,
            {QStringLiteral("FILE")}};
}

} // namespace kairos::cli
