// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_list.h"

#include "tests/support/open_practice_fixture.h"

#include "core/record/records.h"
#include "core/storage/practice_file.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/writing_door.h"

#include <catch2/catch_test_macros.hpp>

namespace test_patient_list {
using namespace kairos;
using namespace kairos::support;
using Order = workflow::PatientQuery::Order;

namespace {

/// An active plan with one step that is still expected: its window ends on `last`.
void planStep(OpenPracticeFixture& alder, const record::PatientId& patient, QDate target, QDate last) {
    auto& practice = alder.practice();
    record::TreatmentPlan plan;
    plan.id = practice.ids().next<record::PlanId>();
    plan.patient = patient;
    plan.start = target;
    plan.state = record::PlanState::Active;
    record::PlanStep step;
    step.id = practice.ids().next<record::StepId>();
    step.plan = plan.id;
    step.patient = patient;
    step.key = QStringLiteral("dose-1");
    step.kind = record::StepKind::Dosing;
    step.number = 1;
    step.title = QStringLiteral("Dose 1");
    step.window = record::StepWindow{{target, {}}, {target, {}}, {last, {}}};
    required(workflow::WritingDoor(practice).save(
        {{record::Action::Created, plan, {}}, {record::Action::Created, step, {}}}));
}

} // namespace

TEST_CASE("Patients with an open risk stand first, then those past a step's day", "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto quiet =
        alder.addPatient(QStringLiteral("A-1"), QStringLiteral("Amara"), QStringLiteral("Adams"));
    const auto late =
        alder.addPatient(QStringLiteral("A-2"), QStringLiteral("Marcus"), QStringLiteral("Bell"));
    const auto risk =
        alder.addPatient(QStringLiteral("A-3"), QStringLiteral("Nadia"), QStringLiteral("Calder"));
    planStep(alder, late, QDate(2026, 10, 26), QDate(2026, 10, 28));
    required(workflow::RiskLane(alder.practice())
                 .open(risk, record::RiskLevel::Assess, QStringLiteral("said so")));
    const workflow::PatientList list(alder.practice());
    REQUIRE(required(list.find({{}, {}, Order::AttentionFirst})) == QList{risk, late, quiet});
    REQUIRE(required(list.find({{}, {}, Order::ByName})) == QList{quiet, late, risk});
}

TEST_CASE("All in care leaves out those whose care ended", "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto here = alder.addElena();
    const auto gone =
        alder.addPatient(QStringLiteral("A-2"), QStringLiteral("Marcus"), QStringLiteral("Bell"));
    required(workflow::PatientCare(alder.practice())
                 .setStage(gone, record::Stage::Ended, QStringLiteral("moved away")));
    const workflow::PatientList list(alder.practice());
    REQUIRE(required(list.find({})) == QList{here});
    REQUIRE(required(list.find({{}, record::Stage::Ended, Order::ByName})) == QList{gone});
    const auto counts = required(list.counts());
    REQUIRE(counts.inCare == 1);
    REQUIRE(counts.of(record::Stage::Ended) == 1);
    REQUIRE(counts.all() == 2);
}

TEST_CASE("A step is late after the last day of its window, not on it", "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto onLastDay =
        alder.addPatient(QStringLiteral("A-1"), QStringLiteral("Amara"), QStringLiteral("Adams"));
    const auto dayAfter =
        alder.addPatient(QStringLiteral("A-2"), QStringLiteral("Marcus"), QStringLiteral("Bell"));
    planStep(alder, onLastDay, QDate(2026, 10, 30), QDate(2026, 11, 2));
    planStep(alder, dayAfter, QDate(2026, 10, 30), QDate(2026, 11, 1));
    const workflow::PatientList list(alder.practice());
    REQUIRE_FALSE(required(list.summary(onLastDay)).next.value().isLate);
    REQUIRE(required(list.summary(dayAfter)).next.value().isLate);
    REQUIRE(required(list.summary(dayAfter)).dosesPlanned == 1);
}

TEST_CASE("A line counts doses that were held, not those that were cancelled", "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto elena = alder.addElena();
    auto& practice = alder.practice();
    for (const auto state : {record::SessionState::Held, record::SessionState::Signed,
                             record::SessionState::Cancelled, record::SessionState::Planned}) {
        record::DosingSession session;
        session.id = practice.ids().next<record::SessionId>();
        session.patient = elena;
        session.booked = {QDate(2026, 10, 12), QTime(10, 0), practice.practice().zone};
        session.state = state;
        required(workflow::WritingDoor(practice).save({{record::Action::Created, session, {}}}));
    }
    REQUIRE(required(workflow::PatientList(practice).summary(elena)).dosesGiven == 2);
}

TEST_CASE("A depression scale stands for the course, even when a recovery score is newer",
          "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto elena = alder.addElena();
    const auto rate = [&](const char* instrument, double total) {
        workflow::RatingDraft draft;
        draft.patient = elena;
        draft.instrument = QString::fromLatin1(instrument);
        draft.mode = record::RatingMode::TotalOnly;
        draft.assessedAt = alder.practice().now();
        draft.total = total;
        required(workflow::RatingCare(alder.practice()).save(draft));
        alder.clock().advanceMs(60'000);
    };
    rate("padss", 10);
    REQUIRE(required(workflow::PatientList(alder.practice()).summary(elena)).instrument ==
            QStringLiteral("padss"));
    rate("phq-9", 12);
    rate("padss", 9);
    const auto line = required(workflow::PatientList(alder.practice()).summary(elena));
    REQUIRE(line.instrument == QStringLiteral("phq-9"));
    REQUIRE(line.scores == QList<double>{12});
}

TEST_CASE("An unknown patient has no line", "[workflow][list]") {
    OpenPracticeFixture alder;
    const auto line = workflow::PatientList(alder.practice()).summary(record::PatientId{});
    REQUIRE_FALSE(line.has_value());
    REQUIRE(line.error().code == base::ErrorCode::NotFound);
}

} // namespace test_patient_list
