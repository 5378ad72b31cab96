// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_attainment.h"

#include <cmath>

namespace kairos::therapy {

std::optional<double> attainmentScore(const QList<WeightedLevel>& levels, double correlation) {
    double weighted = 0;
    double sum = 0;
    double squares = 0;
    for (const WeightedLevel& each : levels) {
        weighted += each.weight * each.level;
        sum += each.weight;
        squares += each.weight * each.weight;
    }
    const double spread = (1 - correlation) * squares + correlation * sum * sum;
    if (spread <= 0) {
        return std::nullopt;
    }
    return 50 + 10 * weighted / std::sqrt(spread);
}

AttainmentSummary attainmentOf(const QList<GoalStanding>& goals, double correlation) {
    AttainmentSummary summary;
    QList<WeightedLevel> attained;
    QList<WeightedLevel> baseline;
    for (const GoalStanding& standing : goals) {
        if (standing.goal.state == record::GoalState::Dropped) {
            ++summary.dropped;
            continue;
        }
        ++summary.goals;
        if (!standing.level || !standing.goal.weight) {
            continue;
        }
        ++summary.rated;
        const double weight = *standing.goal.weight;
        attained.append({weight, *standing.level});
        if (standing.goal.baseline) {
            baseline.append({weight, *standing.goal.baseline});
        }
    }
    summary.score = attainmentScore(attained, correlation);
    if (baseline.size() == attained.size()) {
        summary.baseline = attainmentScore(baseline, correlation);
    }
    if (summary.score && summary.baseline) {
        summary.change = *summary.score - *summary.baseline;
    }
    return summary;
}

} // namespace kairos::therapy
