// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/record/goal.h"
#include "core/therapy/goal_rules.h"

#include <QDate>

#include <optional>

namespace kairos::therapy {

/// What is known around a goal.
struct GoalFacts {
    QDate today;
    std::optional<QDate> firstDose; ///< the day of the plan's first dose; none before it
};

/// What a goal still lacks to be specific, measurable, achievable, relevant and time-bound, or to be scored,
/// and what its days say; all of it informs or cautions. A goal that is met or dropped has nothing to say.
[[nodiscard]] base::Findings goalFindings(const record::Goal& goal, const GoalFacts& facts,
                                          const GoalRules& rules);

} // namespace kairos::therapy
