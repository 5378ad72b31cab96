// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/text_table.h"

#include "core/scales/instrument_library.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

QJsonObject jsonOf(const scales::Instrument& instrument) {
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
            {QStringLiteral("licence"), instrument.licence},
            {QStringLiteral("sources"), sources}};
}

base::Result<Reply> run(const Arguments&) {
    const auto library = scales::InstrumentLibrary::builtIn();
    QJsonArray instruments;
    QList<QStringList> rows;
    for (const scales::Instrument& instrument : library.all()) {
        instruments.append(jsonOf(instrument));
        rows.append(
            {instrument.id, instrument.version, scales::wordingId(instrument.wording), instrument.title});
    }
    return Reply{{{QStringLiteral("instruments"), instruments}}, textTable(rows), 0};
}

} // namespace

Command instrumentsCommand() {
    return {QStringLiteral("instruments"),
            QStringLiteral("the rating scales that are installed"),
            {},
            {},
            {},
            run};
}

} // namespace kairos::cli
