// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kairos::base {

/// A data file that the program carries within itself, by its path below resources/, e.g. "safety/risk.json".
/// One that is not there is a programmer's mistake and ends the program.
[[nodiscard]] QByteArray builtInFile(const QString& path);

} // namespace kairos::base
