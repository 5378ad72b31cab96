// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/need.h"

#include "core/base/result.h"
#include "core/record/plan.h"
#include "core/record/records.h"
#include "core/record/step.h"
#include "core/stock/lot_standing.h"

#include <QHash>
#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// Gathers over all patients what needs a person. Reads by indexes alone, and of each plan no more than its
/// candidates ask for; of the orders alone it looks through all. It can be walked in strides, so that a
/// window stays awake beside a large practice.
class NeedQuery final {
public:
    /// Judges by the practice's time of now, however long the walk takes.
    explicit NeedQuery(OpenPractice& practice);

    /// Everything, the most dangerous first.
    [[nodiscard]] base::Result<QList<Need>> all();

    /// Goes on until about so many records are read: first the open risk items and the sessions, then the
    /// steps of the plans by time, then the doses ahead, then the scales on their rhythm. True when nothing
    /// is left.
    [[nodiscard]] base::Result<bool> advance(qsizetype records);
    /// What was found so far, the most dangerous first.
    [[nodiscard]] QList<Need> found() const;
    /// About how much of the walk lies behind, 0 to 1.
    [[nodiscard]] double share() const;

private:
    enum class Stage { Urgent, Steps, Doses, Rhythms, Done };

    /// The next dose of a patient: a booked session, or a step of a plan whose day has come near.
    struct DoseAhead {
        record::PatientId patient;
        std::optional<record::PlanId> plan;
        std::optional<record::SessionId> session;
        std::optional<record::StepId> step;
        base::Instant at;
    };

    [[nodiscard]] base::Outcome addRisks();
    [[nodiscard]] base::Outcome addSessions();
    /// With what is still open of a visit that is signed in part.
    void addUnsigned(Need need);
    [[nodiscard]] base::Outcome addCosignatures();
    void addCosignature(const record::SessionId& session, const record::Signature& signature,
                        const record::ClinicianId& supervisor);
    [[nodiscard]] base::Outcome addVerbalOrders();
    [[nodiscard]] base::Outcome addCalls();
    [[nodiscard]] base::Outcome addCommitments();
    [[nodiscard]] base::Outcome addSheetReviews();
    [[nodiscard]] base::Outcome addStock();
    [[nodiscard]] base::Outcome loadRhythms();
    [[nodiscard]] base::Outcome addRhythms(const record::PatientId& id);
    [[nodiscard]] base::Outcome addRests(const record::Vial& vial, const QList<stock::OpenRest>& rests);
    [[nodiscard]] base::Outcome stride();
    [[nodiscard]] base::Outcome strideUrgent();
    [[nodiscard]] base::Outcome strideSteps();
    [[nodiscard]] base::Outcome loadSteps();
    [[nodiscard]] base::Outcome loadDoses();
    [[nodiscard]] base::Outcome addDose(const DoseAhead& dose);
    void addStep(const record::PlanStep& step);
    void addIntegration(const record::PlanStep& step, const QDateTime& latest);
    void addRating(const record::PlanStep& step, const QDateTime& latest);
    void addAppointment(const record::PlanStep& step);
    [[nodiscard]] base::Outcome addConsent(const DoseAhead& dose);
    [[nodiscard]] base::Outcome addOrder(const DoseAhead& dose);
    [[nodiscard]] base::Outcome addScreening(const DoseAhead& dose);
    [[nodiscard]] base::Outcome addLabs(const DoseAhead& dose);
    void keepNearest(const DoseAhead& dose);
    [[nodiscard]] bool isWanted(const record::PlanStep& step);
    [[nodiscard]] record::StepState stateOf(const record::PlanStep& step);
    [[nodiscard]] const std::optional<record::TreatmentPlan>& plan(const record::PlanId& id);
    [[nodiscard]] std::optional<record::Patient> patient(const record::PatientId& id);
    [[nodiscard]] base::Instant localInstant(const QDateTime& wall) const;

    OpenPractice& m_practice;
    base::Instant m_now;
    QDate m_today;
    Stage m_stage = Stage::Urgent;
    qsizetype m_left = 0; ///< records that may be read before the stride ends
    qint64 m_beginMs = 0; ///< steps before it are not looked at
    qint64 m_fromMs = 0;  ///< the steps at or after it are still to come
    qint64 m_beforeMs = 0;
    std::optional<base::Uuid> m_last;    ///< the step that was read last
    QList<record::PlanStep> m_steps;     ///< read and not judged yet, the next one last
    QList<DoseAhead> m_doses;            ///< not looked at yet
    QList<record::PatientId> m_onRhythm; ///< whose rhythms are not looked at yet
    QList<Need> m_needs;
    QHash<record::PatientId, DoseAhead> m_ahead;
    QHash<record::PatientId, record::Patient> m_patients;
    QHash<record::PlanId, std::optional<record::TreatmentPlan>> m_plans;
    QHash<record::PlanId, QHash<record::StepId, record::StepState>> m_states;
};

} // namespace kairos::workflow
