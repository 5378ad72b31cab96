// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/given_dose.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_given_dose {
using namespace kairos;
using namespace kairos::protocols;
using Catch::Approx;

namespace {

InfusionCourse stoppedAt(double minutes) {
    return {{35}, {{{35.0 / 40.0}, {minutes}}}, {}, {}};
}

} // namespace

TEST_CASE("Stopping 35 mg over 40 min at 12 min gives 10.5 mg", "[protocols][given]") {
    const auto given = givenDose(stoppedAt(12));
    REQUIRE(given->given.value == Approx(10.5));
    REQUIRE(given->notGiven.value == Approx(24.5));
}

TEST_CASE("Stopping at 25 min gives 21.875 mg", "[protocols][given]") {
    const auto given = givenDose(stoppedAt(25));
    REQUIRE(given->given.value == Approx(21.875));
    REQUIRE(given->notGiven.value == Approx(13.125));
    REQUIRE_FALSE(given->notInfused.has_value());
}

TEST_CASE("Pauses, rate changes and boosters are segments and additions", "[protocols][given]") {
    const auto given =
        givenDose({{35}, {{{0.875}, {20}}, {{0}, {10}}, {{0.4375}, {20}}}, {{5}}, base::Milligrams{1.4}});
    REQUIRE(given->given.value == Approx(17.5 + 8.75 + 5));
    REQUIRE(given->notGiven.value == Approx(8.75));
    REQUIRE(given->notInfused->value == Approx(1.4));
}

TEST_CASE("Nothing ran, nothing was given", "[protocols][given]") {
    const auto given = givenDose({{35}, {}, {}, {}});
    REQUIRE(given->given.value == 0.0);
    REQUIRE(given->notGiven.value == 35.0);
}

TEST_CASE("Negative times, rates and boosters are refused", "[protocols][given]") {
    REQUIRE_FALSE(givenDose(stoppedAt(-1)).has_value());
    REQUIRE_FALSE(givenDose({{35}, {{{-1}, {5}}}, {}, {}}).has_value());
    REQUIRE_FALSE(givenDose({{35}, {}, {{-5}}, {}}).has_value());
    REQUIRE_FALSE(givenDose({{-35}, {}, {}, {}}).has_value());
}

} // namespace test_given_dose
