// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/move_trial.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_move_trial {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

/// A plan of one shipped protocol that steps are moved in.
struct Desk {
    protocols::Protocol rules;
    PlanRequest request = weekdaysOnly();
    Facts facts;
    PlannedCourse course;

    explicit Desk(const char* id) : rules(protocol(id)), course(plan(rules, request)) {}

    [[nodiscard]] base::Result<MoveTrial> move(const char* step, const char* to) const {
        return tryMove({rules, course, facts, request}, QString::fromLatin1(step), day(to));
    }
};

QStringList rulesOf(const base::Findings& findings, const char* step) {
    QStringList rules;
    for (const base::Finding& finding : findings) {
        if (finding.subject == QLatin1String(step)) {
            rules.append(finding.rule);
        }
    }
    return rules;
}

} // namespace

TEST_CASE("A dose moved within its window breaks nothing and replans what follows", "[planning][move]") {
    const Desk desk("iv-elektd");
    const auto trial = desk.move("dose-2", "2026-03-06");
    REQUIRE(trial.has_value());
    REQUIRE(trial->violated.isEmpty());
    // The 9th keeps three days from the 6th; the 12th would be the third in seven days and goes to the 13th.
    REQUIRE(doseDays(trial->course) == QList{day("2026-03-02"), day("2026-03-06"), day("2026-03-09"),
                                             day("2026-03-13"), day("2026-03-16"), day("2026-03-20")});
    const auto isMoved = [&](const char* step) {
        return std::any_of(trial->changes.begin(), trial->changes.end(), [step](const CourseChange& change) {
            return change.step == QLatin1String(step) && change.isMoved();
        });
    };
    REQUIRE_FALSE(isMoved("dose-1"));
    REQUIRE(isMoved("dose-2"));
    REQUIRE_FALSE(isMoved("dose-3"));
    REQUIRE(isMoved("dose-4"));
}

TEST_CASE("A dose moved under its smallest gap is a stop with both figures", "[planning][move]") {
    const Desk desk("iv-elektd");
    const auto trial = desk.move("dose-2", "2026-03-03");
    REQUIRE(rulesOf(trial->violated, "dose-2").contains(QStringLiteral("plan.gap-short")));
    const auto finding = std::find_if(trial->violated.begin(), trial->violated.end(), [](const auto& entry) {
        return entry.rule == QStringLiteral("plan.gap-short");
    });
    REQUIRE(finding->level == base::FindingLevel::Stop);
    REQUIRE(finding->text.contains(QStringLiteral("gap of 1")));
    REQUIRE(finding->text.contains(QStringLiteral("at least 2 days")));
    REQUIRE(finding->source == QStringLiteral("local default"));
}

TEST_CASE("A third dose in seven days is a stop", "[planning][move]") {
    const Desk desk("iv-elektd");
    const auto trial = desk.move("dose-3", "2026-03-07");
    REQUIRE(rulesOf(trial->violated, "dose-3").contains(QStringLiteral("plan.too-many")));
    REQUIRE(rulesOf(trial->violated, "dose-3").contains(QStringLiteral("plan.chosen-closed")));
}

TEST_CASE("A dose moved beyond its longest gap is told", "[planning][move]") {
    const Desk desk("iv-elektd");
    const auto trial = desk.move("dose-2", "2026-03-09");
    REQUIRE(rulesOf(trial->violated, "dose-2").contains(QStringLiteral("plan.gap-long")));
    REQUIRE(rulesOf(trial->violated, "dose-2").contains(QStringLiteral("plan.chosen-late")));
}

TEST_CASE("An integration session moved past 72 hours is told with its basis", "[planning][move]") {
    const Desk desk("iv-cbt");
    const auto inside = desk.move("integration-1", "2026-03-04");
    REQUIRE(inside->violated.isEmpty());
    REQUIRE(inside->course.find(QStringLiteral("integration-1"))->window->target.time == QTime(9, 0));
    const auto late = desk.move("integration-1", "2026-03-06");
    REQUIRE(rulesOf(late->violated, "integration-1").contains(QStringLiteral("plan.chosen-late")));
    REQUIRE(late->violated.first().source.startsWith(QStringLiteral("convention, limited evidence")));
    // The second dose waits for it and would now come before it.
    REQUIRE(rulesOf(late->violated, "dose-2").contains(QStringLiteral("plan.chosen-order")));
    REQUIRE(late->course.find(QStringLiteral("integration-1"))->window->latest.date == day("2026-03-06"));
}

TEST_CASE("A step moved before what it waits for is a stop", "[planning][move]") {
    const Desk desk("iv-cbt");
    const auto trial = desk.move("preparation-2", "2026-02-13");
    REQUIRE(rulesOf(trial->violated, "preparation-2").contains(QStringLiteral("plan.chosen-order")));
    REQUIRE(rulesOf(trial->violated, "preparation-2").contains(QStringLiteral("plan.chosen-early")));
}

TEST_CASE("The chosen day stays when the plan is made anew", "[planning][move]") {
    const Desk desk("iv-elektd");
    const auto trial = desk.move("dose-3", "2026-03-10");
    const auto again = replan(desk.rules, trial->course, desk.facts, trial->request);
    REQUIRE(again == trial->course);
}

TEST_CASE("What cannot be moved is refused with a sentence", "[planning][move]") {
    Desk desk("iv-elektd");
    desk.facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T09:40"));
    REQUIRE(desk.move("dose-1", "2026-03-03").error().code == base::ErrorCode::Refused);
    REQUIRE(desk.move("dose-9", "2026-03-03").error().code == base::ErrorCode::NotFound);
    REQUIRE(desk.move("rating-dose-2", "2026-03-03").error().code == base::ErrorCode::Refused);
    REQUIRE(desk.move("dose-2", "2026-02-30").error().code == base::ErrorCode::InvalidInput);
    REQUIRE(desk.move("dose-2", "2999-01-01").error().code == base::ErrorCode::InvalidInput);
    REQUIRE_FALSE(desk.move("dose-2", "2999-01-01").error().sentence().isEmpty());
}

} // namespace test_move_trial
