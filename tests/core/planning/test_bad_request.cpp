// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "tests/core/planning/planning_fixture.h"

#include "core/protocols/protocol_library.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_bad_request {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const base::Finding* findingOf(const PlannedCourse& course, const char* rule) {
    const auto found =
        std::find_if(course.findings.begin(), course.findings.end(),
                     [rule](const base::Finding& finding) { return finding.rule == QLatin1String(rule); });
    return found == course.findings.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("A holiday on every day gives a sentence for every step and no date", "[planning][bad]") {
    PlanRequest request = fromMonday();
    for (int ahead = -60; ahead < 900; ++ahead) {
        request.holidays.append(request.start.addDays(ahead));
    }
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    for (const protocols::Protocol& entry : library.protocols()) {
        const auto course = plan(entry, request);
        for (const PlannedStep& step : course.steps) {
            INFO(entry.id.toStdString() << " " << step.key.toStdString());
            REQUIRE_FALSE(step.window.has_value());
        }
        REQUIRE(findingOf(course, "plan.no-date")->subject == course.steps.first().key);
    }
}

TEST_CASE("An absurd start year is told and plans nothing", "[planning][bad]") {
    PlanRequest request;
    request.start = GENERATE(QDate(1, 1, 1), QDate(1899, 12, 31), QDate(2200, 1, 1), QDate(9999, 12, 31));
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE_FALSE(course.find(QStringLiteral("dose-1"))->window.has_value());
    REQUIRE(findingOf(course, "plan.no-date")->text.contains(QStringLiteral("no course of care begins")));
}

TEST_CASE("The first and the last plausible year plan", "[planning][bad]") {
    PlanRequest request;
    request.start = GENERATE(QDate(1900, 1, 1), QDate(2199, 12, 31));
    REQUIRE(plan(protocol("iv-cbt"), request).find(QStringLiteral("dose-1"))->window.has_value());
}

TEST_CASE("A start in the past moves to today and says so", "[planning][bad]") {
    PlanRequest request = weekdaysOnly();
    request.notBefore = day("2026-05-04");
    const auto course = plan(protocol("iv-elektd"), request);
    REQUIRE(doseDays(course).first() == day("2026-05-04"));
    REQUIRE(findingOf(course, "plan.start-moved")->text.contains(QStringLiteral("has passed")));
}

TEST_CASE("A patient born after the start stops the plan", "[planning][bad]") {
    PlanRequest request = weekdaysOnly();
    request.birthDate = request.start.addDays(1);
    const auto course = plan(protocol("iv-elektd"), request);
    const auto* finding = findingOf(course, "plan.birth-date");
    REQUIRE(finding != nullptr);
    REQUIRE(finding->level == base::FindingLevel::Stop);
}

TEST_CASE("The ages of a protocol are told on both sides of their limits", "[planning][age]") {
    // 21 to 75 years, the start on 2 March 2026.
    struct Case {
        const char* born;
        bool isTold;
    };
    const auto entry = GENERATE(Case{"2005-03-03", true}, Case{"2005-03-02", false},
                                Case{"1950-03-03", false}, Case{"1950-03-02", true});
    PlanRequest request = weekdaysOnly();
    request.birthDate = day(entry.born);
    INFO(entry.born);
    const auto course = plan(protocol("iv-elektd"), request);
    REQUIRE((findingOf(course, "plan.age") != nullptr) == entry.isTold);
}

TEST_CASE("From 65 years on the other label's course is for them", "[planning][age]") {
    PlanRequest request = weekdaysOnly();
    request.birthDate = day("1961-03-03");
    const auto tooYoung = plan(protocol("esketamine-trd-65"), request);
    REQUIRE(findingOf(tooYoung, "plan.age") != nullptr);
    REQUIRE(findingOf(tooYoung, "plan.age")->text.contains(QStringLiteral("64")));
    request.birthDate = day("1961-03-02");
    REQUIRE(findingOf(plan(protocol("esketamine-trd-65"), request), "plan.age") == nullptr);
}

TEST_CASE("Oral doses stop at the missing limit of the clinic", "[planning][route]") {
    const auto course = plan(protocol("po-titration"), fromMonday());
    const auto* finding = findingOf(course, "plan.route-limit");
    REQUIRE(finding != nullptr);
    REQUIRE(finding->level == base::FindingLevel::Stop);
    REQUIRE(findingOf(plan(protocol("sl-kap"), fromMonday()), "plan.route-limit") == nullptr);
}

} // namespace test_bad_request
