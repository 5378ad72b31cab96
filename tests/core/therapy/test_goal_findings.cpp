// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_findings.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_goal_findings {
using namespace kairos;
using therapy::goalFindings;
using therapy::GoalRules;

namespace {

const QDate kToday(2026, 11, 2);

record::Goal whole() {
    record::Goal goal;
    goal.text = QStringLiteral("Swim weekly");
    goal.measure = QStringLiteral("times a week, 0 to 3");
    goal.firstStep = QStringLiteral("pack the bag");
    goal.relevance = QStringLiteral("my body");
    goal.due = kToday.addDays(30);
    goal.levels = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                   QStringLiteral("e")};
    goal.weight = 2;
    goal.baseline = -1;
    goal.baselineOn = kToday.addDays(-10);
    return goal;
}

base::Findings findingsOf(const record::Goal& goal, std::optional<QDate> firstDose = {}) {
    return goalFindings(goal, {kToday, firstDose}, GoalRules::builtIn());
}

bool has(const base::Findings& findings, const char* rule) {
    return std::any_of(findings.begin(), findings.end(),
                       [rule](const base::Finding& finding) { return finding.rule == QLatin1String(rule); });
}

} // namespace

TEST_CASE("A goal that is worked out has nothing to say", "[therapy][goals]") {
    REQUIRE(findingsOf(whole(), kToday).isEmpty());
}

TEST_CASE("What a goal lacks to be SMART is named", "[therapy][goals]") {
    record::Goal goal;
    goal.text = QStringLiteral("Feel better");
    const auto findings = findingsOf(goal);
    REQUIRE(findings.size() == 2);
    REQUIRE(findings.first().rule == QStringLiteral("goal.smart"));
    for (const char* part : {"measured", "first step", "matters", "a day"}) {
        REQUIRE(findings.first().text.contains(QLatin1String(part)));
    }
    REQUIRE(findings.last().rule == QStringLiteral("goal.scale"));
    for (const char* part : {"five levels", "weight", "baseline"}) {
        REQUIRE(findings.last().text.contains(QLatin1String(part)));
    }
}

TEST_CASE("A measure without a number is no measure", "[therapy][goals]") {
    auto goal = whole();
    goal.measure = QStringLiteral("how often I swim");
    REQUIRE(has(findingsOf(goal), "goal.smart"));
    goal.measure = QStringLiteral("swim 2 times");
    REQUIRE_FALSE(has(findingsOf(goal), "goal.smart"));
}

TEST_CASE("A goal is late from the day after its day", "[therapy][goals]") {
    auto goal = whole();
    goal.due = kToday;
    REQUIRE_FALSE(has(findingsOf(goal), "goal.due"));
    goal.due = kToday.addDays(-1);
    REQUIRE(has(findingsOf(goal), "goal.due"));
    goal.state = record::GoalState::Met;
    REQUIRE(findingsOf(goal).isEmpty());
}

TEST_CASE("A baseline written after the first dose is told, on its day it is not", "[therapy][goals]") {
    auto goal = whole();
    REQUIRE_FALSE(has(findingsOf(goal, goal.baselineOn), "goal.baseline"));
    const auto late = findingsOf(goal, goal.baselineOn.addDays(-1));
    REQUIRE(has(late, "goal.baseline"));
    REQUIRE(late.last().level == base::FindingLevel::Caution);
    REQUIRE_FALSE(has(findingsOf(goal), "goal.baseline"));
}

} // namespace test_goal_findings
