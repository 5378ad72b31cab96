// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Where a session to be booked stands in its course: with a step, the step's plan and number; without one,
/// the patient's plan that is not over, and the number after the highest of its kind. Plan and number that
/// the caller gave stay. The value is the session's step as it is with the booking, to be saved with it; none
/// without a step.
[[nodiscard]] base::Result<std::optional<record::PlanStep>> placeInCourse(OpenPractice& practice,
                                                                          record::DosingSession& session);
[[nodiscard]] base::Result<std::optional<record::PlanStep>> placeInCourse(OpenPractice& practice,
                                                                          record::TherapySession& session);

} // namespace kairos::workflow
