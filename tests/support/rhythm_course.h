// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/record/dosing_session.h"
#include "core/record/plan.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

namespace kairos::support {

/// Elena Marsh with therapy sessions, doses and ratings so many days before Monday 2 November 2026, as the
/// record holds them.
struct RhythmCourse {
    OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();

    workflow::OpenPractice& practice() { return fixture.practice(); }

    void held(int daysAgo, record::TherapyType type = record::TherapyType::Therapy,
              const std::optional<record::PlanId>& plan = {}) {
        auto session = sessionOn(daysAgo, record::SessionState::Held);
        session.type = type;
        session.plan = plan;
        session.startedAt = fixture.at(session.booked.date, session.booked.time);
        save(record::Action::Created, session);
    }
    void booked(int daysAgo, record::SessionState state = record::SessionState::Planned) {
        auto session = sessionOn(daysAgo, state);
        session.type = record::TherapyType::Therapy;
        save(record::Action::Created, session);
    }
    /// A dose that ended at 8 in the morning.
    record::SessionId dose(int daysAgo) {
        record::DosingSession dose;
        dose.id = practice().ids().next<record::SessionId>();
        dose.patient = patient;
        dose.state = record::SessionState::Held;
        dose.booked = {practice().today().addDays(-daysAgo), QTime(7, 0), practice().practice().zone};
        dose.startedAt = fixture.at(dose.booked.date, QTime(7, 0));
        dose.stoppedAt = fixture.at(dose.booked.date, QTime(8, 0));
        save(record::Action::Created, dose);
        return dose.id;
    }
    /// The same answer to each item, at nine.
    void rate(const char* id, int daysAgo, int answer) {
        workflow::RatingDraft draft;
        draft.patient = patient;
        draft.instrument = QString::fromLatin1(id);
        draft.assessedAt = fixture.at(practice().today().addDays(-daysAgo), QTime(9, 0));
        const auto* instrument = practice().catalog().instruments.find(draft.instrument);
        draft.answers = QList<record::Answer>(static_cast<qsizetype>(instrument->formSize()),
                                              record::Answer::given(answer));
        required(workflow::RatingCare(practice()).save(draft));
    }
    record::TreatmentPlan plan(record::PlanState state) {
        record::TreatmentPlan plan;
        plan.id = practice().ids().next<record::PlanId>();
        plan.patient = patient;
        plan.state = state;
        plan.start = practice().today();
        save(record::Action::Created, plan);
        return plan;
    }
    void end(record::TreatmentPlan plan) {
        plan.state = record::PlanState::Completed;
        save(record::Action::Changed, plan);
    }
    /// A running plan with a step of today that asks for an instrument.
    void planAsking(const char* instrument) {
        record::PlanStep step;
        step.id = practice().ids().next<record::StepId>();
        step.plan = plan(record::PlanState::Active).id;
        step.patient = patient;
        step.key = QStringLiteral("rating-1");
        step.title = QStringLiteral("Weekly ratings");
        step.kind = record::StepKind::Rating;
        step.instruments = {QString::fromLatin1(instrument)};
        const QDate today = practice().today();
        step.window = record::StepWindow{{today, {}}, {today, {}}, {today, {}}};
        save(record::Action::Created, step);
    }

private:
    record::TherapySession sessionOn(int daysAgo, record::SessionState state) {
        record::TherapySession session;
        session.id = practice().ids().next<record::SessionId>();
        session.patient = patient;
        session.state = state;
        session.booked = {practice().today().addDays(-daysAgo), QTime(8, 0), practice().practice().zone};
        return session;
    }
    template <class Record>
    void save(record::Action action, const Record& record) {
        required(workflow::WritingDoor(practice()).save({{action, record, {}}}));
    }
};

} // namespace kairos::support
