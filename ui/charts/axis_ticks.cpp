// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "ui/charts/chart_words.h"
#include "ui/charts/trend_chart_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kMostTicks = 200;
constexpr int kHoursPerDay = 24;
constexpr double kFineSpan = 14; ///< days up to which weeks are too coarse

struct TickWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::AxisTicks)
};

/// The smallest step in hours in which a label fits.
int stepHours(const AxisRange& range, double labelWidth) {
    for (const int hours : {1, 3, 6, 12, 24}) {
        if (hours * range.pixelsPerDay / kHoursPerDay >= labelWidth) {
            return hours;
        }
    }
    return 2 * kHoursPerDay;
}

bool isFine(const AxisRange& range) {
    return range.last - range.first <= kFineSpan;
}

/// "1 d 12 h", "−6 h", "0 h".
QString elapsedLabel(int hours) {
    const int days = std::abs(hours) / kHoursPerDay;
    const int rest = std::abs(hours) % kHoursPerDay;
    const QString text = days == 0   ? TickWords::tr("%1 h").arg(rest)
                         : rest == 0 ? TickWords::tr("%1 d").arg(days)
                                     : TickWords::tr("%1 d %2 h").arg(days).arg(rest);
    return hours < 0 ? QChar(0x2212) + text : text;
}

/// Days at midnight with their date, hours between them with their time.
QList<AxisTick> fineDateTicks(const AxisRange& range, double labelWidth, const QLocale& locale) {
    QList<AxisTick> ticks;
    const int step = stepHours(range, labelWidth);
    const double stride = double(step) / kHoursPerDay;
    for (auto k = static_cast<qint64>(std::ceil(range.first / stride)); double(k) * stride <= range.last;
         ++k) {
        const qint64 hours = k * step;
        const qint64 day = static_cast<qint64>(std::floor(double(hours) / kHoursPerDay));
        const auto hour = static_cast<int>(hours - day * kHoursPerDay);
        const QString label = hour == 0 ? locale.toString(range.origin.addDays(day), QStringLiteral("d MMM"))
                                        : QTime(hour, 0).toString(QStringLiteral("HH:mm"));
        ticks.append(AxisTick{double(k) * stride, label});
    }
    return ticks;
}

/// Elapsed days and hours since the start of the first dose.
QList<AxisTick> elapsedTicks(const AxisRange& range, double labelWidth) {
    QList<AxisTick> ticks;
    const int step = stepHours(range, labelWidth);
    const double start = chartX(*range.firstDose, range.origin, range.zone);
    const double stride = double(step) / kHoursPerDay;
    // An hour of elapsed time moves by one at a change of the clocks: one tick more at either end covers it.
    const int first = static_cast<int>(std::floor((range.first - start) / stride)) - 1;
    const int last = static_cast<int>(std::ceil((range.last - start) / stride)) + 1;
    for (int k = first; k <= last; ++k) {
        const int hours = k * step;
        const double x = chartX(range.firstDose->plusMinutes(qint64{60} * hours), range.origin, range.zone);
        if (x >= range.first && x <= range.last) {
            ticks.append(AxisTick{x, elapsedLabel(hours)});
        }
    }
    return ticks;
}

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
    if (isFine(range)) {
        return fineDateTicks(range, labelWidth, locale);
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
    if (isFine(range) && range.firstDose) {
        return elapsedTicks(range, labelWidth);
    }
    const int step = stepDays(range, labelWidth);
    for (int day = step * static_cast<int>(std::ceil(range.first / step)); day <= range.last; day += step) {
        const QString label = day == 0 ? TickWords::tr("day 0") : signedText(day);
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
