// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::cli {

/// Rows as lines with columns of even width, two spaces apart; the last line has no end.
[[nodiscard]] QString textTable(const QList<QStringList>& rows);

} // namespace kairos::cli
