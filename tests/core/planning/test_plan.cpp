// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "tests/core/planning/planning_fixture.h"

#include "core/protocols/protocol_library.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_plan {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const base::Finding* findingOn(const PlannedCourse& course, const char* key) {
    const auto found =
        std::find_if(course.findings.begin(), course.findings.end(),
                     [key](const base::Finding& finding) { return finding.subject == QLatin1String(key); });
    return found == course.findings.end() ? nullptr : &*found;
}

QList<QDate> march(const QList<int>& days) {
    QList<QDate> dates;
    for (const int number : days) {
        dates.append(QDate(2026, 3, number));
    }
    return dates;
}

} // namespace

TEST_CASE("Every protocol keeps its own schedule vectors", "[planning][vectors]") {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    REQUIRE_FALSE(library.protocols().isEmpty());
    for (const protocols::Protocol& protocol : library.protocols()) {
        for (const protocols::ScheduleVector& vector : protocol.vectors) {
            PlanRequest request;
            request.start = vector.start;
            request.closedWeekdays = vector.closedWeekdays;
            request.holidays = vector.holidays;
            request.patientAway = vector.unavailable;
            INFO(protocol.id.toStdString() << ": " << vector.source.toStdString());
            REQUIRE(doseDays(plan(protocol, request)).mid(0, vector.doses.size()) == vector.doses);
        }
    }
}

TEST_CASE("Twice weekly from Monday 2 March falls on Mondays and Thursdays", "[planning]") {
    REQUIRE(doseDays(plan(protocol("iv-cbt"), fromMonday())) == march({2, 5, 9, 12, 16, 19}));
    REQUIRE(doseDays(plan(protocol("iv-cbt"), weekdaysOnly())) == march({2, 5, 9, 12, 16, 19}));
}

TEST_CASE("Thrice weekly from Monday 2 March spans twelve days", "[planning]") {
    REQUIRE(doseDays(plan(protocol("iv-murrough-3x"), fromMonday())) == march({2, 4, 6, 9, 11, 13}));
}

TEST_CASE("Esketamine comes to twelve doses by the end of week eight", "[planning]") {
    const auto days = doseDays(plan(protocol("esketamine-trd"), fromMonday()));
    REQUIRE(days.size() == 12);
    REQUIRE(days.at(7) == day("2026-03-26"));
    REQUIRE(days.last() < day("2026-03-02").addDays(56));
}

TEST_CASE("The windows of the combined course stand where the protocol says", "[planning]") {
    const auto course = plan(protocol("iv-cbt"), fromMonday());
    REQUIRE(course.findings.isEmpty());
    REQUIRE(windowText(course, "screening-1") == QStringLiteral("2026-02-02 2026-02-09 2026-02-23"));
    REQUIRE(windowText(course, "preparation-2") == QStringLiteral("2026-02-23 2026-02-27 2026-03-01"));
    REQUIRE(windowText(course, "dose-1") == QStringLiteral("2026-03-02 2026-03-02 2026-03-06"));
    REQUIRE(windowText(course, "dose-2") == QStringLiteral("2026-03-04 2026-03-05 2026-03-07"));
    REQUIRE(windowText(course, "dose-3") == QStringLiteral("2026-03-09 2026-03-09 2026-03-10"));
    REQUIRE(windowText(course, "rating-dose-3") == QStringLiteral("2026-03-09 2026-03-09 2026-03-09"));
    REQUIRE(windowText(course, "integration-1") ==
            QStringLiteral("2026-03-03T00:00 2026-03-03T09:40 2026-03-05T09:40"));
    REQUIRE(windowText(course, "review-1") == QStringLiteral("2026-03-20 2026-03-23 2026-03-26"));
    REQUIRE(windowText(course, "therapy-1") == QStringLiteral("2026-03-23 2026-03-24 2026-03-25"));
    REQUIRE(windowText(course, "therapy-2") == QStringLiteral("2026-03-26 2026-03-27 2026-03-29"));
    REQUIRE(windowText(course, "therapy-5") == QStringLiteral("2026-04-06 2026-04-09 2026-04-12"));
    REQUIRE(windowText(course, "therapy-16") == QStringLiteral("2026-06-22 2026-06-25 2026-06-28"));
    REQUIRE(windowText(course, "rating-week-17") == QStringLiteral("2026-06-22 2026-06-25 2026-06-28"));
}

TEST_CASE("The last therapy week is week 17", "[planning]") {
    const auto course = plan(protocol("iv-cbt"), fromMonday());
    REQUIRE(course.find(QStringLiteral("therapy-16"))->window->latest.date ==
            day("2026-03-02").addDays(17 * 7 - 1));
}

TEST_CASE("A closed weekend moves integration to Monday before 72 hours are over",
          "[planning][integration]") {
    PlanRequest request = weekdaysOnly();
    request.start = day("2026-03-03"); // doses on Tuesdays and Fridays
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(windowText(course, "dose-2") == QStringLiteral("2026-03-05 2026-03-06 2026-03-08"));
    REQUIRE(windowText(course, "integration-2") ==
            QStringLiteral("2026-03-07T00:00 2026-03-09T09:00 2026-03-09T09:40"));
}

TEST_CASE("Integration on the day of the next dose says that it comes first", "[planning][integration]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04")};
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(windowText(course, "integration-1") ==
            QStringLiteral("2026-03-03T00:00 2026-03-05T09:00 2026-03-05T09:40"));
    REQUIRE(findingOn(course, "integration-1")->rule == QStringLiteral("plan.integration-same-day"));
    REQUIRE(doseDays(course) == march({2, 5, 9, 12, 16, 19}));
}

TEST_CASE("An integration no day fits has no window and a finding names it", "[planning][integration]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04"), day("2026-03-05")};
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(windowText(course, "integration-1") == QStringLiteral("none"));
    REQUIRE(findingOn(course, "integration-1")->rule == QStringLiteral("plan.no-date"));
    REQUIRE(findingOn(course, "integration-1")->text.contains(QStringLiteral("no open day")));
    REQUIRE(windowText(course, "dose-1") != QStringLiteral("none"));
}

TEST_CASE("An integration no day fits holds no dose up: a caution names the convention",
          "[planning][integration]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04"), day("2026-03-05")};
    const auto& shipped = protocol("iv-cbt");
    const auto course = plan(shipped, request);
    for (int dose = 1; dose <= 6; ++dose) {
        REQUIRE(windowText(course, qPrintable(QStringLiteral("dose-%1").arg(dose))) !=
                QStringLiteral("none"));
    }
    const auto* finding = findingOn(course, "dose-2");
    REQUIRE(finding->rule == QStringLiteral("plan.convention"));
    REQUIRE(finding->level == base::FindingLevel::Caution);
    REQUIRE(finding->source == shipped.integration->basis);
    REQUIRE(finding->confidence == shipped.integration->confidence);
    REQUIRE(findingOn(course, "dose-3") == nullptr);
    REQUIRE(replan(shipped, course, {}, request) == course);
}

TEST_CASE("An integration rule of high confidence holds the doses behind it", "[planning]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04"), day("2026-03-05")};
    auto strict = protocol("iv-cbt");
    strict.integration->confidence = base::Confidence::High;
    const auto held = plan(strict, request);
    REQUIRE(windowText(held, "dose-2") == QStringLiteral("none"));
    REQUIRE(findingOn(held, "dose-2")->text.contains(QStringLiteral("integration-1")));
}

TEST_CASE("A closure longer than the longest gap leaves the doses after it without a date", "[planning]") {
    PlanRequest request = fromMonday();
    for (int number = 6; number <= 18; ++number) {
        request.holidays.append(QDate(2026, 3, number));
    }
    const auto course = plan(protocol("iv-elektd"), request);
    REQUIRE(windowText(course, "dose-2") != QStringLiteral("none"));
    REQUIRE(windowText(course, "dose-3") == QStringLiteral("none"));
    REQUIRE(windowText(course, "dose-6") == QStringLiteral("none"));
    REQUIRE(findingOn(course, "dose-3")->text.contains(QStringLiteral("no open day")));
    REQUIRE(findingOn(course, "dose-4")->text.contains(QStringLiteral("dose-3")));
    REQUIRE(findingOn(course, "review-1") != nullptr);
}

TEST_CASE("A start on a closed day moves to the next open one and says so", "[planning]") {
    PlanRequest request = weekdaysOnly();
    request.start = day("2026-02-28");
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(doseDays(course) == march({2, 5, 9, 12, 16, 19}));
    REQUIRE(findingOn(course, "dose-1")->rule == QStringLiteral("plan.start-moved"));
}

TEST_CASE("A clinic that never opens gets a course without dates", "[planning]") {
    PlanRequest request = fromMonday();
    request.closedWeekdays = {1, 2, 3, 4, 5, 6, 7};
    const auto course = plan(protocol("iv-cbt"), request);
    for (const PlannedStep& step : course.steps) {
        REQUIRE_FALSE(step.window.has_value());
        REQUIRE(findingOn(course, step.key.toLatin1().constData()) != nullptr);
    }
}

TEST_CASE("A course without a start date has no dates and says why", "[planning]") {
    const auto course = plan(protocol("iv-cbt"), PlanRequest{});
    for (const PlannedStep& step : course.steps) {
        REQUIRE_FALSE(step.window.has_value());
    }
    REQUIRE(findingOn(course, "dose-1")->text.contains(QStringLiteral("no start date")));
}

TEST_CASE("The same input gives the same course", "[planning]") {
    REQUIRE(plan(protocol("iv-cbt"), weekdaysOnly()) == plan(protocol("iv-cbt"), weekdaysOnly()));
}

TEST_CASE("Integration windows follow the practice's zone over the change of the clocks", "[planning][dst]") {
    PlanRequest request = fromMonday();
    request.zone = QTimeZone("Europe/Oslo");
    request.start = day("2026-03-28"); // clocks go forward in the night to 29 March
    const auto course = plan(protocol("iv-cbt"), request);
    REQUIRE(windowText(course, "integration-1") ==
            QStringLiteral("2026-03-29T00:00 2026-03-29T10:40 2026-03-31T10:40"));
}

TEST_CASE("After a Friday dose before the clocks go back an early door keeps the Monday's integration",
          "[planning][dst]") {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    PlanRequest request;
    request.start = QDate(2026, 10, 23);
    request.closedWeekdays = {6, 7};
    request.zone = QTimeZone("Europe/London");
    // 72 hours after a dose that ends at 9:40 the clocks show 8:40: a door that opens at nine is too late.
    const auto* protocol = library.find(QStringLiteral("iv-cbt"));
    REQUIRE(protocol != nullptr);
    REQUIRE_FALSE(plan(*protocol, request).find(QStringLiteral("integration-1"))->window);
    for (int weekday = 1; weekday <= 5; ++weekday) {
        request.opensAt.insert(weekday, QTime(8, 0));
    }
    const auto course = plan(*protocol, request);
    const auto& window = course.find(QStringLiteral("integration-1"))->window;
    REQUIRE(window);
    REQUIRE(window->latest.date == QDate(2026, 10, 26));
    REQUIRE(window->latest.time == QTime(8, 40));
    REQUIRE(course.find(QStringLiteral("dose-2"))->window);
}

} // namespace test_plan
