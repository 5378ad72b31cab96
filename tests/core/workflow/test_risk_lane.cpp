// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/risk_lane.h"

#include "core/record/plan.h"
#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_risk_lane {
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

constexpr qint64 kDayMs = 86'400'000;

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

TEST_CASE("A closed risk item says who closed it, how grave it was judged, and when", "[workflow][risk]") {
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
    REQUIRE(item.settledLevel() == RiskLevel::Assess);
    REQUIRE(lane.close(id, assessment).error().code == ErrorCode::Refused);
}

TEST_CASE("A sign no graver than assessed is noted at the closed item until 14 days are over",
          "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    RatingCare care(fixture.practice());
    const auto id = required(care.save(phq9With(fixture, elena, 1))).risk->id;
    required(lane.close(id, completeAssessment(fixture)));
    fixture.clock().advanceMs(qint64{13} * kDayMs);
    const auto noted = required(care.save(phq9With(fixture, elena, 1)));
    REQUIRE(noted.risk->id == id);
    REQUIRE_FALSE(noted.risk->isOpen());
    REQUIRE(noted.risk->evidence.size() == 2);
    REQUIRE(noted.risk->evidence.last().notedAt == fixture.practice().now());
    REQUIRE(noted.risk->evidence.last().rating == noted.id);
    REQUIRE_FALSE(required(lane.openItem(elena)).has_value());
    fixture.clock().advanceMs(kDayMs);
    const auto again = required(care.save(phq9With(fixture, elena, 1)));
    REQUIRE(again.risk->id == id);
    REQUIRE(again.risk->isOpen());
    REQUIRE(again.risk->reopenedAt == fixture.practice().now());
    REQUIRE(again.risk->closings.size() == 1);
    REQUIRE(again.risk->closings.first().assessment == QStringLiteral("Passive thoughts, no plan"));
    REQUIRE(again.risk->closings.first().by == fixture.clinician());
    REQUIRE(again.risk->assessment.isEmpty());
    REQUIRE(required(lane.itemsOf(elena)).size() == 1);
}

TEST_CASE("A graver sign opens the closed item on the same day", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    RatingCare care(fixture.practice());
    const auto id = required(care.save(phq9With(fixture, elena, 1))).risk->id;
    auto assessment = completeAssessment(fixture);
    SECTION("above what the evidence said") {
        required(lane.close(id, assessment));
        auto draft = phq9With(fixture, elena, 1);
        draft.answers[7] = Answer::given(0);
        draft.answers[8] = Answer::given(3);
        const auto saved = required(care.save(draft));
        REQUIRE(saved.risk->isOpen());
        REQUIRE(saved.risk->level == RiskLevel::Urgent);
    }
    SECTION("above what the clinician judged, though equal to the evidence") {
        assessment.level = RiskLevel::Note;
        required(lane.close(id, assessment));
        REQUIRE(required(care.save(phq9With(fixture, elena, 1))).risk->isOpen());
    }
    SECTION("equal to what the clinician judged") {
        assessment.level = RiskLevel::Assess;
        required(lane.close(id, assessment));
        REQUIRE_FALSE(required(care.save(phq9With(fixture, elena, 1))).risk->isOpen());
    }
}

TEST_CASE("The practice's own days count instead of the default", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    auto practice = fixture.practice().practice();
    practice.riskReopenDays = 3;
    required(workflow::ClinicCare(fixture.practice()).savePractice(practice));
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    RatingCare care(fixture.practice());
    const auto id = required(care.save(phq9With(fixture, elena, 1))).risk->id;
    required(lane.close(id, completeAssessment(fixture)));
    fixture.clock().advanceMs(qint64{2} * kDayMs);
    REQUIRE_FALSE(required(care.save(phq9With(fixture, elena, 1))).risk->isOpen());
    fixture.clock().advanceMs(kDayMs);
    REQUIRE(required(care.save(phq9With(fixture, elena, 1))).risk->isOpen());
    for (const auto& [days, isTaken] :
         std::initializer_list<std::pair<int, bool>>{{-1, false}, {0, true}, {90, true}, {91, false}}) {
        INFO(days);
        practice.riskReopenDays = days;
        REQUIRE(workflow::ClinicCare(fixture.practice()).savePractice(practice).has_value() == isTaken);
    }
}

TEST_CASE("A new course has a risk item of its own", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    RatingCare care(fixture.practice());
    TreatmentPlan plan;
    plan.id = fixture.practice().ids().next<PlanId>();
    plan.patient = elena;
    plan.state = PlanState::Active;
    workflow::WritingDoor door(fixture.practice());
    required(door.save({{Action::Created, plan, {}}}));
    const auto first = required(care.save(phq9With(fixture, elena, 1))).risk;
    REQUIRE(first->course == plan.id);
    required(lane.close(first->id, completeAssessment(fixture)));
    TreatmentPlan next = plan;
    plan.state = PlanState::Completed;
    next.id = fixture.practice().ids().next<PlanId>();
    required(door.save({{Action::Changed, plan, {}}, {Action::Created, next, {}}}));
    const auto second = required(care.save(phq9With(fixture, elena, 1))).risk;
    REQUIRE(second->id != first->id);
    REQUIRE(second->number == 2);
    REQUIRE(second->isOpen());
}

TEST_CASE("A clinician's finding opens the closed item whatever was assessed", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Urgent, QStringLiteral("has a plan")));
    required(lane.close(id, completeAssessment(fixture)));
    REQUIRE(required(lane.open(elena, RiskLevel::Note, QStringLiteral("restless"))) == id);
    const auto item = required(lane.openItem(elena)).value();
    REQUIRE(item.level == RiskLevel::Note);
    REQUIRE(item.closings.size() == 1);
    REQUIRE(item.closings.first().level == RiskLevel::Urgent);
}

TEST_CASE("An assessment may be recorded while the item stays open", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Urgent, QStringLiteral("has a plan")));
    auto assessment = completeAssessment(fixture);
    assessment.plan = QStringLiteral(" ");
    REQUIRE(lane.assess(id, assessment).error().code == ErrorCode::InvalidInput);
    assessment = completeAssessment(fixture);
    assessment.nextLook = QDate();
    required(lane.assess(id, assessment));
    const auto item = required(lane.openItem(elena)).value();
    REQUIRE(item.isAssessed());
    REQUIRE(item.assessedBy == fixture.clinician());
    REQUIRE(item.assessedAt == fixture.practice().now());
    REQUIRE(item.isSettledSoFar());
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Monitor);
    REQUIRE(lane.assess(id, completeAssessment(fixture)).error().code == ErrorCode::Refused);
}

TEST_CASE("An answer copied from paper after the assessment asks for another one", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Assess, QStringLiteral("says goodbye")));
    REQUIRE_FALSE(required(lane.openItem(elena))->isSettledSoFar());
    fixture.clock().advanceMs(60'000);
    auto draft = phq9With(fixture, elena, 1); // filled in before the assessment, entered after it
    fixture.clock().advanceMs(60'000);
    required(lane.assess(id, completeAssessment(fixture)));
    REQUIRE(required(lane.openItem(elena))->isSettledSoFar());
    fixture.clock().advanceMs(60'000);
    required(RatingCare(fixture.practice()).save(draft));
    REQUIRE_FALSE(required(lane.openItem(elena))->isSettledSoFar());
}

TEST_CASE("An unanswered suicide item is for the lane, but it is no answer", "[workflow][risk]") {
    OpenPracticeFixture fixture;
    const auto* instrument = fixture.practice().catalog().instruments.find(QStringLiteral("phq-9"));
    auto draft = phq9With(fixture, fixture.addElena(), 0);
    draft.answers[8] = Answer{AnswerState::Declined, 0};
    const auto saved = required(RatingCare(fixture.practice()).save(draft));
    REQUIRE(RiskLane::levelOf(*instrument, saved.score) == RiskLevel::Assess);
    REQUIRE_FALSE(RiskLane::levelOfAnswers(*instrument, saved.score).has_value());
    REQUIRE(saved.risk->isOpen());
    draft.answers[8] = Answer::given(1);
    const auto answered = required(RatingCare(fixture.practice()).score(draft));
    REQUIRE(RiskLane::levelOfAnswers(*instrument, answered) == RiskLevel::Assess);
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

} // namespace test_risk_lane
