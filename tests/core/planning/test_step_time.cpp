// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_step_time {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

TEST_CASE("A day ends with its last moment, an hour with itself", "[planning][time]") {
    const record::StepTime wholeDay{day("2026-03-02"), {}};
    const record::StepTime hour{day("2026-03-02"), QTime(9, 40)};
    REQUIRE(startOf(wholeDay) == wallTime(day("2026-03-02"), QTime(0, 0)));
    REQUIRE(endOf(wholeDay) < wallTime(day("2026-03-03"), QTime(0, 0)));
    REQUIRE(startOf(hour) == endOf(hour));
    REQUIRE(toIso(wholeDay) == QStringLiteral("2026-03-02"));
    REQUIRE(toIso(hour) == QStringLiteral("2026-03-02T09:40"));
}

TEST_CASE("Both edges of a window lie inside", "[planning][time]") {
    const record::StepWindow window{{day("2026-03-03"), QTime(0, 0)},
                                    {day("2026-03-03"), QTime(10, 40)},
                                    {day("2026-03-05"), QTime(10, 40)}};
    REQUIRE(isInside(window, wallTime(day("2026-03-03"), QTime(0, 0))));
    REQUIRE_FALSE(isInside(window, wallTime(day("2026-03-02"), QTime(23, 59))));
    REQUIRE(isInside(window, wallTime(day("2026-03-05"), QTime(10, 40))));
    REQUIRE_FALSE(isInside(window, wallTime(day("2026-03-05"), QTime(10, 41))));
}

TEST_CASE("A moment is read in the practice's zone", "[planning][time]") {
    const auto at = heldAt("2026-03-02T23:30").at;
    REQUIRE(wallTime(at, QTimeZone("Europe/Oslo")) == wallTime(day("2026-03-03"), QTime(0, 30)));
}

} // namespace test_step_time
