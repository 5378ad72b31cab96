// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// Dates or days since dose 1: the same data with other labels.
enum class AxisMode { Dates, Days };

struct AxisTick {
    double x = 0;
    QString label;
};

/// What the ticks of a time axis depend on. x counts days from the origin.
struct AxisRange {
    QDate origin;
    double first = 0;
    double last = 0;
    double pixelsPerDay = 1;
    std::optional<base::Instant> firstDose = {}; ///< hours are counted from its start
    QTimeZone zone = QTimeZone(0);
};

/// Ticks on Mondays, every week where the labels fit, else every 2, 4, 8 … weeks. Two weeks and less have a
/// tick every 2 days, day, 12, 6, 3 hours or hour, as the labels fit.
/// The first label and each first of a month names its month, each first of a year its year.
/// \param labelWidth room for the widest label with its gap, pixels
[[nodiscard]] QList<AxisTick> dateTicks(const AxisRange& range, double labelWidth, const QLocale& locale);

/// Ticks every 7, 14, 28 … days, day 0 among them. Two weeks and less are told in days and hours since the
/// start of the first dose: "−6 h", "0 h", "1 d 12 h".
[[nodiscard]] QList<AxisTick> dayTicks(const AxisRange& range, double labelWidth);

/// Round values for a scale without bands, both ends included: at most `most` of them.
[[nodiscard]] QList<double> valueTicks(double low, double high, int most);

} // namespace kairos::ui
