// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/protocols/dose_limits.h"

namespace kairos::workflow {

struct DosingView;

/// What the limits say of the planned dose at this rate, beyond what they said of it as planned.
/// InvalidInput: no infusion runs, the rate is not above 0, or it cannot be.
[[nodiscard]] base::Result<base::Findings>
rateFindings(const DosingView& view, base::MilligramsPerMinute rate, const protocols::DoseLimits& limits);

/// What the order and the limits say of the planned dose with its boosters and this one, both figures named.
/// InvalidInput: the booster is not above 0, or the sum cannot be.
[[nodiscard]] base::Result<base::Findings> boosterFindings(const DosingView& view, base::Milligrams booster,
                                                           const protocols::DoseLimits& limits);

/// A caution when a rescue drug does not stand on the order.
[[nodiscard]] base::Findings rescueFindings(const DosingView& view, const QString& drug);

} // namespace kairos::workflow
