// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/need.h"

#include "core/base/result.h"
#include "core/planning/step_status.h"
#include "core/record/plan.h"
#include "core/record/records.h"

#include <QHash>
#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// Gathers over all patients what needs a person. Reads by indexes alone, and of each plan no more than its
/// candidates ask for.
class NeedQuery final {
public:
    explicit NeedQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Everything, the most dangerous first.
    [[nodiscard]] base::Result<QList<Need>> all();

private:
    /// The next dose of a patient: a booked session, or a step of a plan whose day has come near.
    struct DoseAhead {
        record::PatientId patient;
        std::optional<record::PlanId> plan;
        std::optional<record::SessionId> session;
        base::Instant at;
    };

    [[nodiscard]] base::Outcome addRisks();
    [[nodiscard]] base::Outcome addSessions();
    [[nodiscard]] base::Outcome addSteps();
    [[nodiscard]] base::Outcome addDosesAhead();
    void addStep(const record::PlanStep& step);
    void addIntegration(const record::PlanStep& step, const QDateTime& latest);
    void addRating(const record::PlanStep& step, const QDateTime& latest);
    void addAppointment(const record::PlanStep& step);
    [[nodiscard]] base::Outcome addConsent(const DoseAhead& dose);
    [[nodiscard]] base::Outcome addOrder(const DoseAhead& dose);
    [[nodiscard]] base::Outcome addScreening(const DoseAhead& dose);
    void keepNearest(const DoseAhead& dose);
    [[nodiscard]] bool isWanted(const record::PlanStep& step);
    [[nodiscard]] planning::StepStatus statusOf(const record::PlanStep& step);
    [[nodiscard]] const std::optional<record::TreatmentPlan>& plan(const record::PlanId& id);
    [[nodiscard]] std::optional<record::Patient> patient(const record::PatientId& id);
    [[nodiscard]] base::Instant localInstant(const QDateTime& wall) const;

    OpenPractice& m_practice;
    QList<Need> m_needs;
    QHash<record::PatientId, DoseAhead> m_ahead;
    QHash<record::PatientId, record::Patient> m_patients;
    QHash<record::PlanId, std::optional<record::TreatmentPlan>> m_plans;
    QHash<record::PlanId, QHash<record::StepId, planning::StepStatus>> m_statuses;
};

} // namespace kairos::workflow
