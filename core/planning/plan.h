// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"

#include "core/protocols/protocol.h"

namespace kairos::planning {

/// Fits a protocol to a start date and a clinic's open days. The same input gives the same course, always.
/// Earliest and latest are the rule's limits whatever the clinic's days; targets fall on open days. Hour
/// windows (integration) carry times of day in the practice's zone and count from the end of the dose: an
/// unheld dose begins at the clinic's first slot. A step no date fits has no window and a finding (rule
/// "plan.no-date") names it, says which rule leaves it without, and what would loosen it; without a plausible
/// start none has one. A day that a person chose stands whatever the rules say, and a finding tells what it
/// breaks.
[[nodiscard]] PlannedCourse plan(const protocols::Protocol& protocol, const PlanRequest& request);

/// Fits what is still to come to what was held or waived. What was held keeps its window, except integration,
/// whose window counts from the real end of its dose. Doses keep their days wherever the gaps allow, else
/// move as little as possible. Replanning with the same facts changes nothing more.
[[nodiscard]] PlannedCourse replan(const protocols::Protocol& protocol, const PlannedCourse& course,
                                   const Facts& facts, const PlanRequest& request);

} // namespace kairos::planning
