// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"
#include "core/protocols/protocol.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/step.h"

#include <QHash>
#include <QList>

#include <functional>

namespace kairos::workflow {

/// The records of a planned course's steps; `nextId` makes each one's id.
[[nodiscard]] QList<record::PlanStep> planRecords(const planning::PlannedCourse& course,
                                                  const record::TreatmentPlan& plan,
                                                  const std::function<record::StepId()>& nextId);

/// What has happened to the steps so far, as the planner reads it.
[[nodiscard]] planning::Facts factsOf(const QList<record::PlanStep>& steps);
/// When they are booked, by key.
[[nodiscard]] planning::Bookings bookingsOf(const QList<record::PlanStep>& steps);

/// The course that stored steps stand for, so that it can be planned anew.
[[nodiscard]] planning::PlannedCourse courseOf(const record::TreatmentPlan& plan,
                                               const QList<record::PlanStep>& steps);

/// The window of the integration session after a dose that ended: counted from its real end. None when the
/// protocol asks for none or no open day lies in it.
[[nodiscard]] std::optional<record::StepWindow> integrationWindow(const protocols::Protocol& protocol,
                                                                  const base::Instant& doseEnd,
                                                                  const planning::PlanRequest& request);

/// What a signature under a revision stands for: the plan without what changes while the revision holds, its
/// state.
[[nodiscard]] record::TreatmentPlan asSigned(record::TreatmentPlan plan);

/// The days that people moved steps to and that are still to come, by step key.
[[nodiscard]] QHash<QString, QDate> chosenOf(const QList<record::PlanStep>& steps);

/// The order that a protocol's regimen asks for, without prescriber and dates; unsigned.
[[nodiscard]] record::Order orderOf(const protocols::Regimen& regimen, const record::TreatmentPlan& plan);

} // namespace kairos::workflow
