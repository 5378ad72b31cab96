// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"

#include "core/protocols/protocol.h"

namespace kairos::planning {

/// A caution for each dose that is booked with no integration session between it and the dose before, held
/// or booked: with the source of the protocol's rule, which is convention with limited evidence. None where
/// the protocol has no integration, and none for an integration session that was waived: who and why stands
/// with it already.
[[nodiscard]] base::Findings dosesWithoutIntegration(const protocols::Protocol& protocol,
                                                     const PlannedCourse& course, const Facts& facts,
                                                     const Bookings& bookings);

} // namespace kairos::planning
