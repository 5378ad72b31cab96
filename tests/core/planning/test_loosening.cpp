// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_loosening {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const Loosening* wayOut(const PlannedCourse& course, const char* step, const char* rule) {
    const auto found =
        std::find_if(course.loosenings.begin(), course.loosenings.end(), [&](const Loosening& way) {
            return way.step == QLatin1String(step) && way.rule == QLatin1String(rule);
        });
    return found == course.loosenings.end() ? nullptr : &*found;
}

QString noDateText(const PlannedCourse& course, const char* step) {
    for (const base::Finding& finding : course.findings) {
        if (finding.subject == QLatin1String(step) && finding.rule == QLatin1String("plan.no-date")) {
            return finding.text;
        }
    }
    return {};
}

} // namespace

TEST_CASE("A dose that no day fits names its gap, the closed days and the next free one",
          "[planning][loosening]") {
    PlanRequest request = weekdaysOnly();
    request.holidays = {day("2026-03-04"), day("2026-03-05")};
    request.patientAway = {day("2026-03-06")};
    const auto course = plan(protocol("iv-elektd"), request);
    REQUIRE(windowText(course, "dose-2") == QStringLiteral("none"));
    REQUIRE(noDateText(course, "dose-2").contains(QStringLiteral("gap of 2 to 5 days")));
    REQUIRE(noDateText(course, "dose-2").contains(QStringLiteral("It would fit if")));
    REQUIRE(wayOut(course, "dose-2", "holiday")->day == day("2026-03-04"));
    REQUIRE(wayOut(course, "dose-2", "patient")->day == day("2026-03-06"));
    REQUIRE(wayOut(course, "dose-2", "weekday")->day == day("2026-03-07"));
    REQUIRE(wayOut(course, "dose-2", "window")->day == day("2026-03-09"));
    REQUIRE(wayOut(course, "dose-2", "clinician") == nullptr);
}

TEST_CASE("Each named way out does give the dose its day", "[planning][loosening]") {
    PlanRequest request = weekdaysOnly();
    request.holidays = {day("2026-03-04"), day("2026-03-05")};
    request.clinicianAway = {day("2026-03-06")};
    const auto course = plan(protocol("iv-elektd"), request);
    const QDate byHoliday = *wayOut(course, "dose-2", "holiday")->day;
    PlanRequest opened = request;
    opened.holidays.removeAll(byHoliday);
    REQUIRE(doseDays(plan(protocol("iv-elektd"), opened)).at(1) == byHoliday);
    const QDate byClinician = *wayOut(course, "dose-2", "clinician")->day;
    PlanRequest worked = request;
    worked.clinicianAway.clear();
    REQUIRE(doseDays(plan(protocol("iv-elektd"), worked)).at(1) == byClinician);
}

TEST_CASE("A step that waits for an undated one says so and no more", "[planning][loosening]") {
    PlanRequest request = weekdaysOnly();
    request.holidays = {day("2026-03-04"), day("2026-03-05"), day("2026-03-06")};
    const auto course = plan(protocol("iv-elektd"), request);
    REQUIRE(noDateText(course, "dose-3").contains(QStringLiteral("waits for dose-2")));
    REQUIRE(wayOut(course, "dose-3", "depends-on") != nullptr);
    REQUIRE(wayOut(course, "dose-3", "window") == nullptr);
}

TEST_CASE("An integration session without a day names its 72 hours", "[planning][loosening]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04")};
    request.clinicianAway = {day("2026-03-05")};
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(noDateText(course, "integration-1").contains(QStringLiteral("72 hours")));
    REQUIRE(wayOut(course, "integration-1", "clinician")->day == day("2026-03-05"));
}

TEST_CASE("A plan that begins too soon says from which day on it would fit", "[planning][loosening]") {
    PlanRequest request = weekdaysOnly();
    request.notBefore = day("2026-03-02");
    const auto course = plan(protocol("iv-cbt"), request);
    const auto finding =
        std::find_if(course.findings.begin(), course.findings.end(),
                     [](const base::Finding& entry) { return entry.rule == QLatin1String("plan.too-soon"); });
    REQUIRE(finding != course.findings.end());
    REQUIRE(finding->subject == QStringLiteral("screening-1"));
    // Screening ends seven days before the first dose.
    REQUIRE(wayOut(course, "screening-1", "start")->day == day("2026-03-09"));
    request.start = day("2026-03-09");
    const auto later = plan(protocol("iv-cbt"), request);
    REQUIRE(std::none_of(later.findings.begin(), later.findings.end(), [](const base::Finding& entry) {
        return entry.rule == QLatin1String("plan.too-soon");
    }));
}

} // namespace test_loosening
