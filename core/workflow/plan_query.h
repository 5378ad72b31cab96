// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_answer.h"

#include "core/base/result.h"
#include "core/planning/course_change.h"
#include "core/planning/plan_actual.h"
#include "core/planning/step_status.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/signature.h"
#include "core/record/step.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One step with how it stands.
struct StepRow {
    record::PlanStep step;
    QString strand; ///< "medicine", "therapy" or "measures"
    int minutes = 0;
    planning::StepStatus status;
};

/// An order with the names under it.
struct OrderRow {
    record::Order order;
    QList<record::Signature> signatures;

    [[nodiscard]] bool isSigned() const { return !signatures.isEmpty(); }
    /// True when a dose may be given against it.
    [[nodiscard]] bool binds() const;
    /// True when it was spoken and its prescriber has not countersigned.
    [[nodiscard]] bool waitsForCountersignature() const;
};

/// A plan as the plan page and the overview show it.
struct PlanView {
    record::TreatmentPlan plan;
    QString protocolNote;   ///< e.g. that the composition is untested
    QList<StepRow> steps;   ///< in the plan's order
    QList<OrderRow> orders; ///< newest first
    QList<record::Signature> signatures;
    planning::WhatIsNext next;
    planning::PlanActual actual;
    base::Findings findings; ///< what the planner says of the course as it stands
    /// What planning on from what has happened, and from the calendar of today, would change.
    QList<planning::CourseChange> changes;
    QList<PlanAnswer> answers; ///< to sessions that were not held

    [[nodiscard]] const StepRow* row(const QString& key) const;
    /// True when the plan was completed or stopped: it is read-only.
    [[nodiscard]] bool isOver() const;
    /// True when a signature stands under the revision as it is; a change of state leaves it standing.
    [[nodiscard]] bool isRevisionSigned() const;
    /// Steps that would aim at another day, were the plan planned on from now.
    [[nodiscard]] int movedByReplanning() const;
    /// The newest order that binds and is valid on this day.
    [[nodiscard]] const OrderRow* validOrder(QDate day) const;
    /// The newest order that binds, is valid on the day and covers a dose by its number; null for none.
    [[nodiscard]] const OrderRow* orderFor(int dose, QDate day) const;
    /// The number of the first dose step that is neither held nor waived; none when no dose is to come.
    [[nodiscard]] std::optional<int> nextDose() const;
};

/// Reads plans for the screens.
class PlanQuery final {
public:
    explicit PlanQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<PlanView> view(const record::PlanId& id) const;
    /// The view of the patient's current plan; none when there is none.
    [[nodiscard]] base::Result<std::optional<PlanView>> current(const record::PatientId& patient) const;
    /// The steps of a plan that can no longer be done: what waited for them was held, or the next of their
    /// kind is open. Nobody is to be reminded of them.
    [[nodiscard]] base::Result<QList<record::StepId>> missed(const record::PlanId& id) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
