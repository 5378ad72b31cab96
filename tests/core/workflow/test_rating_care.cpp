// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_care.h"

#include "core/record/packing.h"
#include "core/workflow/catalog.h"
#include "core/workflow/rating_modes.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_rating_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::RatingCare;
using workflow::RatingDraft;
using workflow::RiskLane;

namespace {

QList<Answer> answersOf(std::initializer_list<int> points) {
    QList<Answer> answers;
    for (const int value : points) {
        answers.append(Answer::given(value));
    }
    return answers;
}

/// A PHQ-9 whose ninth answer is 0: total 13.
RatingDraft phq9Of(OpenPracticeFixture& fixture, const PatientId& patient) {
    RatingDraft draft;
    draft.patient = patient;
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = fixture.practice().now();
    draft.answers = answersOf({2, 2, 2, 2, 1, 2, 1, 1, 0});
    return draft;
}

QString stored9Version(OpenPracticeFixture& fixture) {
    return fixture.practice().catalog().instruments.find(QStringLiteral("phq-9"))->version;
}

Rating stored(OpenPracticeFixture& fixture, const RatingId& id) {
    return required(fixture.practice().file().records().find<Rating>(id)).value();
}

} // namespace

TEST_CASE("A rating is saved with its score", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto saved = required(RatingCare(fixture.practice()).save(phq9Of(fixture, elena)));
    REQUIRE(saved.score.total == 13.0);
    REQUIRE_FALSE(saved.risk.has_value());
    const auto rating = stored(fixture, saved.id);
    REQUIRE(rating.patient == elena);
    REQUIRE(rating.total == 13.0);
    REQUIRE(rating.rawSum == 13.0);
    REQUIRE(rating.band == QStringLiteral("moderate"));
    REQUIRE(rating.answers.size() == 9);
    REQUIRE(rating.rater == fixture.clinician());
    REQUIRE(rating.recallDays == 14);
    REQUIRE(rating.instrumentVersion ==
            fixture.practice().catalog().instruments.find(QStringLiteral("phq-9"))->version);
    REQUIRE(required(RiskLane(fixture.practice()).openItems()).isEmpty());
}

TEST_CASE("A typed total has no answers and no raw sum", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.answers.clear();
    draft.total = 20;
    const auto rating = stored(fixture, required(RatingCare(fixture.practice()).save(draft)).id);
    REQUIRE(rating.mode == RatingMode::TotalOnly);
    REQUIRE(rating.total == 20.0);
    REQUIRE_FALSE(rating.rawSum.has_value());
    REQUIRE(rating.band == QStringLiteral("severe"));
}

TEST_CASE("A rating with too much missing has no total", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    for (int item = 0; item < 3; ++item) {
        draft.answers[item] = Answer{};
    }
    const auto rating = stored(fixture, required(RatingCare(fixture.practice()).save(draft)).id);
    REQUIRE_FALSE(rating.total.has_value());
    REQUIRE(rating.band.isEmpty());
}

TEST_CASE("An impossible form is not saved", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    const auto requireRefused = [&] {
        const auto saved = RatingCare(fixture.practice()).save(draft);
        REQUIRE(saved.error().code == ErrorCode::InvalidInput);
        REQUIRE(required(fixture.practice().file().records().count(RecordKind::Rating)) == 0);
        return saved.error().sentence();
    };
    SECTION("an answer out of range, named by its item") {
        draft.answers[3] = Answer::given(4);
        REQUIRE(requireRefused().contains(QStringLiteral("item 4")));
    }
    SECTION("a wrong number of answers") {
        draft.answers.removeLast();
        REQUIRE(requireRefused().contains(QStringLiteral("9")));
    }
    SECTION("a total out of range") {
        draft.answers.clear();
        draft.total = 28;
        REQUIRE(requireRefused().contains(QStringLiteral("27")));
    }
    SECTION("a version that is not installed") {
        draft.instrumentVersion = QStringLiteral("0.9.0");
        const QString sentence = requireRefused();
        REQUIRE(sentence.contains(QStringLiteral("version 0.9.0 of PHQ-9")));
        draft.instrumentVersion = stored9Version(fixture);
        REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
    }
}

TEST_CASE("A rating needs an instrument and a patient that exist", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.instrument = QStringLiteral("phq-99");
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::NotFound);
    draft = phq9Of(fixture, fixture.practice().ids().next<PatientId>());
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::NotFound);
}

TEST_CASE("A rating of a time to come is refused", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.assessedAt = fixture.practice().now().plusMs(60'001);
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::InvalidInput);
    draft.assessedAt = fixture.practice().now().plusMs(60'000);
    REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
}

TEST_CASE("A rating of today without a time of day is not to come", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.timeKnown = false;
    draft.assessedAt = fixture.at(fixture.practice().today(), QTime(12, 0));
    REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
    draft.assessedAt = fixture.at(fixture.practice().today().addDays(1), QTime(12, 0));
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("A rating before the patient's birth is refused", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.assessedAt = fixture.at(QDate(1984, 3, 11), QTime(23, 59));
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::InvalidInput);
    draft.assessedAt = fixture.at(QDate(1984, 3, 12), QTime(0, 0));
    REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
}

TEST_CASE("An administrator alone enters no rating", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto draft = phq9Of(fixture, fixture.addElena());
    fixture.signInAs(QStringLiteral("Jonas Lindqvist"), Role::Administrator);
    REQUIRE(RatingCare(fixture.practice()).save(draft).error().code == ErrorCode::Refused);
}

TEST_CASE("A saved rating fulfils its step", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    PlanStep step;
    step.id = fixture.practice().ids().next<StepId>();
    step.plan = fixture.practice().ids().next<PlanId>();
    step.patient = fixture.addElena();
    step.key = QStringLiteral("rating-1");
    step.kind = StepKind::Rating;
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, step, {}}}));
    auto draft = phq9Of(fixture, step.patient);
    draft.step = step.id;
    const auto first = required(RatingCare(fixture.practice()).save(draft));
    auto after = required(fixture.practice().file().records().find<PlanStep>(step.id)).value();
    REQUIRE(after.doneBy == first.id.uuid);
    REQUIRE(after.doneAt == draft.assessedAt);
    (void)required(RatingCare(fixture.practice()).save(draft));
    after = required(fixture.practice().file().records().find<PlanStep>(step.id)).value();
    REQUIRE(after.doneBy == first.id.uuid);
}

TEST_CASE("A corrected rating keeps its history", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    RatingCare care(fixture.practice());
    const auto saved = required(care.save(draft));
    draft.answers[0] = Answer::given(3);
    REQUIRE(care.correct(saved.id, draft, QStringLiteral(" ")).error().code == ErrorCode::InvalidInput);
    const auto corrected = required(care.correct(saved.id, draft, QStringLiteral("misread the paper")));
    REQUIRE(corrected.id == saved.id);
    REQUIRE(stored(fixture, saved.id).total == 14.0);
    const auto history = required(fixture.practice().file().historyOf(saved.id.uuid, draft.patient));
    REQUIRE(history.size() == 2);
    REQUIRE(history.last().action == Action::Amended);
    REQUIRE(history.last().reason == QStringLiteral("misread the paper"));
    REQUIRE(unpack<Rating>(history.first().content)->total == 13.0);
}

TEST_CASE("A correction cannot move a rating to another patient, instrument or time to come",
          "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto draft = phq9Of(fixture, fixture.addElena());
    RatingCare care(fixture.practice());
    const auto id = required(care.save(draft)).id;
    auto wrong = draft;
    const auto requireRefused = [&] {
        REQUIRE(care.correct(id, wrong, QStringLiteral("slip")).error().code == ErrorCode::InvalidInput);
        REQUIRE(stored(fixture, id).patient == draft.patient);
        REQUIRE(care.correct(fixture.practice().ids().next<RatingId>(), draft, QStringLiteral("slip"))
                    .error()
                    .code == ErrorCode::NotFound);
    };
    SECTION("another patient") {
        wrong.patient =
            fixture.addPatient(QStringLiteral("AH-2"), QStringLiteral("Tom"), QStringLiteral("Marsh"));
        requireRefused();
    }
    SECTION("another instrument") {
        wrong.instrument = QStringLiteral("phq-2");
        wrong.answers = answersOf({1, 1});
        requireRefused();
    }
    SECTION("a time to come") {
        wrong.assessedAt = draft.assessedAt.plusMinutes(5);
        requireRefused();
    }
}

TEST_CASE("A withdrawn rating is gone from the chart and stays in the journal", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto draft = phq9Of(fixture, fixture.addElena());
    RatingCare care(fixture.practice());
    const auto id = required(care.save(draft)).id;
    REQUIRE(care.withdraw(id, QString()).error().code == ErrorCode::InvalidInput);
    required(care.withdraw(id, QStringLiteral("another patient's form")));
    REQUIRE_FALSE(required(fixture.practice().file().records().find<Rating>(id)).has_value());
    const auto history = required(fixture.practice().file().historyOf(id.uuid, draft.patient));
    REQUIRE(history.last().action == Action::EnteredInError);
    REQUIRE(care.withdraw(id, QStringLiteral("again")).error().code == ErrorCode::NotFound);
}

TEST_CASE("A rating on the screen needs the owner's wording", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    auto draft = phq9Of(fixture, fixture.addElena());
    draft.mode = RatingMode::SelfOnScreen;
    REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
    draft.instrument = QStringLiteral("qids-sr16");
    draft.answers = answersOf({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    const auto refused = RatingCare(fixture.practice()).save(draft);
    REQUIRE(refused.error().code == ErrorCode::InvalidInput);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("on screen")));
    draft.mode = RatingMode::Paper;
    REQUIRE(RatingCare(fixture.practice()).save(draft).has_value());
    draft.mode.reset();
    const auto saved = required(RatingCare(fixture.practice()).save(draft));
    REQUIRE(stored(fixture, saved.id).mode == RatingMode::Paper);
}

TEST_CASE("The modes of an instrument follow from its wording and its rater", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto& instruments = fixture.practice().catalog().instruments;
    const auto* phq9 = instruments.find(QStringLiteral("phq-9"));
    REQUIRE(workflow::modesOf(*phq9).first() == RatingMode::SelfOnScreen);
    REQUIRE(workflow::isForPatients(*phq9));
    auto labelled = *phq9;
    labelled.wording = scales::Wording::Labels;
    REQUIRE(workflow::modesOf(labelled) == QList<RatingMode>{RatingMode::Paper});
    REQUIRE_FALSE(workflow::isForPatients(labelled));
    auto rated = *instruments.find(QStringLiteral("madrs"));
    REQUIRE(workflow::modesOf(rated) == QList<RatingMode>{RatingMode::Clinician});
    REQUIRE_FALSE(workflow::isForPatients(rated));
    REQUIRE_FALSE(workflow::isForPatients(*instruments.find(QStringLiteral("bdi-ii"))));
}

TEST_CASE("A step that asks for two instruments is done with the second", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    PlanStep step;
    step.id = fixture.practice().ids().next<StepId>();
    step.plan = fixture.practice().ids().next<PlanId>();
    step.patient = fixture.addElena();
    step.key = QStringLiteral("rating-1");
    step.kind = StepKind::Rating;
    step.instruments = {QStringLiteral("phq-9"), QStringLiteral("phq-2")};
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, step, {}}}));
    const auto storedStep = [&] {
        return required(fixture.practice().file().records().find<PlanStep>(step.id)).value();
    };
    auto draft = phq9Of(fixture, step.patient);
    draft.step = step.id;
    required(RatingCare(fixture.practice()).save(draft));
    REQUIRE_FALSE(storedStep().doneBy.has_value());
    draft.instrument = QStringLiteral("phq-2");
    draft.answers = answersOf({1, 1});
    const auto second = required(RatingCare(fixture.practice()).save(draft));
    REQUIRE(storedStep().doneBy == second.id.uuid);
    required(RatingCare(fixture.practice()).withdraw(second.id, QStringLiteral("another's form")));
    REQUIRE_FALSE(storedStep().doneBy.has_value());
}

TEST_CASE("A rating of another version is not corrected", "[workflow][rating]") {
    OpenPracticeFixture fixture;
    const auto draft = phq9Of(fixture, fixture.addElena());
    RatingCare care(fixture.practice());
    auto rating = stored(fixture, required(care.save(draft)).id);
    rating.instrumentVersion = QStringLiteral("0.9.0");
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Changed, rating, {}}}));
    const auto refused = care.correct(rating.id, draft, QStringLiteral("misread"));
    REQUIRE(refused.error().code == ErrorCode::InvalidInput);
    REQUIRE(refused.error().why.contains(QStringLiteral("0.9.0")));
}

} // namespace test_rating_care
