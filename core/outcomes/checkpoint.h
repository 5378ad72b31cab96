// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"

#include <QList>

#include <optional>

namespace kairos::outcomes {

/// Where a course stood after one of the doses at which it is looked at: figures, never a decision.
struct Checkpoint {
    int dose = 0;
    base::Instant given;                 ///< the start of that dose
    bool isOver = false;                 ///< the next dose was given
    std::optional<qsizetype> point;      ///< index into the trend: the last rating before the next dose
    std::optional<double> changePoints;  ///< from the baseline; absent without a baseline before the dose
    std::optional<double> changePercent; ///< positive is a fall
};

/// One checkpoint for each of these doses that was given, in their order. The rating is the last one taken
/// after the dose and before the next, counted for response or not: its point says which.
[[nodiscard]] QList<Checkpoint> checkpointsOf(const Trend& trend, const Course& course,
                                              const QList<int>& doses);

} // namespace kairos::outcomes
