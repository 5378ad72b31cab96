// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/goal_care.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/history_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/signed_content.h"

#include "core/record/packing.h"

#include "tests/support/open_practice_fixture.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace test_goal_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::GoalCare;

namespace {

/// A patient with a plan that names two goals.
struct PlanBench {
    OpenPracticeFixture fixture;
    PatientId patient{fixture.addElena()};
    PlanId plan;

    PlanBench() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = fixture.practice().today().addDays(21);
        wish.closedWeekdays = {6, 7};
        wish.goals = {QStringLiteral("Swim weekly"), QStringLiteral("  "), QStringLiteral("Call my sister")};
        plan = required(workflow::PlanCare(fixture.practice()).start(wish));
    }
    GoalCare care() { return GoalCare(fixture.practice()); }
    workflow::GoalsView view() { return required(care().view(plan)); }
    Goal workedOut(Goal goal) {
        goal.levels = {QStringLiteral("never"), QStringLiteral("once a month"), QStringLiteral("weekly"),
                       QStringLiteral("twice a week"), QStringLiteral("three times a week")};
        goal.weight = 1;
        goal.baseline = -1;
        return goal;
    }
    GoalAttainment level(const Goal& goal, int level, QDate on) {
        GoalAttainment attained;
        attained.goal = goal.id;
        attained.level = level;
        attained.on = on;
        return attained;
    }
};

} // namespace

TEST_CASE("The goals named when a plan is fitted become goals of their own", "[workflow][goals]") {
    PlanBench bench;
    const auto view = bench.view();
    REQUIRE(view.rows.size() == 2);
    REQUIRE(view.rows.first().goal.text == QStringLiteral("Swim weekly"));
    REQUIRE_FALSE(view.rows.first().goal.id.isNull());
    REQUIRE(view.rows.last().goal.text == QStringLiteral("Call my sister"));
    REQUIRE(required(workflow::PlanCare(bench.fixture.practice()).plan(bench.plan)).goals.isEmpty());
    REQUIRE_FALSE(view.summary.score.has_value());
}

TEST_CASE("A goal is worked out, rated and scored; each level stays", "[workflow][goals]") {
    PlanBench bench;
    const QDate today = bench.fixture.practice().today();
    for (const auto& row : bench.view().rows) {
        required(bench.care().save(bench.workedOut(row.goal)));
    }
    auto rows = bench.view().rows;
    REQUIRE(rows.first().goal.baselineOn == today);
    required(bench.care().rate(bench.level(rows.first().goal, 0, today.addDays(-1))));
    required(bench.care().rate(bench.level(rows.first().goal, 1, today)));
    required(bench.care().rate(bench.level(rows.last().goal, 1, today)));
    const auto view = bench.view();
    REQUIRE(view.rows.first().attained.size() == 2);
    REQUIRE(view.rows.first().latest()->level == 1);
    REQUIRE(view.rows.first().latest()->by == bench.fixture.clinician());
    REQUIRE(view.summary.rated == 2);
    const double spread = std::sqrt(0.7 * 2 + 0.3 * 4);
    REQUIRE(std::abs(*view.summary.score - (50 + 20 / spread)) < 1e-9);
    REQUIRE(std::abs(*view.summary.change - 40 / spread) < 1e-9);
}

TEST_CASE("A goal and its levels stand in the history in words", "[workflow][goals]") {
    PlanBench bench;
    auto goal = bench.workedOut(bench.view().rows.first().goal);
    required(bench.care().save(goal));
    required(bench.care().rate(bench.level(goal, -2, bench.fixture.practice().today())));
    const auto lines =
        required(workflow::HistoryQuery(bench.fixture.practice()).of(bench.patient, 10, QLocale::c()));
    REQUIRE(lines.at(0).kind == RecordKind::GoalAttainment);
    REQUIRE(lines.at(0).what == QStringLiteral("level −2, 2 Nov 2026"));
    REQUIRE(lines.at(1).kind == RecordKind::Goal);
    REQUIRE(lines.at(1).what == QStringLiteral("Swim weekly, baseline −1"));
    REQUIRE(lines.at(1).before == QStringLiteral("Swim weekly"));
}

TEST_CASE("An impossible goal is refused with what to do", "[workflow][goals]") {
    PlanBench bench;
    const Goal good = bench.workedOut(bench.view().rows.first().goal);
    const auto refused = [&](auto&& spoil) {
        Goal goal = good;
        spoil(goal);
        const auto saved = bench.care().save(goal);
        REQUIRE_FALSE(saved.has_value());
        REQUIRE(saved.error().code == ErrorCode::InvalidInput);
        REQUIRE_FALSE(saved.error().remedy.isEmpty());
    };
    refused([](Goal& goal) { goal.text = QStringLiteral("   "); });
    refused([](Goal& goal) { goal.levels[3] = QStringLiteral(" "); });
    refused([](Goal& goal) { goal.levels.removeLast(); });
    refused([](Goal& goal) { goal.weight = 0; });
    refused([](Goal& goal) { goal.baseline = 3; });
    refused([](Goal& goal) { goal.baseline = -3; });
    refused([](Goal& goal) { goal.state = GoalState::Dropped; });
    REQUIRE(bench.view().rows.first().goal.levels.isEmpty());
}

TEST_CASE("A level is refused without words, outside the scale, and for a day to come", "[workflow][goals]") {
    PlanBench bench;
    const QDate today = bench.fixture.practice().today();
    Goal goal = bench.view().rows.first().goal;
    REQUIRE(bench.care().rate(bench.level(goal, 0, today)).error().code == ErrorCode::InvalidInput);
    goal = bench.workedOut(goal);
    required(bench.care().save(goal));
    REQUIRE_FALSE(bench.care().rate(bench.level(goal, 3, today)).has_value());
    REQUIRE_FALSE(bench.care().rate(bench.level(goal, 0, today.addDays(1))).has_value());
    REQUIRE_FALSE(bench.care().rate(bench.level(goal, 0, QDate())).has_value());
    required(bench.care().rate(bench.level(goal, -2, today)));
    goal.state = GoalState::Dropped;
    goal.stateReason = QStringLiteral("moved away from the pool");
    required(bench.care().save(goal));
    REQUIRE(bench.care().rate(bench.level(goal, 0, today)).error().code == ErrorCode::Refused);
    REQUIRE_FALSE(bench.view().summary.score.has_value());
}

TEST_CASE("A saved goal and a level are taken back by an entry of their own", "[workflow][goals]") {
    PlanBench bench;
    const Goal former = bench.view().rows.first().goal;
    required(bench.care().save(bench.workedOut(former)));
    required(bench.care().restore(former));
    REQUIRE(bench.view().rows.first().goal == former);
    Goal fresh;
    fresh.patient = bench.patient;
    fresh.plan = bench.plan;
    fresh.text = QStringLiteral("Sleep through");
    const auto id = required(bench.care().save(fresh));
    REQUIRE(bench.view().rows.size() == 3);
    REQUIRE(bench.view().rows.last().goal.place == 3);
    required(bench.care().withdraw(id));
    REQUIRE(bench.view().rows.size() == 2);
    Goal goal = bench.workedOut(former);
    required(bench.care().save(goal));
    const auto level = required(bench.care().rate(bench.level(goal, 1, bench.fixture.practice().today())));
    REQUIRE_FALSE(bench.care().withdraw(goal.id).has_value());
    REQUIRE_FALSE(bench.care().withdrawLevel(level, QStringLiteral(" ")).has_value());
    required(bench.care().withdrawLevel(level, QStringLiteral("typed for another patient")));
    REQUIRE(bench.view().rows.first().attained.isEmpty());
}

TEST_CASE("The lines of a plan of before are taken over one by one, and its signature stands",
          "[workflow][goals][migration]") {
    OpenPracticeFixture fixture;
    fixture.close();
    const QString kept = QStringLiteral(KAIROS_TEST_DATA "/practice/schema-2-goals.kairos");
    const QString path = fixture.folder() + QStringLiteral("/earlier.kairos");
    for (const QString& ending : {QString(), QStringLiteral(".key")}) {
        REQUIRE(QFile::copy(kept + ending, path + ending));
        QFile::setPermissions(path + ending, QFile::ReadOwner | QFile::WriteOwner);
    }
    auto practice = required(
        workflow::OpenPractice::open(path, OpenPracticeFixture::passphrase(), fixture.environment()));
    practice->actAsProgram(QStringLiteral("a program"));
    const auto plan = required(practice->file().records().list<TreatmentPlan>()).records.first();
    REQUIRE(plan.goals.size() == 2);
    GoalCare care(*practice);
    auto rows = required(care.view(plan.id)).rows;
    REQUIRE(rows.size() == 2);
    REQUIRE(rows.first().goal.text == QStringLiteral("Swim weekly"));
    REQUIRE(rows.first().goal.id.isNull());
    // A program may not write goals: a clinician has to.
    REQUIRE_FALSE(care.save(rows.first().goal).has_value());
    Goal taken = rows.last().goal;
    taken.id = practice->ids().next<GoalId>();
    taken.text = QStringLiteral("Call my sister every Sunday");
    const auto people = required(practice->clinicians());
    const Actor ruth{people.first().id, people.first().name};
    required(practice->file().commit({ruth, practice->now(), {{Action::Created, taken, {}}}, {}}));
    rows = required(care.view(plan.id)).rows;
    REQUIRE(rows.size() == 2);
    REQUIRE(rows.first().goal.id.isNull());
    REQUIRE(rows.last().goal == taken);
    const auto signatures = required(workflow::SignedContent(*practice).signaturesOf(plan.id.uuid));
    const auto hash = workflow::SignedContent::hashOf(pack(plan)).toBytes();
    REQUIRE(signatures.size() == 1);
    REQUIRE(signatures.first().contentHash == hash);
    const auto report =
        required(storage::verifyPractice(path, practice->file().key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("Saving a goal or a level ends its draft in the same transaction", "[workflow][goals][draft]") {
    PlanBench bench;
    workflow::DraftDesk desk(bench.fixture.practice());
    const auto goal = bench.view().rows.first().goal;
    const auto key = desk.keyOf(QStringLiteral("goal"), goal.id.uuid);
    required(desk.keep(key, "typed"));
    auto wrong = goal;
    wrong.text.clear();
    REQUIRE(bench.care().save(wrong, {key}).error().code == ErrorCode::InvalidInput);
    REQUIRE(required(desk.find(key)).has_value());
    required(bench.care().save(bench.workedOut(goal), {key}));
    REQUIRE_FALSE(required(desk.find(key)).has_value());
    const auto level = desk.keyOf(QStringLiteral("goal-level"), goal.id.uuid);
    required(desk.keep(level, "typed"));
    const QDate today = bench.fixture.practice().today();
    REQUIRE_FALSE(bench.care().rate(bench.level(goal, 3, today), {level}).has_value());
    REQUIRE(required(desk.find(level)).has_value());
    required(bench.care().rate(bench.level(goal, 1, today), {level}));
    REQUIRE_FALSE(required(desk.find(level)).has_value());
}

} // namespace test_goal_care
