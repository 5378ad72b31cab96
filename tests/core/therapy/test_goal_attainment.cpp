// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_attainment.h"

#include "core/therapy/goal_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>

namespace test_goal_attainment {
using namespace kairos;
using therapy::attainmentOf;
using therapy::attainmentScore;
using therapy::GoalStanding;
using therapy::WeightedLevel;

namespace {

struct Vector {
    QList<WeightedLevel> levels;
    double score;
};

GoalStanding standing(int weight, std::optional<int> baseline, std::optional<int> level) {
    GoalStanding standing;
    standing.goal.weight = weight;
    standing.goal.baseline = baseline;
    standing.level = level;
    return standing;
}

double rho() {
    return therapy::GoalRules::builtIn().correlation;
}

} // namespace

TEST_CASE("The T-score of goal attainment is that of Kiresuk and Sherman", "[therapy][goals]") {
    const auto vector = GENERATE(values<Vector>({{{{1, 0}, {1, 0}, {1, 0}}, 50.0},
                                                 {{{1, 1}, {1, 0}, {1, -1}}, 50.0},
                                                 {{{1, 1}, {1, 1}, {1, 0}}, 59.1287},
                                                 {{{3, 2}, {2, 1}, {1, 0}}, 67.6261},
                                                 {{{1, -1}, {1, -1}, {1, -1}}, 36.3069},
                                                 {{{1, -1}, {1, -1}, {1, -2}}, 31.7426},
                                                 {{{1, 2}, {1, 2}, {1, 2}}, 77.3861},
                                                 {{{1, 1}}, 60.0},
                                                 {{{2, -2}, {1, -1}, {1, 0}, {1, 1}}, 38.6408}}));
    const auto score = attainmentScore(vector.levels, rho());
    REQUIRE(score.has_value());
    REQUIRE(std::abs(*score - vector.score) < 5e-5);
}

TEST_CASE("There is no T-score without goals or when every weight is 0", "[therapy][goals]") {
    REQUIRE_FALSE(attainmentScore({}, rho()).has_value());
    REQUIRE_FALSE(attainmentScore({{0, 1}, {0, 2}}, rho()).has_value());
}

TEST_CASE("Goals that nobody rated give no score, only their count", "[therapy][goals]") {
    const auto summary = attainmentOf({standing(1, -1, {}), standing(2, -2, {})}, rho());
    REQUIRE(summary.goals == 2);
    REQUIRE(summary.rated == 0);
    REQUIRE_FALSE(summary.score.has_value());
    REQUIRE_FALSE(summary.baseline.has_value());
    REQUIRE_FALSE(summary.change.has_value());
}

TEST_CASE("The change is that of the goals that were rated", "[therapy][goals]") {
    // The third goal is not rated yet: its baseline must not lower the score it is measured from.
    const auto summary = attainmentOf({standing(1, -1, 1), standing(1, -1, 1), standing(3, -2, {})}, rho());
    REQUIRE(summary.goals == 3);
    REQUIRE(summary.rated == 2);
    const double spread = std::sqrt(0.7 * 2 + 0.3 * 4);
    REQUIRE(std::abs(*summary.score - (50 + 20 / spread)) < 1e-9);
    REQUIRE(std::abs(*summary.baseline - (50 - 20 / spread)) < 1e-9);
    REQUIRE(std::abs(*summary.change - 40 / spread) < 1e-9);
}

TEST_CASE("A rated goal without a baseline has a score and no change", "[therapy][goals]") {
    const auto summary = attainmentOf({standing(1, -1, 0), standing(1, {}, 1)}, rho());
    REQUIRE(summary.score.has_value());
    REQUIRE_FALSE(summary.baseline.has_value());
    REQUIRE_FALSE(summary.change.has_value());
}

TEST_CASE("A dropped goal is counted by itself and in no score", "[therapy][goals]") {
    auto dropped = standing(1, -2, -2);
    dropped.goal.state = record::GoalState::Dropped;
    const auto summary = attainmentOf({standing(1, -1, 1), dropped}, rho());
    REQUIRE(summary.goals == 1);
    REQUIRE(summary.dropped == 1);
    REQUIRE(std::abs(*summary.score - 60.0) < 1e-9);
}

TEST_CASE("A goal without a weight is not in the score", "[therapy][goals]") {
    auto light = standing(1, -1, 2);
    light.goal.weight.reset();
    const auto summary = attainmentOf({light}, rho());
    REQUIRE(summary.goals == 1);
    REQUIRE(summary.rated == 0);
    REQUIRE_FALSE(summary.score.has_value());
}

} // namespace test_goal_attainment
