// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/risk_lane.h"

#include "core/workflow/rating_care.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::RatingCare;
using workflow::RatingDraft;
using workflow::RiskAssessment;
using workflow::RiskLane;

namespace {

/// A PHQ-9 of 8 points whose last answer is item 9.
RatingDraft phq9With(OpenPracticeFixture& fixture, const PatientId& patient, int item9) {
    RatingDraft draft;
    draft.patient = patient;
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = fixture.practice().now();
    for (const int points : {1, 1, 1, 1, 1, 1, 1, 1 - item9, item9}) {
        draft.answers.append(Answer::given(points));
    }
    return draft;
}

RiskAssessment completeAssessment(OpenPracticeFixture& fixture) {
    return {QStringLiteral("Passive thoughts, no plan"), QStringLiteral("Safety plan renewed"),
            fixture.practice().today().addDays(2)};
}

} // namespace

TEST_CASE("Item 9 of the PHQ-9 opens a risk item with the total in words", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto none = required(RatingCare(fixture.practice()).save(phq9With(fixture, elena, 0)));
    REQUIRE_FALSE(none.risk.has_value());
    const auto saved = required(RatingCare(fixture.practice()).save(phq9With(fixture, elena, 1)));
    REQUIRE(saved.risk.has_value());
    REQUIRE(saved.risk->patient == elena);
    REQUIRE(saved.risk->number == 1);
    REQUIRE(saved.risk->level == RiskLevel::Assess);
    REQUIRE(saved.risk->isOpen());
    REQUIRE(saved.risk->evidence.size() == 1);
    REQUIRE(saved.risk->evidence.first().rating == saved.id);
    REQUIRE(saved.risk->evidence.first().text.contains(QStringLiteral("PHQ-9")));
    REQUIRE(saved.risk->evidence.first().text.contains(QStringLiteral("tem 9")));
    REQUIRE(saved.risk->evidence.first().text.contains(QStringLiteral("total 8")));
    REQUIRE(required(RiskLane(fixture.practice()).openItem(elena)) == saved.risk);
}

TEST_CASE("A second sign adds to the open item", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    RatingCare care(fixture.practice());
    const auto first = required(care.save(phq9With(fixture, elena, 1)));
    fixture.clock().advanceMs(86'400'000);
    const auto second = required(care.save(phq9With(fixture, elena, 1)));
    REQUIRE(second.risk->id == first.risk->id);
    REQUIRE(second.risk->evidence.size() == 2);
    REQUIRE(required(RiskLane(fixture.practice()).openItems()).size() == 1);
}

TEST_CASE("Each patient has an item of the own, counted in the practice", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto tom =
        fixture.addPatient(QStringLiteral("AH-2"), QStringLiteral("Tom"), QStringLiteral("Field"));
    RatingCare care(fixture.practice());
    REQUIRE(required(care.save(phq9With(fixture, elena, 1))).risk->number == 1);
    REQUIRE(required(care.save(phq9With(fixture, tom, 1))).risk->number == 2);
    REQUIRE(required(RiskLane(fixture.practice()).itemsOf(tom)).size() == 1);
}

TEST_CASE("A correction that says the same of the danger adds no evidence", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    auto draft = phq9With(fixture, fixture.addElena(), 1);
    RatingCare care(fixture.practice());
    const auto saved = required(care.save(draft));
    draft.mode = RatingMode::Paper;
    required(care.correct(saved.id, draft, QStringLiteral("it was on paper")));
    const auto open = required(RiskLane(fixture.practice()).openItem(draft.patient));
    REQUIRE(open->evidence.size() == 1);
    draft.answers[0] = Answer::given(3);
    required(care.correct(saved.id, draft, QStringLiteral("misread")));
    const auto after = required(RiskLane(fixture.practice()).openItem(draft.patient));
    REQUIRE(after->evidence.size() == 2);
    REQUIRE(after->evidence.last().text.contains(QStringLiteral("total 10")));
}

TEST_CASE("A clinician's own finding opens an item or raises the open one", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    RiskLane lane(fixture.practice());
    REQUIRE(lane.open(elena, RiskLevel::Note, QStringLiteral(" ")).error().code == ErrorCode::InvalidInput);
    const auto first = required(lane.open(elena, RiskLevel::Urgent, QStringLiteral("says goodbye")));
    REQUIRE(required(lane.open(elena, RiskLevel::Note, QStringLiteral("calmer"))) == first);
    const auto item = required(lane.openItem(elena)).value();
    REQUIRE(item.level == RiskLevel::Urgent);
    REQUIRE(item.evidence.size() == 2);
    fixture.practice().actAsProgram(QStringLiteral("kairos-cli, ruth"));
    REQUIRE(lane.open(elena, RiskLevel::Note, QStringLiteral("x")).error().code == ErrorCode::Refused);
}

TEST_CASE("The gravest open item comes first", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto tom =
        fixture.addPatient(QStringLiteral("AH-2"), QStringLiteral("Tom"), QStringLiteral("Field"));
    required(lane.open(elena, RiskLevel::Note, QStringLiteral("restless")));
    required(lane.open(tom, RiskLevel::Urgent, QStringLiteral("has a plan")));
    const auto items = required(lane.openItems());
    REQUIRE(items.size() == 2);
    REQUIRE(items.first().patient == tom);
}

TEST_CASE("A risk item closes only with assessment, plan and next look", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Assess, QStringLiteral("item 9")));
    auto assessment = completeAssessment(fixture);
    const auto requireRefused = [&] {
        const auto closed = lane.close(id, assessment);
        REQUIRE(closed.error().code == ErrorCode::InvalidInput);
        REQUIRE(required(lane.openItem(elena)).has_value());
    };
    SECTION("no assessment") {
        assessment.assessment = QStringLiteral(" ");
        requireRefused();
    }
    SECTION("no plan") {
        assessment.plan.clear();
        requireRefused();
    }
    SECTION("no next look") {
        assessment.nextLook = QDate();
        requireRefused();
    }
    SECTION("a next look that has passed") {
        assessment.nextLook = fixture.practice().today().addDays(-1);
        requireRefused();
    }
}

TEST_CASE("A closed risk item says who closed it, and a new sign opens another", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Assess, QStringLiteral("item 9")));
    auto assessment = completeAssessment(fixture);
    assessment.nextLook = fixture.practice().today();
    required(lane.close(id, assessment));
    REQUIRE_FALSE(required(lane.openItem(elena)).has_value());
    const auto item = required(lane.itemsOf(elena)).first();
    REQUIRE(item.closedBy == fixture.clinician());
    REQUIRE(item.closedAt == fixture.practice().now());
    REQUIRE(item.nextLook == fixture.practice().today());
    REQUIRE(lane.close(id, assessment).error().code == ErrorCode::Refused);
    const auto next = required(RatingCare(fixture.practice()).save(phq9With(fixture, elena, 1)));
    REQUIRE(next.risk->id != id);
    REQUIRE(next.risk->number == 2);
}

TEST_CASE("A monitor does not close a risk item", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto id = required(lane.open(fixture.addElena(), RiskLevel::Assess, QStringLiteral("item 9")));
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Monitor);
    REQUIRE(lane.close(id, completeAssessment(fixture)).error().code == ErrorCode::Refused);
    REQUIRE(
        lane.close(fixture.practice().ids().next<RiskItemId>(), completeAssessment(fixture)).error().code ==
        ErrorCode::NotFound);
}
