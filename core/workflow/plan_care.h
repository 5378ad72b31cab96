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
#include <QSet>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// What a clinician chooses when fitting a protocol to a patient.
struct PlanWish {
    record::PatientId patient;
    QString protocol;
    QDate start;               ///< the day the first dose aims at
    QList<int> closedWeekdays; ///< beside the practice's own, 1 Monday to 7 Sunday
    QList<QDate> holidays;     ///< beside the practice's own
    QStringList goals;         ///< in the patient's own words; each becomes a goal to be worked out
    QList<record::ClinicianId> clinicians = {}; ///< who holds its sessions: their days away count
};

/// How a verbal order was taken.
struct SpokenOrder {
    base::Instant takenAt;
    bool isReadBack = false; ///< read back to the prescriber, who confirmed it
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
    /// Pauses, resumes, stops or completes the plan, or takes one that is over up again. Stopping cancels the
    /// sessions that are booked for its steps. InvalidInput: no reason, which all but resuming need. Refused:
    /// not from this state, sessions are still booked when it is completed, or another plan is not over.
    [[nodiscard]] base::Outcome setState(const record::PlanId& id, record::PlanState state,
                                         const QString& reason);

    /// The steps that are booked and not held, by the time of the appointment.
    [[nodiscard]] base::Result<QList<record::PlanStep>> bookedSteps(const record::PlanId& id) const;

    /// Fulfils a step that no session or rating fulfils: consent, screening, review, follow-up.
    [[nodiscard]] base::Outcome complete(const record::StepId& id, const base::Instant& at);
    /// Lets a step go, with who and why.
    [[nodiscard]] base::Outcome waive(const record::StepId& id, const QString& reason);
    /// Books a step that is not a session.
    [[nodiscard]] base::Outcome bookStep(const record::StepId& id, const base::Appointment& booked);

    /// The order that the plan's protocol asks for, ready to be looked over. Its prescriber is the signed-in
    /// clinician.
    [[nodiscard]] base::Result<record::Order> proposedOrder(const record::PlanId& id) const;
    /// The numbers of the dose steps that the plan has.
    [[nodiscard]] base::Result<QSet<int>> doseNumbers(const record::PlanId& plan) const;
    /// What stands against an order: the limits by the last weight on record, the protocol's maximum, its
    /// days. InvalidInput as orderFindings().
    [[nodiscard]] base::Result<base::Findings> checkOrder(const record::Order& order) const;
    /// Saves the order and signs it. InvalidInput: an impossible dose, an end before the beginning.
    [[nodiscard]] base::Outcome signOrder(record::Order order, const QString& password);

    /// Saves an order that was spoken, as the signed-in clinician took it (order.prescriber spoke it). It
    /// holds for the day on which it was taken. InvalidInput: as signOrder(), it was not read back, or its
    /// time is not today's. Refused: the role, the password, or nobody who prescribes is named.
    [[nodiscard]] base::Outcome takeVerbalOrder(record::Order order, const SpokenOrder& spoken,
                                                const QString& password);
    /// The named prescriber countersigns a verbal order. Refused for everybody else.
    [[nodiscard]] base::Outcome countersign(const record::OrderId& id, const QString& password);

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
    [[nodiscard]] base::Outcome mayBecome(const record::TreatmentPlan& plan, record::PlanState state,
                                          const QString& reason) const;
    [[nodiscard]] base::Outcome saveStep(const record::PlanStep& step, const QString& reason);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
