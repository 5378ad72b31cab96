// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_screener_hold {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::DosingCare;
using workflow::DosingQuery;
using workflow::RiskLane;

namespace {

const QString kLine = QStringLiteral("screener");
const QString kReason = QStringLiteral("given for suicidality; two people stay");

SessionId bookToday(OpenPracticeFixture& fixture, const PatientId& patient) {
    DosingSession session;
    session.patient = patient;
    session.booked = {fixture.practice().today(), QTime(10, 0), QStringLiteral("Europe/Oslo")};
    return required(DosingCare(fixture.practice()).book(session));
}

/// A C-SSRS as its form is asked: 0 no, 1 yes, -1 without an answer.
RatingId screen(OpenPracticeFixture& fixture, const PatientId& patient, const QList<int>& answers) {
    workflow::RatingDraft draft;
    draft.patient = patient;
    draft.instrument = QStringLiteral("c-ssrs");
    draft.assessedAt = fixture.practice().now();
    for (const int answer : answers) {
        draft.answers.append(answer < 0 ? Answer{} : Answer::given(answer));
    }
    return required(workflow::RatingCare(fixture.practice()).save(draft)).id;
}

safety::GateLine lineOf(OpenPracticeFixture& fixture, const SessionId& session) {
    const auto view = required(DosingQuery(fixture.practice()).view(session));
    const auto found = std::find_if(view.preDose.begin(), view.preDose.end(),
                                    [](const safety::GateLine& line) { return line.id == kLine; });
    REQUIRE(found != view.preDose.end());
    return *found;
}

base::Outcome overrideIt(OpenPracticeFixture& fixture, const SessionId& session) {
    return DosingCare(fixture.practice())
        .overrideLine(session, Gate::PreDose, kLine, kReason, OpenPracticeFixture::password());
}

} // namespace

TEST_CASE("The highest class and an incomplete screener hold the dose until all three are recorded",
          "[workflow][dosing][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = bookToday(fixture, elena);
    REQUIRE(lineOf(fixture, session).state == safety::GateState::NotApplicable);
    // The highest class, and one with the behaviour questions left open.
    screen(fixture, elena, GENERATE(QList<int>{1, 1, 0, 1, 0, 0, 0}, QList<int>{0, 0, 0, 0, 0, -1, -1}));
    REQUIRE(lineOf(fixture, session).state == safety::GateState::NotMet);
    const auto early = overrideIt(fixture, session);
    REQUIRE(early.error().code == ErrorCode::Refused);
    REQUIRE(early.error().why.contains(QStringLiteral("safety plan")));
    RiskLane lane(fixture.practice());
    const auto item = required(lane.openItem(elena)).value();
    required(lane.assess(item.id, {QStringLiteral("intent denied"), QStringLiteral("plan renewed"), {}}));
    required(overrideIt(fixture, session));
    const auto line = lineOf(fixture, session);
    REQUIRE(line.state == safety::GateState::Overridden);
    REQUIRE(line.overriddenBy == fixture.clinician());
    REQUIRE(line.overrideReason == kReason);
    REQUIRE(required(lane.openItem(elena)).has_value()); // an override closes nothing
}

TEST_CASE("A closed risk item does not lift the screener's hold; a later screener does",
          "[workflow][dosing][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = bookToday(fixture, elena);
    screen(fixture, elena, {1, 1, 0, 1, 0, 0, 0});
    RiskLane lane(fixture.practice());
    const auto item = required(lane.openItem(elena)).value();
    REQUIRE(item.level == RiskLevel::Urgent);
    required(lane.close(item.id, {QStringLiteral("intent denied"), QStringLiteral("plan renewed"),
                                  fixture.practice().today().addDays(1)}));
    REQUIRE(lineOf(fixture, session).state == safety::GateState::NotMet);
    REQUIRE(lineOf(fixture, session).overrideNeeds.isEmpty());
    fixture.clock().advanceMs(3'600'000);
    screen(fixture, elena, {1, 0, 0, 0, 0, 0, 0});
    REQUIRE(lineOf(fixture, session).state == safety::GateState::Met);
}

TEST_CASE("A screener after an override holds the dose again", "[workflow][dosing][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = bookToday(fixture, elena);
    screen(fixture, elena, {1, 1, 0, 1, 0, 0, 0});
    RiskLane lane(fixture.practice());
    const auto item = required(lane.openItem(elena)).value();
    required(lane.assess(item.id, {QStringLiteral("intent denied"), QStringLiteral("plan renewed"), {}}));
    required(overrideIt(fixture, session));
    fixture.clock().advanceMs(60'000);
    screen(fixture, elena, {1, 1, 0, 0, 1, 0, 0});
    REQUIRE(lineOf(fixture, session).state == safety::GateState::NotMet);
    REQUIRE(overrideIt(fixture, session).error().code == ErrorCode::Refused);
    required(lane.assess(item.id, {QStringLiteral("plan told"), QStringLiteral("stays with us"), {}}));
    required(overrideIt(fixture, session));
}

TEST_CASE("A monitor does not override the screener's hold", "[workflow][dosing][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = bookToday(fixture, elena);
    screen(fixture, elena, {1, 1, 0, 1, 0, 0, 0});
    RiskLane lane(fixture.practice());
    const auto item = required(lane.openItem(elena)).value();
    required(lane.assess(item.id, {QStringLiteral("intent denied"), QStringLiteral("plan renewed"), {}}));
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Monitor);
    REQUIRE(overrideIt(fixture, session).error().code == ErrorCode::Refused);
    REQUIRE(lineOf(fixture, session).state == safety::GateState::NotMet);
}

} // namespace test_screener_hold
