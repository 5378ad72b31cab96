// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/group_change.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_group_change {
using namespace kairos::outcomes;
using Catch::Approx;

TEST_CASE("The worked group of eight has the figures of the reference", "[outcomes][group]") {
    const auto change =
        groupChange({{21, 9}, {18, 12}, {24, 14}, {16, 4}, {19, 17}, {22, 8}, {15, 6}, {20, 11}});
    REQUIRE(change->meanBefore == Approx(19.375));
    REQUIRE(change->meanAfter == Approx(10.125));
    REQUIRE(*change->sdBefore == Approx(3.020761).margin(1e-6));
    REQUIRE(*change->sdAfter == Approx(4.257347).margin(1e-6));
    REQUIRE(*change->sdFall == Approx(3.807887).margin(1e-6));
    REQUIRE(*change->t == Approx(6.870728).margin(1e-6));
    REQUIRE(*change->correlation == Approx(0.495707).margin(1e-6));
    REQUIRE(*change->dz == Approx(2.429169).margin(1e-6));
    REQUIRE(*change->dPre == Approx(3.062142).margin(1e-6));
    REQUIRE(*change->dAverage == Approx(2.541869).margin(1e-6));
    REQUIRE(*change->hedges == Approx(0.888889).margin(1e-6));
    REQUIRE(*change->gPre == Approx(2.721904).margin(1e-6));
}

TEST_CASE("One patient has means and no spread, none has nothing", "[outcomes][group]") {
    REQUIRE(groupChange({{20, 8}})->meanFall == 12.0);
    REQUIRE_FALSE(groupChange({{20, 8}})->sdFall.has_value());
    REQUIRE_FALSE(groupChange({}).has_value());
    REQUIRE_FALSE(groupChange({{20, 8}, {20, 8}})->dz.has_value());
}

} // namespace test_group_change
