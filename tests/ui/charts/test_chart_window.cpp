// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_window.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_chart_window {
using namespace kairos::ui;
using Catch::Approx;

TEST_CASE("Zooming keeps the anchor where it is", "[charts][window]") {
    const ChartWindow window{{0, 100}, {0, 100}};
    const auto closer = window.zoomed(0.5, 80);
    REQUIRE(closer->first == Approx(40));
    REQUIRE(closer->last == Approx(90));
    REQUIRE((80 - closer->first) / (closer->last - closer->first) == Approx(0.8));
}

TEST_CASE("Zooming out to the whole is the whole again", "[charts][window]") {
    REQUIRE_FALSE(ChartWindow{{0, 90}, {0, 100}}.zoomed(1.25, 45).has_value());
    const auto wider = ChartWindow{{0, 40}, {0, 100}}.zoomed(2, 0);
    REQUIRE(wider->first == Approx(0));
    REQUIRE(wider->last == Approx(80));
}

TEST_CASE("Zooming stops at six hours", "[charts][window]") {
    const auto closest = ChartWindow{{10, 10.3}, {0, 100}}.zoomed(0.01, 10.15);
    REQUIRE(closest->last - closest->first == Approx(kShortestWindow));
}

TEST_CASE("Moving stops at both ends of the whole", "[charts][window]") {
    const ChartWindow window{{10, 30}, {0, 100}};
    REQUIRE(window.moved(5)->first == Approx(15));
    REQUIRE(window.moved(-50)->first == Approx(0));
    REQUIRE(window.moved(-50)->last == Approx(20));
    REQUIRE(window.moved(500)->last == Approx(100));
    REQUIRE_FALSE(ChartWindow{{0, 100}, {0, 100}}.moved(5).has_value());
}

} // namespace test_chart_window
