// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/practice_band.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kairos::outcomes {

namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kBaselineWeek = -1;

using WeekTotals = QMap<int, std::vector<double>>;

bool isCourse(const Trend& trend) {
    return trend.baseline && !trend.noBaselineBeforeDose && trend.changePoints &&
           trend.points.at(*trend.baseline).day;
}

void collect(const Trend& trend, WeekTotals& weeks) {
    weeks[kBaselineWeek].push_back(trend.points.at(*trend.baseline).total);
    QMap<int, double> own; // A later rating of the week takes the place of an earlier one.
    for (qsizetype i = *trend.baseline + 1; i < trend.points.size(); ++i) {
        const TrendPoint& point = trend.points.at(i);
        if (!point.excluded && point.day && !point.beforeFirstDose) {
            own.insert(*point.day / kDaysPerWeek, point.total);
        }
    }
    for (auto week = own.cbegin(); week != own.cend(); ++week) {
        weeks[week.key()].push_back(week.value());
    }
}

} // namespace

double quantile(std::span<const double> values, double share) {
    const double place = share * double(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - double(below)) * (values[above] - values[below]);
}

PracticeBand practiceBand(const QList<Trend>& trends, const TrendRules& rules) {
    PracticeBand band;
    band.needed = std::llround(rules.quartileCourses.value);
    WeekTotals weeks;
    for (const Trend& trend : trends) {
        if (isCourse(trend)) {
            ++band.courses;
            collect(trend, weeks);
        }
    }
    for (auto week = weeks.begin(); week != weeks.end(); ++week) {
        std::vector<double>& totals = week.value();
        if (std::ssize(totals) < band.needed) {
            continue;
        }
        std::ranges::sort(totals);
        const int from = week.key() * kDaysPerWeek;
        band.steps.append({from, from + kDaysPerWeek, std::ssize(totals), quantile(totals, 0.25),
                           quantile(totals, 0.5), quantile(totals, 0.75)});
    }
    return band;
}

} // namespace kairos::outcomes
