// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/order.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace kairos::reports {

/// "Mon 2 Nov 2026"
[[nodiscard]] QString dayText(QDate day, const QLocale& locale);
/// "09:36"
[[nodiscard]] QString timeText(const base::Instant& at, const QTimeZone& zone);
/// "2 Nov 2026 12:31"
[[nodiscard]] QString momentText(const base::Instant& at, const QTimeZone& zone, const QLocale& locale);
/// A figure with at most `decimals`, without trailing zeros: "34.2", "75".
[[nodiscard]] QString figureText(double value, int decimals, const QLocale& locale);
/// "IV", "IM", …
[[nodiscard]] QString routeText(record::Route route);

} // namespace kairos::reports
