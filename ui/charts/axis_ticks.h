// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>

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
};

/// Ticks on Mondays, every week where the labels fit, else every 2, 4, 8 … weeks.
/// The first label and each first of a month names its month, each first of a year its year.
/// \param labelWidth room for the widest label with its gap, pixels
[[nodiscard]] QList<AxisTick> dateTicks(const AxisRange& range, double labelWidth, const QLocale& locale);

/// Ticks every 7, 14, 28 … days, day 0 among them.
[[nodiscard]] QList<AxisTick> dayTicks(const AxisRange& range, double labelWidth);

/// Round values for a scale without bands, both ends included: at most `most` of them.
[[nodiscard]] QList<double> valueTicks(double low, double high, int most);

} // namespace kairos::ui
