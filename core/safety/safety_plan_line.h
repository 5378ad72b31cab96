// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/safety/gates.h"

namespace kairos::safety {

/// Settles the line about the safety plan: not applicable while no risk answer is yes; not met without a
/// plan, with one that cannot be read, and from the day after the day of its review.
void settleSafetyPlan(GateLine& line, const SafetyPlanFacts& facts, QDate today);

} // namespace kairos::safety
