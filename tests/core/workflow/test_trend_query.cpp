// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/trend_query.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_trend_query {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::TrendQuery;

namespace {

workflow::RatingDraft draftOf(OpenPracticeFixture& fixture, const PatientId& patient, int daysAgo,
                              double total) {
    workflow::RatingDraft draft;
    draft.patient = patient;
    draft.instrument = QStringLiteral("bdi-ii");
    draft.assessedAt = fixture.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    draft.total = total;
    return draft;
}

RatingId rate(OpenPracticeFixture& fixture, const PatientId& patient, int daysAgo, double total) {
    return required(workflow::RatingCare(fixture.practice()).save(draftOf(fixture, patient, daysAgo, total)))
        .id;
}

DosingSession doseOf(OpenPracticeFixture& fixture, const PatientId& patient, int daysAgo) {
    DosingSession dose;
    dose.id = fixture.practice().ids().next<SessionId>();
    dose.patient = patient;
    dose.number = 1;
    dose.startedAt = fixture.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo + 60);
    dose.state = SessionState::Held;
    dose.booked = {dose.startedAt->local(fixture.practice().zone()).date(), QTime(10, 0),
                   QStringLiteral("Europe/Oslo")};
    return dose;
}

PlanStep stepOf(OpenPracticeFixture& fixture, const TreatmentPlan& plan, StepKind kind, int day) {
    PlanStep step;
    step.id = fixture.practice().ids().next<StepId>();
    step.plan = plan.id;
    step.patient = plan.patient;
    step.kind = kind;
    step.key = QStringLiteral("step-%1").arg(day);
    step.title = step.key;
    const QDate date = plan.start.addDays(day);
    step.window = StepWindow{{date, {}}, {date, {}}, {date, {}}};
    return step;
}

} // namespace

TEST_CASE("A corrected rating says what it was, why and by whom", "[workflow][trend]") {
    OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    rate(fixture, patient, 20, 30);
    const auto mended = rate(fixture, patient, 10, 15);
    const TrendQuery query(fixture.practice());
    REQUIRE(required(query.corrections(patient)).isEmpty());
    workflow::RatingCare care(fixture.practice());
    required(care.correct(mended, draftOf(fixture, patient, 10, 25), QStringLiteral("digits swapped")));
    required(care.correct(mended, draftOf(fixture, patient, 10, 24), QStringLiteral("read again")));
    const auto corrections = required(query.corrections(patient));
    REQUIRE(corrections.size() == 1);
    REQUIRE(corrections.first().rating == mended);
    REQUIRE(corrections.first().formerTotal == 15.0);
    REQUIRE(corrections.first().reason == QStringLiteral("read again"));
    REQUIRE(workflow::correctionInWords(corrections.first(), fixture.practice().zone(), QLocale::c()) ==
            QStringLiteral("corrected 2 Nov 2026 by Ruth Adeyemi, before 15: read again"));
}

TEST_CASE("Nineteen other courses give a number, twenty a band", "[workflow][trend]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    QList<storage::Change> doses{{Action::Created, doseOf(fixture, elena, 40), {}}};
    rate(fixture, elena, 41, 40);
    rate(fixture, elena, 10, 1);
    const TrendQuery query(fixture.practice());
    for (int i = 1; i <= 20; ++i) {
        const auto patient = fixture.addPatient(QStringLiteral("Q-%1").arg(i), QStringLiteral("Person"),
                                                QStringLiteral("Number%1").arg(i));
        doses.append({Action::Created, doseOf(fixture, patient, 40), {}});
        rate(fixture, patient, 41, 40);
        rate(fixture, patient, 10, i);
        if (i == 19) {
            required(workflow::WritingDoor(fixture.practice()).save(doses));
            doses.clear();
            const auto few = required(query.practiceBand(QStringLiteral("bdi-ii"), elena));
            REQUIRE(few.courses == 19);
            REQUIRE(few.steps.isEmpty());
        }
    }
    required(workflow::WritingDoor(fixture.practice()).save(doses));
    const auto band = required(query.practiceBand(QStringLiteral("bdi-ii"), elena));
    REQUIRE(band.courses == 20);
    REQUIRE(band.steps.size() == 2);
    REQUIRE(band.steps.last().low == 5.75);
    REQUIRE(band.steps.last().high == 15.25);
    REQUIRE_FALSE(query.practiceBand(QStringLiteral("no-such"), elena).has_value());
}

TEST_CASE("The phases of a plan follow each other on the calendar", "[workflow][trend]") {
    OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    const TrendQuery query(fixture.practice());
    REQUIRE(required(query.phases(patient)).isEmpty());
    TreatmentPlan plan;
    plan.id = fixture.practice().ids().next<PlanId>();
    plan.patient = patient;
    plan.protocol = QStringLiteral("iv-cbt");
    plan.state = PlanState::Active;
    plan.start = fixture.practice().today();
    QList<storage::Change> changes{{Action::Created, plan, {}}};
    for (const auto& [kind, day] : {std::pair{StepKind::Screening, -20}, std::pair{StepKind::Dosing, 0},
                                    std::pair{StepKind::Dosing, 17}, std::pair{StepKind::Therapy, 24},
                                    std::pair{StepKind::Therapy, 90}}) {
        changes.append({Action::Created, stepOf(fixture, plan, kind, day), {}});
    }
    required(workflow::WritingDoor(fixture.practice()).save(changes));
    const auto phases = required(query.phases(patient));
    REQUIRE(phases.size() == 3);
    REQUIRE(phases.at(0).id == QStringLiteral("screening"));
    REQUIRE(phases.at(0).to == plan.start);
    REQUIRE(phases.at(1).title == QStringLiteral("Infusions with integration"));
    REQUIRE(phases.at(1).from == plan.start);
    REQUIRE(phases.at(1).to == plan.start.addDays(24));
    REQUIRE(phases.at(2).to == plan.start.addDays(91));
}

TEST_CASE("The ratings that the plan still waits for are named by day, the late ones as late",
          "[workflow][trend]") {
    OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    const TrendQuery query(fixture.practice());
    const QString phq = QStringLiteral("phq-9");
    REQUIRE(required(query.awaited(patient, phq)).isEmpty());
    TreatmentPlan plan;
    plan.id = fixture.practice().ids().next<PlanId>();
    plan.patient = patient;
    plan.protocol = QStringLiteral("iv-cbt");
    plan.state = PlanState::Active;
    plan.start = fixture.practice().today();
    QList<storage::Change> changes{{Action::Created, plan, {}}};
    for (const int day : {7, -3, 0, 14}) {
        PlanStep step = stepOf(fixture, plan, StepKind::Rating, day);
        step.instruments = {phq};
        if (day == 14) {
            step.waivedBy = fixture.clinician();
        }
        changes.append({Action::Created, step, {}});
    }
    required(workflow::WritingDoor(fixture.practice()).save(changes));
    REQUIRE(required(query.awaited(patient, phq)) ==
            QList<workflow::AwaitedRating>{
                {plan.start.addDays(-3), true}, {plan.start, false}, {plan.start.addDays(7), false}});
    REQUIRE(required(query.awaited(patient, QStringLiteral("gad-7"))).isEmpty());
}

TEST_CASE("The rule for mixed recall windows can be off for a query", "[workflow][trend]") {
    OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    required(workflow::WritingDoor(fixture.practice())
                 .save({{Action::Created, doseOf(fixture, patient, 20), {}}}));
    rate(fixture, patient, 21, 30);
    rate(fixture, patient, 18, 14);
    const workflow::RatingQuery ratings(fixture.practice());
    const auto on = required(ratings.of(patient));
    REQUIRE_FALSE(on.series.first().trend.response.has_value());
    const auto off = required(ratings.of(patient, outcomes::builtInTrendRules().countingAll()));
    REQUIRE(off.series.first().trend.response == true);
    REQUIRE(off.series.first().trend.countsAll);
}

} // namespace test_trend_query
