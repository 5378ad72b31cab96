// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/scales/instrument_library.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace kairos::cli {

/// The built-in instruments, and those beside a practice when one is named. NotFound: there is no such file.
[[nodiscard]] base::Result<scales::InstrumentLibrary> installedInstruments(const QString& practicePath);

/// `[{id, file, wording_file}]` of what the practice's own files define or give wording to.
[[nodiscard]] QJsonArray ownJson(const scales::InstrumentLibrary& instruments);
[[nodiscard]] QStringList ownLines(const scales::InstrumentLibrary& instruments);
/// `[{file, reason}]` of the files that were refused.
[[nodiscard]] QJsonArray refusedJson(const scales::InstrumentLibrary& instruments);
[[nodiscard]] QStringList refusedLines(const scales::InstrumentLibrary& instruments);

} // namespace kairos::cli
