// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clinic_calendar.h"
#include "core/planning/planned_course.h"

#include "core/protocols/protocol.h"

#include "core/base/instant.h"

#include <optional>

namespace kairos::planning {

/// The window of an integration session after a dose that ended at `doseEnd`: earliest the next calendar day,
/// target from `targetFromHours` on an open day, latest `latestHours` of elapsed time after the end, also
/// across a change of the clocks. None when no open day lies in it. The window is convention with limited
/// evidence (protocol, basis).
[[nodiscard]] std::optional<record::StepWindow> reckonIntegration(const protocols::IntegrationRule& rule,
                                                                  const base::Instant& doseEnd,
                                                                  const PlanRequest& request);

/// The same with the calendar of the request at hand.
[[nodiscard]] std::optional<record::StepWindow> reckonIntegration(const protocols::IntegrationRule& rule,
                                                                  const base::Instant& doseEnd,
                                                                  const PlanRequest& request,
                                                                  const ClinicCalendar& calendar);

} // namespace kairos::planning
