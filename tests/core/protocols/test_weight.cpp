// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/weight.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_weight {
using namespace kairos;
using namespace kairos::protocols;
using Catch::Approx;

TEST_CASE("154 pounds are 69.853225 kg", "[protocols][weight]") {
    REQUIRE(kilogramsFromPounds(154).value == Approx(69.853225).epsilon(1e-9));
}

TEST_CASE("Ideal and adjusted weight of a man of 180 cm and 120 kg", "[protocols][weight]") {
    const auto ideal = idealBodyWeight(DevineFormula::Male, {180});
    REQUIRE(ideal->value == Approx(74.99).margin(0.005));
    REQUIRE(ideal->value * 0.5 == Approx(37.50).margin(0.005));
    const auto adjusted = adjustedBodyWeight(*ideal, {120});
    REQUIRE(adjusted.value == Approx(93.00).margin(0.005));
    REQUIRE(adjusted.value * 0.5 == Approx(46.50).margin(0.005));
    REQUIRE(*bodyMassIndex({120}, {180}) == Approx(37.04).margin(0.005));
}

TEST_CASE("Ideal and adjusted weight of a woman of 165 cm and 95 kg", "[protocols][weight]") {
    const auto ideal = idealBodyWeight(DevineFormula::Female, {165});
    REQUIRE(ideal->value == Approx(56.91).margin(0.005));
    REQUIRE(ideal->value * 0.5 == Approx(28.45).margin(0.006));
    const auto adjusted = adjustedBodyWeight(*ideal, {95});
    REQUIRE(adjusted.value == Approx(72.15).margin(0.006));
    REQUIRE(adjusted.value * 0.5 == Approx(36.07).margin(0.006));
    REQUIRE(*bodyMassIndex({95}, {165}) == Approx(34.89).margin(0.005));
}

TEST_CASE("Devine's formula begins at 152.4 cm", "[protocols][weight]") {
    REQUIRE(idealBodyWeight(DevineFormula::Female, {152.4}).has_value());
    REQUIRE_FALSE(idealBodyWeight(DevineFormula::Female, {152.3}).has_value());
    REQUIRE_FALSE(bodyMassIndex({70}, {0}).has_value());
}

TEST_CASE("A weight change above 5 per cent is told", "[protocols][weight]") {
    REQUIRE(weightChangePercent({70}, {76}) == Approx(8.5714).epsilon(1e-4));
    const auto& limits = builtInDoseLimits();
    const auto finding = weightChangeFinding({70}, {76}, limits);
    REQUIRE(finding.has_value());
    REQUIRE(finding->text.contains(QStringLiteral("rose by 8.6 %")));
    REQUIRE(weightChangeFinding({83}, {74.2}, limits)->text.contains(QStringLiteral("fell by 10.6 %")));
    REQUIRE_FALSE(weightChangeFinding({70}, {73.5}, limits).has_value());
    REQUIRE(weightChangeFinding({70}, {73.6}, limits).has_value());
    REQUIRE_FALSE(weightChangeFinding({70}, {66.5}, limits).has_value());
    REQUIRE(weightChangeFinding({70}, {66.4}, limits).has_value());
}

} // namespace test_weight
