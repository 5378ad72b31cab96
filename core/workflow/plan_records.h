// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"
#include "core/protocols/protocol.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/step.h"

#include <QList>
#include <QTimeZone>

#include <functional>

namespace kairos::workflow {

/// The records of a planned course's steps; `nextId` makes each one's id.
[[nodiscard]] QList<record::PlanStep> planRecords(const planning::PlannedCourse& course,
                                                  const record::TreatmentPlan& plan,
                                                  const std::function<record::StepId()>& nextId);

/// What has happened to the steps so far, as the planner reads it.
[[nodiscard]] planning::Facts factsOf(const QList<record::PlanStep>& steps);

/// The course that stored steps stand for, so that it can be planned anew.
[[nodiscard]] planning::PlannedCourse courseOf(const record::TreatmentPlan& plan,
                                               const QList<record::PlanStep>& steps);

/// The window of the integration session after a dose that ended: counted from its real end. None when the
/// protocol asks for none or no open day lies in it.
[[nodiscard]] std::optional<record::StepWindow> integrationWindow(const protocols::Protocol& protocol,
                                                                  const record::TreatmentPlan& plan,
                                                                  const base::Instant& doseEnd,
                                                                  const QTimeZone& zone);

/// The order that a protocol's regimen asks for, without prescriber and dates; unsigned.
[[nodiscard]] record::Order orderOf(const protocols::Regimen& regimen, const record::TreatmentPlan& plan);

} // namespace kairos::workflow
