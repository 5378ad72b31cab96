// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/safety_plan_query.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/sheet_care.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_safety_plan_query {
using namespace kairos;
using namespace record;
using support::required;
using workflow::SafetyPlanQuery;
using workflow::SafetyPlanStanding;

namespace {

struct PlanBench {
    support::OpenPracticeFixture fixture;
    PatientId patient = fixture.addElena();

    workflow::OpenPractice& practice() { return fixture.practice(); }
    SafetyPlanStanding standing(const std::optional<base::Instant>& until = {}) {
        return required(SafetyPlanQuery(practice()).standing(patient, until));
    }
    void rate(const char* instrument, const QList<int>& answers) {
        workflow::RatingDraft draft;
        draft.patient = patient;
        draft.instrument = QString::fromLatin1(instrument);
        draft.assessedAt = practice().now();
        for (const int answer : answers) {
            draft.answers.append(Answer::given(answer));
        }
        required(workflow::RatingCare(practice()).save(draft));
    }
    TherapySheetId write(const QString& words, int reviewInDays, const TherapySheetId& id = {}) {
        TherapySheet sheet;
        sheet.id = id;
        sheet.patient = patient;
        sheet.form = therapy::kSafetyPlan;
        sheet.parts = {{QStringLiteral("warning-signs"), words}};
        sheet.date = practice().today().addDays(-10);
        sheet.reviewOn = practice().today().addDays(reviewInDays);
        return required(workflow::SheetCare(practice()).save(sheet));
    }
    void closeRisk() {
        workflow::RiskLane lane(practice());
        const auto item = required(lane.openItem(patient)).value();
        required(lane.close(item.id, {QStringLiteral("denied"), QStringLiteral("plan renewed"),
                                      practice().today().addDays(1)}));
    }
};

const QList<int> kNoScreen{0, 0, 0, 0, 0, 0, 0};
const QList<int> kWish{1, 0, 0, 0, 0, 0, 0};

} // namespace

TEST_CASE("Without a yes nothing asks for a plan, and an old one is not even read", "[workflow][plan]") {
    PlanBench bench;
    REQUIRE_FALSE(bench.standing().facts.isAskedFor());
    bench.write(QStringLiteral("no sleep"), 5);
    bench.rate("c-ssrs", kNoScreen);
    bench.rate("phq-9", {3, 3, 3, 3, 3, 3, 3, 3, 0});
    REQUIRE_FALSE(bench.standing().facts.isAskedFor());
    REQUIRE_FALSE(bench.standing().sheet.has_value());
}

TEST_CASE("A yes of the screener and an item 9 above zero ask for the plan, until a later rating says no",
          "[workflow][plan]") {
    PlanBench bench;
    bench.rate("c-ssrs", kWish);
    bench.rate("phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 1});
    const auto asked = bench.standing();
    REQUIRE(asked.facts.answers.size() == 3); // two answers, and the risk item they opened
    REQUIRE(asked.facts.answers.first().startsWith(QStringLiteral("C-SSRS")));
    REQUIRE(asked.facts.answers.at(1).startsWith(QStringLiteral("PHQ-9")));
    REQUIRE_FALSE(asked.facts.plan.has_value());
    bench.fixture.clock().advanceMs(60'000);
    bench.rate("c-ssrs", kNoScreen);
    bench.rate("phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 0});
    REQUIRE(bench.standing().facts.answers.size() == 1); // the item is still open
    bench.closeRisk();
    REQUIRE_FALSE(bench.standing().facts.isAskedFor());
}

TEST_CASE("A dose that has begun keeps the plan as it stood then", "[workflow][plan]") {
    PlanBench bench;
    bench.rate("c-ssrs", kWish);
    const auto id = bench.write(QStringLiteral("no sleep"), 5);
    bench.fixture.clock().advanceMs(3'600'000);
    const auto begin = bench.practice().now();
    bench.fixture.clock().advanceMs(3'600'000);
    bench.write(QStringLiteral("pacing at night"), 9, id);
    REQUIRE(bench.standing().sheet->parts.first().text == QStringLiteral("pacing at night"));
    const auto then = bench.standing(begin);
    REQUIRE(then.sheet->parts.first().text == QStringLiteral("no sleep"));
    REQUIRE(then.facts.plan->reviewOn == bench.practice().today().addDays(5));
}

TEST_CASE("A plan and a yes of after the beginning of a dose are not of it", "[workflow][plan]") {
    PlanBench bench;
    const auto begin = bench.practice().now();
    bench.fixture.clock().advanceMs(3'600'000);
    bench.rate("c-ssrs", kWish);
    REQUIRE_FALSE(bench.standing(begin).facts.isAskedFor());
    const auto later = bench.practice().now();
    bench.fixture.clock().advanceMs(3'600'000);
    bench.write(QStringLiteral("no sleep"), 5);
    REQUIRE(bench.standing(later).facts.isAskedFor());
    REQUIRE_FALSE(bench.standing(later).sheet.has_value());
    REQUIRE(bench.standing().sheet.has_value());
}

TEST_CASE(
    "The gate of a session says none on file, on file, and from the day after the review that it was due",
    "[workflow][plan][dosing]") {
    PlanBench bench;
    DosingSession session;
    session.patient = bench.patient;
    session.booked = {bench.practice().today(), QTime(10, 0), bench.practice().practice().zone};
    const auto id = required(workflow::DosingCare(bench.practice()).book(session));
    const auto line = [&] {
        const auto view = required(workflow::DosingQuery(bench.practice()).view(id));
        const auto found =
            std::find_if(view.preDose.begin(), view.preDose.end(),
                         [](const safety::GateLine& one) { return one.id == QStringLiteral("safety-plan"); });
        REQUIRE(found != view.preDose.end());
        return *found;
    };
    REQUIRE(line().state == safety::GateState::NotApplicable);
    bench.rate("c-ssrs", kWish);
    REQUIRE(line().evidence == QStringLiteral("none on file"));
    const auto plan = bench.write(QStringLiteral("no sleep"), 0);
    REQUIRE(line().state == safety::GateState::Met);
    bench.write(QStringLiteral("no sleep"), -1, plan);
    REQUIRE(line().state == safety::GateState::NotMet);
    REQUIRE(line().evidence.contains(QStringLiteral("review was due 1 Nov 2026")));
    required(workflow::DosingCare(bench.practice())
                 .overrideLine(id, Gate::PreDose, QStringLiteral("safety-plan"),
                               QStringLiteral("gone through by telephone this morning"),
                               support::OpenPracticeFixture::password()));
    REQUIRE(line().state == safety::GateState::Overridden);
    REQUIRE(line().overriddenBy == bench.fixture.clinician());
}

} // namespace test_safety_plan_query
