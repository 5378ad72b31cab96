// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"
#include "core/outcomes/trend_rules.h"

#include <QList>

#include <span>

namespace kairos::outcomes {

/// Where the middle half of the practice's courses stood in one week: nothing is joined to the next week.
struct QuartileStep {
    int fromDay = 0; ///< calendar days since the first dose, inclusive
    int toDay = 0;   ///< exclusive
    qint64 n = 0;    ///< courses with a counted rating in this week
    double low = 0;  ///< first quartile
    double median = 0;
    double high = 0; ///< third quartile

    bool operator==(const QuartileStep&) const = default;
};

/// The practice's own quartiles on one instrument.
struct PracticeBand {
    qint64 courses = 0; ///< with a baseline before the dose and a counted rating after it
    qint64 needed = 0;  ///< below so many in a week nothing is drawn for it
    QList<QuartileStep>
        steps; ///< weeks with enough courses, in order; the week before dose 1 holds baselines

    [[nodiscard]] bool isEnough() const { return courses >= needed; }
};

/// The quartile of sorted values by linear interpolation between neighbours (type 7 of Hyndman and Fan 1996,
/// Am Stat 50:361). \pre values are sorted and not empty; 0 <= share <= 1
[[nodiscard]] double quantile(std::span<const double> values, double share);

/// \param trends one a course, all of one instrument; each gives its baseline and, in each week since the
/// first dose, its last counted rating
[[nodiscard]] PracticeBand practiceBand(const QList<Trend>& trends,
                                        const TrendRules& rules = builtInTrendRules());

} // namespace kairos::outcomes
