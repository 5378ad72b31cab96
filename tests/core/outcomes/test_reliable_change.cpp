// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/reliable_change.h"

#include "core/outcomes/trend_rules.h"
#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_reliable_change {
using namespace kairos;
using namespace kairos::outcomes;
using Catch::Approx;
using kairos::testing::instrument;

namespace {

const scales::ReliabilityInput kPhq{5.66, 0.89, QStringLiteral("alpha"), {}};

double z() {
    return builtInTrendRules().reliableChangeZ.value;
}

} // namespace

TEST_CASE("Reliable change of PHQ-9 needs 6 points with SD 5.66 and r .89", "[outcomes][reliable]") {
    const ReliableLimit limit = reliableLimit(kPhq, z());
    REQUIRE(limit.standardError == Approx(1.877).margin(0.0005));
    REQUIRE(limit.differenceError == Approx(2.65477).margin(0.00001));
    REQUIRE(limit.limit == Approx(5.2033).margin(0.00005));
    REQUIRE(limit.points == 6);
}

TEST_CASE("The whole-point rules of the reference table come out of its pairs", "[outcomes][reliable]") {
    struct Row {
        double sd, r, limit;
        int points;
    };
    const auto row = GENERATE(Row{6.1, .84, 6.763, 7}, Row{4.50, .92, 3.528, 4}, Row{4.5, .86, 4.667, 5},
                              Row{5.7, .84, 6.320, 7}, Row{7.0, .84, 7.761, 8}, Row{5.0, .79, 6.351, 7},
                              Row{12.75, .93, 9.350, 10}, Row{15.0, .84, 16.631, 17}, Row{4.1, .90, 3.594, 4},
                              Row{8.0, .73, 11.522, 12}, Row{20, .85, 21.470, 22});
    const ReliableLimit limit = reliableLimit({row.sd, row.r, QStringLiteral("alpha"), {}}, z());
    REQUIRE(limit.limit == Approx(row.limit).margin(0.0006));
    REQUIRE(limit.points == row.points);
}

TEST_CASE("The populations of the worked example give cut-offs 4.4, 10.9 and 8.244086",
          "[outcomes][reliable]") {
    const PopulationCuts cuts = populationCuts({15.4, 5.5, 3.3, 3.8});
    REQUIRE(cuts.a == Approx(4.4));
    REQUIRE(cuts.b == Approx(10.9));
    REQUIRE(cuts.c == Approx(8.244086).margin(1e-6));
}

TEST_CASE("Changes of PHQ-9 are classed as in the worked vectors", "[outcomes][reliable]") {
    struct Row {
        double baseline, followUp, index;
        ChangeClass changeClass;
    };
    const auto row =
        GENERATE(Row{20, 8, -4.5202, ChangeClass::Recovered}, Row{18, 13, -1.8834, ChangeClass::Unchanged},
                 Row{12, 9, -1.1300, ChangeClass::Unchanged}, Row{16, 4, -4.5202, ChangeClass::Recovered},
                 Row{7, 13, 2.2601, ChangeClass::Deteriorated}, Row{18, 12, -2.2601, ChangeClass::Improved});
    const auto change =
        reliableChange(instrument("phq-9"), {row.baseline, row.followUp}, kPhq, z(), 8.244086);
    REQUIRE(change->index == Approx(row.index).margin(0.00005));
    REQUIRE(change->changeClass == row.changeClass);
}

TEST_CASE("Nobody recovers who stood below the cut-off before", "[outcomes][reliable]") {
    REQUIRE(reliableChange(instrument("phq-9"), {8, 1}, kPhq, z(), 8.244086)->changeClass ==
            ChangeClass::Improved);
    REQUIRE(reliableChange(instrument("phq-9"), {20, 8}, kPhq, z())->changeClass == ChangeClass::Improved);
}

TEST_CASE("On a scale where high is good a rise is the improvement", "[outcomes][reliable]") {
    const scales::ReliabilityInput who{20, 0.85, QStringLiteral("alpha"), {}};
    scales::Instrument high = instrument("phq-9");
    high.direction = scales::Direction::HighIsGood;
    REQUIRE(reliableChange(high, {20, 42}, who, z())->changeClass == ChangeClass::Improved);
    REQUIRE(reliableChange(high, {20, 41}, who, z())->changeClass == ChangeClass::Unchanged);
    REQUIRE(reliableChange(high, {42, 20}, who, z())->changeClass == ChangeClass::Deteriorated);
    REQUIRE(reliableChange(high, {20, 60}, who, z(), 50)->changeClass == ChangeClass::Recovered);
    high.direction = scales::Direction::None;
    REQUIRE_FALSE(reliableChange(high, {20, 60}, who, z()).has_value());
}

TEST_CASE("The rule names the pair it used", "[outcomes][reliable]") {
    const auto& input = instrument("phq-9").reliability.front();
    const auto change = reliableChange(instrument("phq-9"), {20, 8}, input, z());
    REQUIRE(change->ruleText() == QStringLiteral("at least 6 points: SD 5.66, r 0.89 (alpha), Gyani2013, M"));
    REQUIRE(change->classId() == QStringLiteral("improved"));
}

} // namespace test_reliable_change
