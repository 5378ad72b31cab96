// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/integration_window.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_integration_window {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

QString windowAfter(const char* doseEndUtc, const PlanRequest& request) {
    const auto window = reckonIntegration(*protocol("iv-cbt").integration, heldAt(doseEndUtc).at, request);
    return window ? QStringLiteral("%1 %2 %3")
                        .arg(toIso(window->earliest), toIso(window->target), toIso(window->latest))
                  : QStringLiteral("none");
}

} // namespace

TEST_CASE("A dose that ended on 2 March at 10:40 is integrated from the 3rd to the 5th at 10:40",
          "[planning][integration]") {
    REQUIRE(windowAfter("2026-03-02T10:40", fromMonday()) ==
            QStringLiteral("2026-03-03T00:00 2026-03-03T10:40 2026-03-05T10:40"));
}

TEST_CASE("A dose that ended late in the evening is integrated from the next calendar day",
          "[planning][integration]") {
    REQUIRE(windowAfter("2026-03-02T23:30", fromMonday()) ==
            QStringLiteral("2026-03-03T00:00 2026-03-03T23:30 2026-03-05T23:30"));
}

TEST_CASE("Seventy-two hours are elapsed hours over both changes of the clocks",
          "[planning][integration][dst]") {
    PlanRequest request = fromMonday();
    request.zone = QTimeZone("Europe/Oslo");
    // Spring: the end at 10:40 local (09:40 UTC) on 27 March, the clocks go forward on the 29th.
    REQUIRE(windowAfter("2026-03-27T09:40", request) ==
            QStringLiteral("2026-03-28T00:00 2026-03-28T10:40 2026-03-30T11:40"));
    // Autumn: the end at 10:40 local (08:40 UTC) on 23 October, the clocks go back on the 25th.
    REQUIRE(windowAfter("2026-10-23T08:40", request) ==
            QStringLiteral("2026-10-24T00:00 2026-10-24T10:40 2026-10-26T09:40"));
}

TEST_CASE("The last open moment is the end of the window itself", "[planning][integration]") {
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-03"), day("2026-03-04")};
    REQUIRE(windowAfter("2026-03-02T09:00", request) ==
            QStringLiteral("2026-03-03T00:00 2026-03-05T09:00 2026-03-05T09:00"));
    REQUIRE(windowAfter("2026-03-02T08:59", request) == QStringLiteral("none"));
}

} // namespace test_integration_window
