// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/dosing_view.h"

#include "core/safety/order_rules.h"

namespace kairos::workflow {

/// Where what was given is not what was ordered, each with both figures: "ordered 40 mg in 40 min, given 35
/// mg over 32 min; stopped early: nausea". Drug and route are told from the start on, more than ordered as
/// soon as it is given, less and the length once the dose is over. Nothing within the tolerances of the
/// rules, before the start or without an order.
[[nodiscard]] base::Findings givenFindings(const DosingView& view, const safety::OrderRules& rules);

} // namespace kairos::workflow
