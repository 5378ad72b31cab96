// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "ui/charts/chart_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kMostTicks = 200;

/// The smallest 7 * 2^k days in which a label fits.
int stepDays(const AxisRange& range, double labelWidth) {
    int step = kDaysPerWeek;
    while (step * range.pixelsPerDay < labelWidth || (range.last - range.first) / step > kMostTicks) {
        step *= 2;
    }
    return step;
}

QString dateLabel(QDate date, QDate former, const QLocale& locale) {
    if (former.isValid() && date.year() != former.year()) {
        return locale.toString(date, QStringLiteral("d MMM yyyy"));
    }
    if (!former.isValid() || date.month() != former.month()) {
        return locale.toString(date, QStringLiteral("d MMM"));
    }
    return QString::number(date.day());
}

} // namespace

QList<AxisTick> dateTicks(const AxisRange& range, double labelWidth, const QLocale& locale) {
    QList<AxisTick> ticks;
    if (!range.origin.isValid() || !(range.pixelsPerDay > 0)) {
        return ticks;
    }
    const int step = stepDays(range, labelWidth);
    const QDate first = range.origin.addDays(static_cast<qint64>(std::ceil(range.first)));
    const int toMonday = (kDaysPerWeek + 1 - first.dayOfWeek()) % kDaysPerWeek;
    QDate former;
    for (QDate day = first.addDays(toMonday); double(range.origin.daysTo(day)) <= range.last;
         day = day.addDays(step)) {
        ticks.append(AxisTick{double(range.origin.daysTo(day)), dateLabel(day, former, locale)});
        former = day;
    }
    return ticks;
}

QList<AxisTick> dayTicks(const AxisRange& range, double labelWidth) {
    QList<AxisTick> ticks;
    if (!(range.pixelsPerDay > 0)) {
        return ticks;
    }
    const int step = stepDays(range, labelWidth);
    for (int day = step * static_cast<int>(std::ceil(range.first / step)); day <= range.last; day += step) {
        const QString label =
            day == 0 ? QCoreApplication::translate("kairos::ui::AxisTicks", "day 0") : signedText(day);
        ticks.append(AxisTick{double(day), label});
    }
    return ticks;
}

QList<double> valueTicks(double low, double high, int most) {
    const double span = high - low;
    if (!(span > 0) || most < 2) {
        return {low};
    }
    double step = std::pow(10.0, std::floor(std::log10(span / most)));
    for (const double factor : std::array{1.0, 2.0, 5.0, 10.0, 20.0}) {
        if (span / (step * factor) <= most - 1) {
            step *= factor;
            break;
        }
    }
    QList<double> ticks{low};
    for (double value = std::ceil(low / step) * step; value < high - step / 2; value += step) {
        if (value > low + step / 2) {
            ticks.append(value);
        }
    }
    ticks.append(high);
    return ticks;
}

} // namespace kairos::ui
