// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/goal.h"

#include <QList>

#include <optional>

namespace kairos::therapy {

/// A goal's weight with a level it stands at.
struct WeightedLevel {
    double weight = 0; ///< 0 or more
    int level = 0;     ///< −2 to +2
};

/// The T-score of goal attainment scaling, mean 50 and standard deviation 10:
/// T = 50 + 10 Σ(w·x) / √((1 − ρ) Σw² + ρ (Σw)²). None without goals or when every weight is 0.
/// `correlation`: ρ, 0 to below 1. Source: Kiresuk & Sherman 1968.
[[nodiscard]] std::optional<double> attainmentScore(const QList<WeightedLevel>& levels, double correlation);

/// A goal with the level it reached last; none while it was never rated.
struct GoalStanding {
    record::Goal goal;
    std::optional<int> level;
};

/// How the goals of a plan stand together.
struct AttainmentSummary {
    int goals = 0;                  ///< without dropped ones
    int rated = 0;                  ///< of them with a weight and an attained level: the score counts these
    int dropped = 0;                ///< left out of every score
    std::optional<double> score;    ///< T of the attained levels; none while no goal is rated
    std::optional<double> baseline; ///< T of the same goals at baseline; none when one has no baseline level
    std::optional<double> change;   ///< score less baseline

    bool operator==(const AttainmentSummary&) const = default;
};

/// Sums up the goals of one plan. The score and its baseline count the same goals, so that the change is one.
[[nodiscard]] AttainmentSummary attainmentOf(const QList<GoalStanding>& goals, double correlation);

} // namespace kairos::therapy
