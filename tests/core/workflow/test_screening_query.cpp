// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/screening_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/screening_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_screening_query {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::ScreeningCare;
using workflow::ScreeningQuery;

namespace {

PatientId patientTaking(OpenPracticeFixture& fixture, const QStringList& names) {
    const auto elena = fixture.addElena();
    auto draft = required(workflow::PatientCare(fixture.practice()).load(elena));
    for (const QString& name : names) {
        draft.medications.append(Medication{{}, {}, name, {}, {}, {}});
    }
    required(workflow::PatientCare(fixture.practice()).save(draft));
    return elena;
}

PlanId startPlan(OpenPracticeFixture& fixture, const PatientId& patient, const char* protocol) {
    workflow::PlanWish wish;
    wish.patient = patient;
    wish.protocol = QLatin1String(protocol);
    wish.start = fixture.practice().today().addDays(14);
    return required(workflow::PlanCare(fixture.practice()).start(wish));
}

QStringList firstDoseBlockedBy(OpenPracticeFixture& fixture, const PlanId& plan) {
    const auto view = required(workflow::PlanQuery(fixture.practice()).view(plan));
    const auto dose = std::find_if(view.steps.begin(), view.steps.end(),
                                   [](const auto& row) { return row.step.kind == StepKind::Dosing; });
    REQUIRE(dose != view.steps.end());
    return dose->status.blockedBy;
}

bool isBlockedByScreening(OpenPracticeFixture& fixture, const PlanId& plan) {
    const QStringList reasons = firstDoseBlockedBy(fixture, plan);
    return std::any_of(reasons.begin(), reasons.end(), [](const QString& reason) {
        return reason.startsWith(QStringLiteral("screening: "));
    });
}

SessionId bookedDose(OpenPracticeFixture& fixture, const PatientId& patient) {
    DosingSession session;
    session.patient = patient;
    session.booked = {fixture.practice().today(), QTime(10, 0), QStringLiteral("Europe/Oslo")};
    return required(workflow::DosingCare(fixture.practice()).book(session));
}

safety::GateLine screeningLine(OpenPracticeFixture& fixture, const SessionId& id) {
    const auto view = required(workflow::DosingQuery(fixture.practice()).view(id));
    const auto line = std::find_if(view.preDose.begin(), view.preDose.end(),
                                   [](const auto& one) { return one.id == QLatin1String("screening"); });
    REQUIRE(line != view.preDose.end());
    return *line;
}

} // namespace

TEST_CASE("Without a plan the medicines are checked at their strictest", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = patientTaking(fixture, {QStringLiteral("Clarithromycin")});
    const auto view = required(ScreeningQuery(fixture.practice()).view(elena));
    REQUIRE_FALSE(view.course.route.has_value());
    REQUIRE(view.interactions.worst() == safety::InteractionLevel::Strong);
}

TEST_CASE("The plan's route decides how an interaction counts", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = patientTaking(fixture, {QStringLiteral("Clarithromycin")});
    startPlan(fixture, elena, "iv-cbt");
    const auto view = required(ScreeningQuery(fixture.practice()).view(elena));
    REQUIRE(view.course.route == Route::Intravenous);
    REQUIRE(view.course.substance == safety::Substance::Racemic);
    REQUIRE(view.interactions.worst() == safety::InteractionLevel::Information);
}

TEST_CASE("A course of esketamine reads the esketamine rules", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = patientTaking(fixture, {QStringLiteral("Nasonex")});
    startPlan(fixture, elena, "esketamine-trd");
    const auto view = required(ScreeningQuery(fixture.practice()).view(elena));
    REQUIRE(view.course.route == Route::Intranasal);
    REQUIRE(view.course.substance == safety::Substance::Esketamine);
    REQUIRE(view.interactions.worst() == safety::InteractionLevel::Caution);
}

TEST_CASE("A medicine that has ended is not checked", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = patientTaking(fixture, {QStringLiteral("Lorazepam"), QStringLiteral("Zorbacil")});
    auto draft = required(workflow::PatientCare(fixture.practice()).load(elena));
    for (Medication& medication : draft.medications) {
        if (medication.name == QStringLiteral("Lorazepam")) {
            medication.ended = fixture.practice().today();
        }
    }
    required(workflow::PatientCare(fixture.practice()).save(draft));
    const auto view = required(ScreeningQuery(fixture.practice()).view(elena));
    REQUIRE(view.medication.size() == 1);
    REQUIRE(view.interactions.findings.isEmpty());
    REQUIRE(view.interactions.unchecked.first().typed == QStringLiteral("Zorbacil"));
}

TEST_CASE("The plan's doses stay blocked until the screening is met", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto plan = startPlan(fixture, elena, "iv-cbt");
    REQUIRE(isBlockedByScreening(fixture, plan));
    fixture.clearScreening(elena);
    REQUIRE_FALSE(isBlockedByScreening(fixture, plan));
}

TEST_CASE("The plan's doses are let go by an override", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto plan = startPlan(fixture, elena, "iv-cbt");
    required(
        ScreeningCare(fixture.practice())
            .overrideGate(elena, QStringLiteral("known to the clinic"), OpenPracticeFixture::password()));
    REQUIRE_FALSE(isBlockedByScreening(fixture, plan));
}

TEST_CASE("The run sheet stops a first dose at the screening", "[workflow][screening][dosing]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = bookedDose(fixture, elena);
    REQUIRE(screeningLine(fixture, session).state == safety::GateState::NotMet);
    REQUIRE(screeningLine(fixture, session).level == base::FindingLevel::Stop);
    fixture.clearScreening(elena);
    REQUIRE(screeningLine(fixture, session).state == safety::GateState::Met);
    required(ScreeningCare(fixture.practice())
                 .answer(elena, QStringLiteral("vascular"), ScreeningState::Present, {}));
    REQUIRE(screeningLine(fixture, session).state == safety::GateState::NotMet);
    required(workflow::DosingCare(fixture.practice())
                 .overrideLine(session, Gate::PreDose, QStringLiteral("screening"),
                               QStringLiteral("repaired in 2019"), OpenPracticeFixture::password()));
    REQUIRE(screeningLine(fixture, session).state == safety::GateState::Overridden);
}

TEST_CASE("After a first dose an open screening informs", "[workflow][screening][dosing]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    DosingSession given;
    given.id = fixture.practice().ids().next<SessionId>();
    given.patient = elena;
    given.booked = {fixture.practice().today().addDays(-3), QTime(10, 0), QStringLiteral("Europe/Oslo")};
    given.state = SessionState::Held;
    given.startedAt = fixture.practice().now().plusMinutes(-3 * 24 * 60);
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, given, {}}}));
    const auto next = bookedDose(fixture, elena);
    REQUIRE(screeningLine(fixture, next).level == base::FindingLevel::Caution);
    REQUIRE_FALSE(required(ScreeningQuery(fixture.practice()).gate(elena)).holdsDose());
    required(ScreeningCare(fixture.practice())
                 .answer(elena, QStringLiteral("psychosis"), ScreeningState::Present, {}));
    REQUIRE(screeningLine(fixture, next).level == base::FindingLevel::Stop);
    REQUIRE(required(ScreeningQuery(fixture.practice()).gate(elena)).holdsDose());
}

} // namespace test_screening_query
