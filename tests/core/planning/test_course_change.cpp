// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_change.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_course_change {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const CourseChange* changeOf(const QList<CourseChange>& changes, const char* step) {
    const auto found = std::find_if(changes.begin(), changes.end(), [step](const CourseChange& change) {
        return change.step == QLatin1String(step);
    });
    return found == changes.end() ? nullptr : &*found;
}

QList<CourseChange> changesOf(const protocols::Protocol& rules, const PlannedCourse& before,
                              const PlannedCourse& after, const Facts& facts, const PlanRequest& request) {
    return courseChanges({rules, before, after, facts, request});
}

} // namespace

TEST_CASE("Two equal courses differ in nothing", "[planning][change]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    REQUIRE(changesOf(combined, course, course, {}, weekdaysOnly()).isEmpty());
}

TEST_CASE("A dose held late is named as the reason of the doses it pushes", "[planning][change]") {
    const auto course = plan(protocol("iv-elektd"), weekdaysOnly());
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T09:40"));
    facts.insert(QStringLiteral("dose-2"), heldAt("2026-03-05T09:40"));
    facts.insert(QStringLiteral("dose-3"), heldAt("2026-03-11T09:40"));
    const auto moved = replan(protocol("iv-elektd"), course, facts, weekdaysOnly());
    const auto changes = changesOf(protocol("iv-elektd"), course, moved, facts, weekdaysOnly());
    REQUIRE(changeOf(changes, "dose-1") == nullptr);
    REQUIRE(changeOf(changes, "dose-3") == nullptr); // what was held keeps its window
    const CourseChange* fourth = changeOf(changes, "dose-4");
    REQUIRE(fourth != nullptr);
    REQUIRE(fourth->isMoved());
    REQUIRE(fourth->from->target.date == day("2026-03-12"));
    REQUIRE(fourth->to->target.date == day("2026-03-13"));
    REQUIRE(fourth->why.contains(QStringLiteral("dose 3 stands on")));
    REQUIRE(changeOf(changes, "rating-dose-4")->why.startsWith(QStringLiteral("Dose 4 of 6 stands on")));
    const CourseChange* review = changeOf(changes, "review-1");
    REQUIRE(review->why.contains(QStringLiteral("stands on")));
}

TEST_CASE("A day that can no longer be used is the reason", "[planning][change]") {
    const auto course = plan(protocol("iv-elektd"), weekdaysOnly());
    PlanRequest request = weekdaysOnly();
    request.patientAway = {day("2026-03-05")};
    const auto away = replan(protocol("iv-elektd"), course, {}, request);
    REQUIRE(changeOf(changesOf(protocol("iv-elektd"), course, away, {}, request), "dose-2")
                ->why.contains(QStringLiteral("the patient cannot come")));
    request = weekdaysOnly();
    request.holidays = {day("2026-03-05")};
    const auto closed = replan(protocol("iv-elektd"), course, {}, request);
    REQUIRE(changeOf(changesOf(protocol("iv-elektd"), course, closed, {}, request), "dose-2")
                ->why.contains(QStringLiteral("the clinic is closed")));
    request = weekdaysOnly();
    request.notBefore = day("2026-03-06");
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T09:40"));
    const auto passed = replan(protocol("iv-elektd"), course, facts, request);
    REQUIRE(changeOf(changesOf(protocol("iv-elektd"), course, passed, facts, request), "dose-2")
                ->why.contains(QStringLiteral("has passed")));
}

TEST_CASE("A step that loses its date carries the finding's words", "[planning][change]") {
    const auto course = plan(protocol("iv-elektd"), weekdaysOnly());
    PlanRequest request = weekdaysOnly();
    request.holidays = {day("2026-03-04"), day("2026-03-05"), day("2026-03-06")};
    const auto blank = replan(protocol("iv-elektd"), course, {}, request);
    const auto changes = changesOf(protocol("iv-elektd"), course, blank, {}, request);
    const CourseChange* second = changeOf(changes, "dose-2");
    REQUIRE_FALSE(second->to.has_value());
    REQUIRE(second->isMoved());
    REQUIRE(second->why.contains(QStringLiteral("It would fit if")));
}

TEST_CASE("A dose that ends later moves the limits of its integration", "[planning][change]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T11:00"));
    const auto later = replan(combined, course, facts, weekdaysOnly());
    const auto changes = changesOf(combined, course, later, facts, weekdaysOnly());
    REQUIRE(changes.size() == 1);
    REQUIRE(changes.first().step == QStringLiteral("integration-1"));
    REQUIRE(changes.first().why.contains(QStringLiteral("real end of its dose")));
}

TEST_CASE("A new start is named where nothing nearer explains the move", "[planning][change]") {
    const auto combined = protocol("iv-cbt");
    const auto course = plan(combined, weekdaysOnly());
    PlanRequest later = weekdaysOnly();
    later.start = day("2026-03-09");
    const auto moved = replan(combined, course, {}, later);
    const auto changes = changesOf(combined, course, moved, {}, later);
    REQUIRE(changeOf(changes, "screening-1")->why.contains(QStringLiteral("the start moved")));
    REQUIRE(changes.size() == course.steps.size());
}

} // namespace test_course_change
