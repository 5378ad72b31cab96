// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/clinic_calendar.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_clinic_calendar {
using namespace kairos::planning;
using namespace kairos::planning::fixture;

TEST_CASE("Closed weekdays and holidays are closed", "[planning][calendar]") {
    PlanRequest request = weekdaysOnly();
    request.holidays = {day("2026-03-03")};
    const ClinicCalendar calendar(request);
    REQUIRE(calendar.isOpen(day("2026-03-02")));
    REQUIRE_FALSE(calendar.isOpen(day("2026-03-03")));
    REQUIRE_FALSE(calendar.isOpen(day("2026-03-07")));
    REQUIRE_FALSE(calendar.isOpen(day("2026-03-08")));
    REQUIRE(calendar.firstOpen(day("2026-03-07")) == day("2026-03-09"));
    REQUIRE(calendar.firstOpen(day("2026-03-04")) == day("2026-03-04"));
}

TEST_CASE("Of two equally near open days the earlier is taken", "[planning][calendar]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-04")};
    const ClinicCalendar calendar(request);
    REQUIRE(calendar.nearestOpen(day("2026-03-04"), {day("2026-03-02"), day("2026-03-08")}) ==
            day("2026-03-03"));
    REQUIRE(calendar.nearestOpen(day("2026-03-04"), {day("2026-03-04"), day("2026-03-08")}) ==
            day("2026-03-05"));
    REQUIRE_FALSE(
        calendar.nearestOpen(day("2026-03-04"), {day("2026-03-04"), day("2026-03-04")}).has_value());
    REQUIRE_FALSE(
        calendar.nearestOpen(day("2026-03-04"), {day("2026-03-05"), day("2026-03-04")}).has_value());
}

TEST_CASE("A clinic closed all week has no open day", "[planning][calendar]") {
    PlanRequest request = fromMonday();
    request.closedWeekdays = {1, 2, 3, 4, 5, 6, 7};
    REQUIRE_FALSE(ClinicCalendar(request).firstOpen(request.start).has_value());
}

} // namespace test_clinic_calendar
