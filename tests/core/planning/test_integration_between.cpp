// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/integration_between.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <map>
#include <string>

namespace test_integration_between {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const QString kDose2 = QStringLiteral("dose-2");
const QString kIntegration1 = QStringLiteral("integration-1");

/// A course of which dose 1 was given on 2 March and dose 2 is booked for 6 March, 09:00.
struct Course {
    protocols::Protocol protocol = fixture::protocol("iv-cbt");
    Facts facts{{QStringLiteral("dose-1"), heldAt("2026-03-02T09:40")}};
    Bookings bookings{{kDose2, wallTime(day("2026-03-06"), QTime(9, 0))}};

    [[nodiscard]] base::Findings findings() const {
        const auto planned = plan(fixture::protocol("iv-cbt"), weekdaysOnly());
        return dosesWithoutIntegration(protocol, planned, facts, bookings);
    }
};

} // namespace

TEST_CASE("A dose booked with no integration before it is a caution with its source",
          "[planning][integration]") {
    const Course course;
    const auto findings = course.findings();
    REQUIRE(findings.size() == 1);
    REQUIRE(findings.first().level == base::FindingLevel::Caution);
    REQUIRE(findings.first().subject == kDose2);
    REQUIRE(findings.first().source.contains(QStringLiteral("convention, limited evidence")));
    REQUIRE(findings.first().confidence == base::Confidence::Check);
}

TEST_CASE("Integration booked before the dose, held or waived takes the caution away",
          "[planning][integration]") {
    const std::map<std::string, std::function<void(Course&)>> ways{
        {"booked the minute before",
         [](Course& course) {
             course.bookings.insert(kIntegration1, wallTime(day("2026-03-06"), QTime(8, 59)));
         }},
        {"held", [](Course& course) { course.facts.insert(kIntegration1, heldAt("2026-03-03T12:00")); }},
        {"waived",
         [](Course& course) {
             course.facts.insert(kIntegration1, {FactKind::Waived, {}, QStringLiteral("ill")});
         }},
        {"the dose itself was given",
         [](Course& course) { course.facts.insert(kDose2, heldAt("2026-03-06T09:40")); }},
        {"the dose is not booked", [](Course& course) { course.bookings.clear(); }},
        {"no dose came before it", [](Course& course) { course.facts.clear(); }}};
    for (const auto& [name, change] : ways) {
        INFO(name);
        Course course;
        change(course);
        REQUIRE(course.findings().isEmpty());
    }
}

TEST_CASE("Integration booked after the dose does not come between", "[planning][integration]") {
    Course course;
    course.bookings.insert(kIntegration1, wallTime(day("2026-03-06"), QTime(9, 1)));
    REQUIRE(course.findings().size() == 1);
}

TEST_CASE("A protocol without integration raises no caution", "[planning][integration]") {
    Course course;
    course.protocol.integration.reset();
    REQUIRE(course.findings().isEmpty());
}

} // namespace test_integration_between
