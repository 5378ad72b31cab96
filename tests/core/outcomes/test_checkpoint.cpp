// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/checkpoint.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_checkpoint {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;

namespace {

/// Ratings the day after doses 1 to 4.
const Course& twiceWeekly() {
    static const Course course = courseOf({0, 3, 7, 10});
    return course;
}

Trend early() {
    return trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {1, 18}, {8, 15}, {9, 14}, {11, 9}}),
                   twiceWeekly());
}

} // namespace

TEST_CASE("A checkpoint takes the last rating before the next dose", "[outcomes][checkpoint]") {
    const Trend trend = early();
    const auto checkpoints = checkpointsOf(trend, twiceWeekly(), {3, 4});
    REQUIRE(checkpoints.size() == 2);
    REQUIRE(checkpoints.at(0).dose == 3);
    REQUIRE(checkpoints.at(0).isOver);
    REQUIRE_FALSE(checkpoints.at(1).isOver);
    REQUIRE(trend.points.at(*checkpoints.at(0).point).total == 14);
    REQUIRE(checkpoints.at(0).changePoints == -6);
    REQUIRE(*checkpoints.at(0).changePercent == Catch::Approx(30.0));
    REQUIRE(trend.points.at(*checkpoints.at(1).point).total == 9);
    REQUIRE(*checkpoints.at(1).changePercent == Catch::Approx(55.0));
}

TEST_CASE("A dose that was not given has no checkpoint", "[outcomes][checkpoint]") {
    const Course course = courseOf({0, 3, 7});
    const auto trend = trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {8, 15}}), course);
    REQUIRE(checkpointsOf(trend, course, {3, 4}).size() == 1);
    REQUIRE(checkpointsOf(trend, courseOf({}), {3, 4}).isEmpty());
}

TEST_CASE("A checkpoint without a rating or a baseline says no change", "[outcomes][checkpoint]") {
    const auto unrated = trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}}), twiceWeekly());
    const auto none = checkpointsOf(unrated, twiceWeekly(), {3});
    REQUIRE_FALSE(none.first().point.has_value());
    REQUIRE_FALSE(none.first().changePercent.has_value());
    const auto late = trendOf(instrument("phq-9"), ratings("phq-9", {{8, 15}, {9, 12}}), twiceWeekly());
    const auto unanchored = checkpointsOf(late, twiceWeekly(), {3});
    REQUIRE(late.points.at(*unanchored.first().point).total == 12);
    REQUIRE_FALSE(unanchored.first().changePoints.has_value());
}

} // namespace test_checkpoint
