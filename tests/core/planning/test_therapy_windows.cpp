// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_therapy_windows {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

TEST_CASE("Therapy begun with the infusions stands in their weeks", "[planning][therapy]") {
    const auto course = plan(protocol("iv-cbt-w17"), weekdaysOnly());
    REQUIRE(windowText(course, "therapy-1") == QStringLiteral("2026-03-02 2026-03-03 2026-03-04"));
    REQUIRE(windowText(course, "therapy-4") == QStringLiteral("2026-03-12 2026-03-13 2026-03-15"));
    REQUIRE(windowText(course, "therapy-12") == QStringLiteral("2026-05-04 2026-05-07 2026-05-10"));
}

TEST_CASE("One infusion falls into the second week of a running course of therapy", "[planning][therapy]") {
    const auto course = plan(protocol("iv-met-aud"), weekdaysOnly());
    REQUIRE(windowText(course, "therapy-1") == QStringLiteral("2026-02-23 2026-02-26 2026-03-01"));
    REQUIRE(windowText(course, "therapy-2") == QStringLiteral("2026-03-02 2026-03-05 2026-03-08"));
    REQUIRE(course.find(QStringLiteral("dose-1"))->dependsOn.contains(QStringLiteral("therapy-1")));
    REQUIRE(windowText(course, "therapy-5").startsWith(QStringLiteral("2026-03-23")));
}

TEST_CASE("Seven sessions interleave with three weekly infusions", "[planning][therapy]") {
    const auto course = plan(protocol("iv-kare"), weekdaysOnly());
    REQUIRE(doseDays(course) == QList{day("2026-03-02"), day("2026-03-09"), day("2026-03-16")});
    REQUIRE(windowText(course, "therapy-1") == QStringLiteral("2026-02-23 2026-02-27 2026-03-01"));
    REQUIRE(windowText(course, "therapy-2") == QStringLiteral("2026-03-03 2026-03-03 2026-03-05"));
    REQUIRE(windowText(course, "therapy-3") == QStringLiteral("2026-03-05 2026-03-06 2026-03-08"));
    REQUIRE(windowText(course, "therapy-7") == QStringLiteral("2026-03-21 2026-03-23 2026-03-30"));
    REQUIRE(course.find(QStringLiteral("dose-2"))->dependsOn.contains(QStringLiteral("therapy-3")));
    REQUIRE(course.find(QStringLiteral("therapy-2"))->dependsOn.contains(QStringLiteral("dose-1")));
}

TEST_CASE("Training at home begins 24 hours after the infusion and needs no open clinic",
          "[planning][therapy]") {
    PlanRequest request = weekdaysOnly();
    request.start = day("2026-03-06"); // a Friday
    const auto course = plan(protocol("iv-asat"), request);
    REQUIRE(windowText(course, "therapy-1") ==
            QStringLiteral("2026-03-07T09:40 2026-03-07T09:40 2026-03-07"));
    REQUIRE(windowText(course, "therapy-3") == QStringLiteral("2026-03-08 2026-03-08 2026-03-08"));
    REQUIRE(windowText(course, "therapy-8") == QStringLiteral("2026-03-10 2026-03-10 2026-03-10"));
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-06T11:15"));
    const auto held = replan(protocol("iv-asat"), course, facts, request);
    REQUIRE(windowText(held, "therapy-2").startsWith(QStringLiteral("2026-03-07T11:15")));
}

TEST_CASE("A session against a waived dose goes with it and holds nothing up", "[planning][therapy]") {
    const auto kare = protocol("iv-kare");
    const auto course = plan(kare, weekdaysOnly());
    Facts facts;
    facts.insert(QStringLiteral("dose-2"), {FactKind::Waived, heldAt("2026-03-08T10:00").at, {}});
    const auto without = replan(kare, course, facts, weekdaysOnly());
    REQUIRE(doseDays(without) == doseDays(course)); // the waived one keeps its place on paper
    REQUIRE(windowText(without, "therapy-5") == windowText(course, "therapy-5"));
    REQUIRE(replan(kare, without, facts, weekdaysOnly()) == without);
}

TEST_CASE("A checkpoint stands between its dose and the next", "[planning][checkpoint]") {
    const auto course = plan(protocol("iv-clinic"), weekdaysOnly());
    REQUIRE(windowText(course, "checkpoint-3") == QStringLiteral("2026-03-09 2026-03-12 2026-03-12"));
    REQUIRE(course.find(QStringLiteral("dose-4"))->dependsOn.contains(QStringLiteral("checkpoint-3")));
    REQUIRE_FALSE(course.find(QStringLiteral("dose-5"))->dependsOn.contains(QStringLiteral("checkpoint-4")));
}

TEST_CASE("The maintenance taper widens its gaps", "[planning][maintenance]") {
    const auto days = doseDays(plan(protocol("iv-maintenance"), weekdaysOnly()));
    QList<qint64> gaps;
    for (int dose = 1; dose < days.size(); ++dose) {
        gaps.append(days.at(dose - 1).daysTo(days.at(dose)));
    }
    REQUIRE(gaps == QList<qint64>{7, 7, 7, 14, 14, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28});
}

TEST_CASE("Repeated measures stand on their days of the course", "[planning][measures]") {
    const auto course = plan(protocol("iv-maintenance"), weekdaysOnly());
    REQUIRE(windowText(course, "bladder-turn-1") == QStringLiteral("2026-05-18 2026-06-01 2026-06-15"));
    REQUIRE(windowText(course, "mood-turn-26") == QStringLiteral("2027-02-26 2027-03-01 2027-03-04"));
    REQUIRE(course.find(QStringLiteral("mood-turn-27")) == nullptr);
    const auto kap = plan(protocol("sl-kap"), weekdaysOnly());
    REQUIRE(windowText(kap, "call-after-dose-1") == QStringLiteral("2026-03-03 2026-03-03 2026-03-04"));
}

TEST_CASE("Absences move appointments; a form waits for the patient alone", "[planning][calendar]") {
    PlanRequest request = weekdaysOnly();
    request.clinicianAway = {day("2026-03-05"), day("2026-03-26")};
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(doseDays(course).at(1) == day("2026-03-06"));
    REQUIRE(windowText(course, "rating-week-4") == QStringLiteral("2026-03-23 2026-03-26 2026-03-29"));
    request.patientAway = {day("2026-03-26")};
    REQUIRE(windowText(plan(protocol("iv-cbt"), request), "rating-week-4") ==
            QStringLiteral("2026-03-23 2026-03-25 2026-03-29"));
}

} // namespace test_therapy_windows
