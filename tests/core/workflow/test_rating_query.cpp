// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/rating_query.h"

#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_rating_query {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::RatingQuery;

namespace {

RatingId rate(OpenPracticeFixture& fixture, const PatientId& patient, const char* id, int daysAgo,
              const std::optional<StepId>& step = {}) {
    workflow::RatingDraft draft;
    draft.patient = patient;
    draft.step = step;
    draft.instrument = QString::fromLatin1(id);
    draft.assessedAt = fixture.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    const auto* instrument = fixture.practice().catalog().instruments.find(draft.instrument);
    for (std::size_t i = 0; i < instrument->items.size(); ++i) {
        draft.answers.append(Answer::given(0));
    }
    return required(workflow::RatingCare(fixture.practice()).save(draft)).id;
}

struct Planned {
    int earliest = 0; ///< days from today
    int latest = 0;
    PlanState state = PlanState::Active;
};

PlanStep ratingStep(OpenPracticeFixture& fixture, const PatientId& patient, const Planned& planned) {
    TreatmentPlan plan;
    plan.id = fixture.practice().ids().next<PlanId>();
    plan.patient = patient;
    plan.state = planned.state;
    plan.start = fixture.practice().today();
    PlanStep step;
    step.id = fixture.practice().ids().next<StepId>();
    step.plan = plan.id;
    step.patient = patient;
    step.key = QStringLiteral("rating-1");
    step.title = QStringLiteral("Weekly ratings");
    step.kind = StepKind::Rating;
    step.instruments = {QStringLiteral("phq-9"), QStringLiteral("gad-7")};
    const QDate today = fixture.practice().today();
    step.window = StepWindow{{today.addDays(planned.earliest), {}},
                             {today.addDays(planned.latest), {}},
                             {today.addDays(planned.latest), {}}};
    required(workflow::WritingDoor(fixture.practice())
                 .save({{Action::Created, plan, {}}, {Action::Created, step, {}}}));
    return step;
}

} // namespace

TEST_CASE("Depression scales stand first, then the most rated", "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    rate(fixture, elena, "gad-7", 3);
    rate(fixture, elena, "gad-7", 2);
    rate(fixture, elena, "wsas", 2);
    rate(fixture, elena, "phq-9", 1);
    const auto ratings = required(RatingQuery(fixture.practice()).of(elena));
    REQUIRE(ratings.series.size() == 3);
    REQUIRE(ratings.series.at(0).instrument->id == QStringLiteral("phq-9"));
    REQUIRE(ratings.series.at(1).instrument->id == QStringLiteral("gad-7"));
    REQUIRE(ratings.series.at(1).ratings.first().assessedAt < ratings.series.at(1).ratings.last().assessedAt);
    REQUIRE(ratings.find(u"wsas") != nullptr);
    REQUIRE(ratings.find(u"madrs") == nullptr);
}

TEST_CASE("A judgement is kept for the views beside it, and made anew when rules or records change",
          "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    rate(fixture, patient, "phq-9", 3);
    const RatingQuery query(fixture.practice());
    const auto first = required(query.of(patient));
    const auto second = required(query.of(patient));
    REQUIRE(second.series.first().trend.points.constData() == first.series.first().trend.points.constData());
    REQUIRE_FALSE(first.series.first().trend.countsAll);
    const auto countingAll = outcomes::builtInTrendRules().countingAll();
    REQUIRE(required(query.of(patient, countingAll)).series.first().trend.countsAll);
    REQUIRE_FALSE(required(query.of(patient)).series.first().trend.countsAll);
    rate(fixture, patient, "phq-9", 1);
    REQUIRE(required(query.of(patient)).series.first().trend.points.size() == 2);
    const auto other =
        fixture.addPatient(QStringLiteral("AH-0413"), QStringLiteral("Jonas"), QStringLiteral("Berg"));
    REQUIRE(required(query.of(other)).series.isEmpty());
    REQUIRE(required(query.of(patient)).series.first().trend.points.size() == 2);
}

TEST_CASE("A series of an instrument that is not installed is refused", "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto none = RatingQuery(fixture.practice()).series(elena, QStringLiteral("no-such-form"));
    REQUIRE_FALSE(none.has_value());
    REQUIRE(none.error().code == base::ErrorCode::NotFound);
    REQUIRE(
        required(RatingQuery(fixture.practice()).series(elena, QStringLiteral("phq-9"))).ratings.isEmpty());
}

TEST_CASE("A step asks for its instruments from its first day, and says when it is late",
          "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const RatingQuery query(fixture.practice());
    ratingStep(fixture, elena, {1, 3});
    REQUIRE(required(query.due(elena)).isEmpty());
    const auto step = ratingStep(fixture, elena, {0, 0});
    const auto due = required(query.due(elena));
    REQUIRE(due.size() == 2);
    REQUIRE(due.first().step == step.id);
    REQUIRE_FALSE(due.first().isLate);
    fixture.clock().advanceMs(qint64{24} * 3600 * 1000);
    REQUIRE(required(query.due(elena)).first().isLate);
}

TEST_CASE("A step asks no more for what was rated, and a stopped plan asks for nothing",
          "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ratingStep(fixture, elena, {-1, 1, PlanState::Stopped});
    REQUIRE(required(RatingQuery(fixture.practice()).due(elena)).isEmpty());
    const auto step = ratingStep(fixture, elena, {-1, 1});
    REQUIRE(required(RatingQuery(fixture.practice()).due(elena)).size() == 2);
    rate(fixture, elena, "phq-9", 0, step.id);
    for (const auto& left : required(RatingQuery(fixture.practice()).due(elena))) {
        REQUIRE(left.instrument != QStringLiteral("phq-9"));
    }
}

TEST_CASE("A withdrawn rating is not found", "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto id = rate(fixture, elena, "phq-9", 1);
    REQUIRE(required(RatingQuery(fixture.practice()).rating(id)).id == id);
    required(workflow::RatingCare(fixture.practice()).withdraw(id, QStringLiteral("typed twice")));
    const auto gone = RatingQuery(fixture.practice()).rating(id);
    REQUIRE_FALSE(gone.has_value());
    REQUIRE(gone.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("Late ratings stand first, then due ones, then what is done", "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const RatingQuery query(fixture.practice());
    const auto late = ratingStep(fixture, elena, {-4, -1});
    const auto due = ratingStep(fixture, elena, {-1, 0});
    ratingStep(fixture, elena, {1, 2});
    const auto done = rate(fixture, elena, "phq-9", 1, late.id);
    const auto duties = required(query.duties(elena));
    REQUIRE(duties.size() == 4);
    REQUIRE(duties.at(0).state == workflow::DutyState::Late);
    REQUIRE(duties.at(0).asked.step == late.id);
    REQUIRE(duties.at(0).asked.instrument == QStringLiteral("gad-7"));
    REQUIRE(duties.at(1).state == workflow::DutyState::Due);
    REQUIRE(duties.at(1).asked.step == due.id);
    REQUIRE(duties.at(2).state == workflow::DutyState::Due);
    REQUIRE(duties.at(3).state == workflow::DutyState::Done);
    REQUIRE(duties.at(3).rating == done);
    REQUIRE(required(query.due(elena)).size() == 3);
}

TEST_CASE("A corrected rating says how it stood before, who corrected it and why", "[workflow][ratings]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const RatingQuery query(fixture.practice());
    const auto id = rate(fixture, elena, "phq-9", 0);
    REQUIRE(required(query.former(required(query.rating(id)))).isEmpty());
    workflow::RatingDraft draft;
    draft.patient = elena;
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = fixture.practice().now();
    draft.answers = QList<Answer>(9, Answer::given(1));
    required(workflow::RatingCare(fixture.practice()).correct(id, draft, QStringLiteral("misread")));
    const auto former = required(query.former(required(query.rating(id))));
    REQUIRE(former.size() == 1);
    REQUIRE(former.first().rating.total == 0.0);
    REQUIRE(former.first().reason == QStringLiteral("misread"));
    REQUIRE(former.first().by == fixture.practice().actor().name);
}

} // namespace test_rating_query
