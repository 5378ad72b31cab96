// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/checkpoint.h"

#include "core/outcomes/response.h"

#include <algorithm>

namespace kairos::outcomes {

namespace {

/// The start of the first dose that follows a moment.
std::optional<base::Instant> nextDose(const Course& course, const base::Instant& after) {
    std::optional<base::Instant> next;
    for (const DoseMark& dose : course.doses) {
        if (after < dose.start && (!next || dose.start < *next)) {
            next = dose.start;
        }
    }
    return next;
}

std::optional<qsizetype> lastPointBetween(const Trend& trend, const base::Instant& from,
                                          const std::optional<base::Instant>& to) {
    std::optional<qsizetype> last;
    for (qsizetype i = 0; i < trend.points.size(); ++i) {
        const TrendPoint& point = trend.points.at(i);
        if (from <= point.at && (!to || point.at < *to)) {
            last = i;
        }
    }
    return last;
}

} // namespace

QList<Checkpoint> checkpointsOf(const Trend& trend, const Course& course, const QList<int>& doses) {
    QList<Checkpoint> checkpoints;
    for (const int number : doses) {
        const auto dose = std::ranges::find(course.doses, number, &DoseMark::number);
        if (dose == course.doses.end()) {
            continue;
        }
        Checkpoint checkpoint;
        checkpoint.dose = number;
        checkpoint.given = dose->start;
        const auto next = nextDose(course, dose->start);
        checkpoint.isOver = next.has_value();
        checkpoint.point = lastPointBetween(trend, dose->start, next);
        const TrendPoint* baseline = trend.noBaselineBeforeDose ? nullptr : trend.baselinePoint();
        if (checkpoint.point && baseline != nullptr) {
            const TotalPair totals{baseline->total, trend.points.at(*checkpoint.point).total};
            checkpoint.changePoints = totals.followUp - totals.baseline;
            checkpoint.changePercent = changePercent(totals);
        }
        checkpoints.append(checkpoint);
    }
    return checkpoints;
}

} // namespace kairos::outcomes
