// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose.h"

namespace kairos::protocols {

/// Holds reckoned figures against the limits of their route and the order's maximum. Of several limits of one
/// quantity on one side only the strongest speaks.
/// Error: InvalidInput where an impossible limit is crossed; no override opens it.
[[nodiscard]] base::Result<base::Findings> judgeDose(const DoseRequest& request, const DoseFigures& figures,
                                                     const DoseLimits& limits);

/// The same for what an order says by itself, before a weight is known: its mg/kg or mg, its minutes, and its
/// mg against its own maximum. What needs the weight is left for the day of the dose;
/// a nasal spray needs none, so its devices are reckoned at once.
/// Error: InvalidInput where an impossible limit is crossed or the dose is above its own maximum.
[[nodiscard]] base::Result<base::Findings> judgeOrdered(const DoseRequest& request, const DoseLimits& limits);

} // namespace kairos::protocols
