// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/planning/planned_course.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/step.h"

#include <QDate>
#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// What a clinician chooses when fitting a protocol to a patient.
struct PlanWish {
    record::PatientId patient;
    QString protocol;
    QDate start;               ///< the day the first dose aims at
    QList<int> closedWeekdays; ///< 1 Monday to 7 Sunday
    QList<QDate> holidays;
    QStringList goals; ///< in the patient's own words; each becomes a goal to be worked out
};

/// Fitting, signing, moving and ending a treatment plan, and its order.
class PlanCare final {
public:
    explicit PlanCare(OpenPractice& practice) : m_practice(practice) {}

    /// The dated steps the wish would give, without saving anything. InvalidInput: no such protocol, no date.
    [[nodiscard]] base::Result<planning::PlannedCourse> preview(const PlanWish& wish) const;
    /// Saves the plan as a draft with its steps. Refused while another plan of the patient is active.
    [[nodiscard]] base::Result<record::PlanId> start(const PlanWish& wish);
    /// Signs the plan's revision; a draft becomes active.
    [[nodiscard]] base::Outcome sign(const record::PlanId& id, const QString& password);
    /// Pauses, resumes, ends or completes the plan; a reason is needed for all but resuming.
    [[nodiscard]] base::Outcome setState(const record::PlanId& id, record::PlanState state,
                                         const QString& reason);

    /// The windows of the steps still open, planned anew from what has happened; nothing is saved.
    [[nodiscard]] base::Result<planning::PlannedCourse> replanned(const record::PlanId& id,
                                                                  std::optional<QDate> newStart = {}) const;
    /// Takes the replanned windows over as a new revision, which is to be signed again.
    [[nodiscard]] base::Outcome revise(const record::PlanId& id, std::optional<QDate> newStart,
                                       const QString& reason);

    /// Fulfils a step that no session or rating fulfils: consent, screening, review, follow-up.
    [[nodiscard]] base::Outcome complete(const record::StepId& id, const base::Instant& at);
    /// Lets a step go, with who and why.
    [[nodiscard]] base::Outcome waive(const record::StepId& id, const QString& reason);
    /// Books a step that is not a session.
    [[nodiscard]] base::Outcome bookStep(const record::StepId& id, const base::Appointment& booked);

    /// The order that the plan's protocol asks for, ready to be looked over.
    [[nodiscard]] base::Result<record::Order> proposedOrder(const record::PlanId& id) const;
    /// What stands against an order: the limits by the last weight on record, the protocol's maximum, its
    /// days. InvalidInput as orderFindings().
    [[nodiscard]] base::Result<base::Findings> checkOrder(const record::Order& order) const;
    /// Saves the order and signs it. InvalidInput: an impossible dose, an end before the beginning.
    [[nodiscard]] base::Outcome signOrder(record::Order order, const QString& password);

    [[nodiscard]] base::Result<record::TreatmentPlan> plan(const record::PlanId& id) const;
    /// The patient's plan that is not over: active, paused or a draft; the newest of them.
    [[nodiscard]] base::Result<std::optional<record::TreatmentPlan>>
    current(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<QList<record::TreatmentPlan>> all(const record::PatientId& patient) const;
    /// In the order in which the protocol names them.
    [[nodiscard]] base::Result<QList<record::PlanStep>> steps(const record::PlanId& id) const;
    /// Newest first.
    [[nodiscard]] base::Result<QList<record::Order>> orders(const record::PlanId& id,
                                                            const record::PatientId& patient) const;

private:
    [[nodiscard]] base::Result<record::PlanStep> openStep(const record::StepId& id,
                                                          const QString& what) const;
    [[nodiscard]] planning::PlanRequest requestOf(const record::TreatmentPlan& plan) const;
    [[nodiscard]] base::Outcome saveStep(const record::PlanStep& step, const QString& reason);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
