// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_replan {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

bool hasFinding(const PlannedCourse& course, const char* rule) {
    return std::any_of(course.findings.begin(), course.findings.end(),
                       [rule](const base::Finding& finding) { return finding.rule == QLatin1String(rule); });
}

Facts heldOnTime(int doses) {
    Facts facts;
    const char* days[] = {"2026-03-02T09:40", "2026-03-05T09:40", "2026-03-09T09:40", "2026-03-12T09:40"};
    for (int dose = 1; dose <= doses; ++dose) {
        facts.insert(QStringLiteral("dose-%1").arg(dose), heldAt(days[dose - 1]));
    }
    return facts;
}

} // namespace

TEST_CASE("Replanning without facts changes nothing", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    REQUIRE(replan(combined, course, {}, weekdaysOnly()) == course);
}

TEST_CASE("A course held on time stays as it was planned", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    REQUIRE(replan(combined, course, heldOnTime(3), weekdaysOnly()) == course);
}

TEST_CASE("The integration window counts from the dose's real end", "[planning][replan][integration]") {
    const auto combined = protocol("iv-cbt");
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T10:40"));
    const auto course = replan(combined, plan(combined, fromMonday()), facts, fromMonday());
    REQUIRE(windowText(course, "integration-1") ==
            QStringLiteral("2026-03-03T00:00 2026-03-03T10:40 2026-03-05T10:40"));
}

TEST_CASE("A dose held late moves only what the gaps force", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    Facts facts = heldOnTime(2);
    facts.insert(QStringLiteral("dose-3"), heldAt("2026-03-10T09:40"));
    const auto moved = replan(combined, course, facts, weekdaysOnly());
    // The 12th keeps two days from the 10th and stays; the 16th would be the third in seven days and goes to
    // the 17th.
    REQUIRE(doseDays(moved).at(3) == day("2026-03-12"));
    REQUIRE(doseDays(moved).at(4) == day("2026-03-17"));
    REQUIRE(doseDays(moved).at(5) == day("2026-03-19"));
    facts.insert(QStringLiteral("dose-3"), heldAt("2026-03-11T09:40"));
    const auto pushed = replan(combined, course, facts, weekdaysOnly());
    REQUIRE(doseDays(pushed).at(2) == day("2026-03-09")); // what was held keeps its planned window
    REQUIRE(doseDays(pushed).at(3) == day("2026-03-13"));
    REQUIRE(doseDays(pushed).at(4) == day("2026-03-18"));
    REQUIRE(doseDays(pushed).at(5) == day("2026-03-20"));
    REQUIRE(windowText(pushed, "screening-1") == windowText(course, "screening-1"));
    REQUIRE(windowText(pushed, "therapy-1") == QStringLiteral("2026-03-24 2026-03-25 2026-03-26"));
    REQUIRE(replan(combined, pushed, facts, weekdaysOnly()) == pushed);
}

TEST_CASE("A dose held too early after the last is told", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    Facts facts = heldOnTime(1);
    facts.insert(QStringLiteral("dose-2"), heldAt("2026-03-03T15:00"));
    const auto course = replan(combined, plan(combined, fromMonday()), facts, fromMonday());
    REQUIRE(hasFinding(course, "plan.gap-short"));
    facts.insert(QStringLiteral("dose-2"), heldAt("2026-03-04T15:00"));
    REQUIRE_FALSE(
        hasFinding(replan(combined, plan(combined, fromMonday()), facts, fromMonday()), "plan.gap-short"));
}

TEST_CASE("A missed week moves the rest to the first open day and tells the gap", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    PlanRequest request = weekdaysOnly();
    const auto course = plan(combined, request);
    request.notBefore = day("2026-03-21"); // a Saturday
    const auto moved = replan(combined, course, heldOnTime(2), request);
    REQUIRE(doseDays(moved).at(2) == day("2026-03-23"));
    REQUIRE(doseDays(moved).at(3) == day("2026-03-25"));
    REQUIRE(hasFinding(moved, "plan.gap-long"));
    REQUIRE(replan(combined, moved, heldOnTime(2), request) == moved);
}

TEST_CASE("A waived dose leaves the others where they are and holds nothing up", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    Facts facts = heldOnTime(2);
    facts.insert(QStringLiteral("dose-3"),
                 {FactKind::Waived, heldAt("2026-03-08T12:00").at, QStringLiteral("Priya Nair: cold")});
    const auto replanned = replan(combined, course, facts, weekdaysOnly());
    REQUIRE(doseDays(replanned) == doseDays(course));
    REQUIRE(windowText(replanned, "integration-3") == QStringLiteral("none"));
    REQUIRE(windowText(replanned, "therapy-1") == windowText(course, "therapy-1"));
    REQUIRE_FALSE(hasFinding(replanned, "plan.no-date"));
}

TEST_CASE("A waived last dose ends the induction with the one before it", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    Facts facts = heldOnTime(4);
    facts.insert(QStringLiteral("dose-6"), {FactKind::Waived, heldAt("2026-03-15T12:00").at, {}});
    const auto replanned = replan(combined, course, facts, weekdaysOnly());
    REQUIRE(windowText(replanned, "review-1").startsWith(QStringLiteral("2026-03-17")));
    REQUIRE_FALSE(hasFinding(replanned, "plan.no-date"));
}

TEST_CASE("A therapy session held weeks late pushes the rest by whole weeks", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    Facts facts;
    facts.insert(QStringLiteral("therapy-5"), heldAt("2026-04-14T10:00")); // its week ended on 12 April
    const auto pushed = replan(combined, course, facts, weekdaysOnly());
    REQUIRE(windowText(pushed, "therapy-5") == windowText(course, "therapy-5"));
    REQUIRE(pushed.find(QStringLiteral("therapy-6"))->window->target.date ==
            course.find(QStringLiteral("therapy-6"))->window->target.date.addDays(7));
    REQUIRE(hasFinding(pushed, "plan.therapy-longer"));
    REQUIRE(replan(combined, pushed, facts, weekdaysOnly()) == pushed);
}

TEST_CASE("A new start plans the doses anew", "[planning][replan]") {
    const auto combined = protocol("iv-cbt");
    PlanRequest later = weekdaysOnly();
    later.start = day("2026-03-09");
    const auto moved = replan(combined, plan(combined, weekdaysOnly()), {}, later);
    REQUIRE(doseDays(moved) == doseDays(plan(combined, later)));
    REQUIRE(replan(combined, moved, {}, later) == moved);
}

} // namespace test_replan
