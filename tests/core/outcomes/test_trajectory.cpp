// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trajectory.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace test_trajectory {
using namespace kairos::outcomes;
using Catch::Approx;

TEST_CASE("The worked trajectory has area, average and slope of the reference", "[outcomes][trajectory]") {
    const std::vector<DayScore> scores{{0, 21}, {2, 16}, {4, 12}, {7, 9}, {9, 8}, {11, 7}, {14, 9}};
    REQUIRE(areaUnder(scores) == Approx(152.5));
    REQUIRE(*timeAverage(scores) == Approx(10.892857).margin(1e-6));
    REQUIRE(leastSquares(scores)->slope == Approx(-0.875472).margin(1e-6));
    REQUIRE(leastSquares(scores)->intercept == Approx(17.592453).margin(1e-6));
}

TEST_CASE("One day has no average and no slope", "[outcomes][trajectory]") {
    const std::vector<DayScore> one{{3, 12}, {3, 10}};
    REQUIRE(areaUnder(one) == 0.0);
    REQUIRE_FALSE(timeAverage(one).has_value());
    REQUIRE_FALSE(leastSquares(one).has_value());
    REQUIRE_FALSE(timeAverage({}).has_value());
    REQUIRE_FALSE(leastSquares({}).has_value());
}

} // namespace test_trajectory
