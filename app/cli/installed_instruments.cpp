// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/installed_instruments.h"

#include "app/cli/json_words.h"

#include "core/workflow/own_instruments.h"

#include <QFileInfo>

namespace kairos::cli {

using scales::Instrument;
using scales::InstrumentLibrary;

namespace {

bool isOwn(const Instrument& instrument) {
    return !instrument.file.isEmpty() || !instrument.wordingFile.isEmpty();
}

} // namespace

base::Result<InstrumentLibrary> installedInstruments(const QString& practicePath) {
    InstrumentLibrary library = InstrumentLibrary::builtIn();
    if (practicePath.isEmpty()) {
        return library;
    }
    if (!QFileInfo::exists(practicePath)) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("The instruments were not read"),
                          QStringLiteral("there is no file %1").arg(practicePath),
                          QStringLiteral("name the practice file they lie beside"));
    }
    workflow::addOwnInstruments(library, workflow::ownInstrumentsFolder(practicePath));
    return library;
}

QJsonArray ownJson(const InstrumentLibrary& instruments) {
    QJsonArray own;
    for (const Instrument& instrument : instruments.all()) {
        if (isOwn(instrument)) {
            own.append(QJsonObject{{QStringLiteral("id"), instrument.id},
                                   {QStringLiteral("version"), instrument.version},
                                   {QStringLiteral("file"), textOrNull(instrument.file)},
                                   {QStringLiteral("wording_file"), textOrNull(instrument.wordingFile)}});
        }
    }
    return own;
}

QStringList ownLines(const InstrumentLibrary& instruments) {
    QStringList lines;
    for (const Instrument& instrument : instruments.all()) {
        if (isOwn(instrument)) {
            const QString file = instrument.wordingFile.isEmpty() ? instrument.file : instrument.wordingFile;
            lines.append(QStringLiteral("own: %1 %2 (%3)").arg(instrument.id, instrument.version, file));
        }
    }
    return lines;
}

QJsonArray refusedJson(const InstrumentLibrary& instruments) {
    QJsonArray refused;
    for (const scales::RefusedInstrument& file : instruments.refused()) {
        refused.append(
            QJsonObject{{QStringLiteral("file"), file.file}, {QStringLiteral("reason"), file.reason}});
    }
    return refused;
}

QStringList refusedLines(const InstrumentLibrary& instruments) {
    QStringList lines;
    for (const scales::RefusedInstrument& file : instruments.refused()) {
        lines.append(QStringLiteral("refused: %1: %2").arg(file.file, file.reason));
    }
    return lines;
}

} // namespace kairos::cli
