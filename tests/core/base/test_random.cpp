// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <catch2/catch_test_macros.hpp>

namespace test_random {
using namespace kairos::base;

TEST_CASE("SplitMix64 of seed 1234567 gives the published first numbers", "[base]") {
    // Source: Vigna's reference splitmix64.c, as listed on
    // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
    SeededRandom random(1234567);
    REQUIRE(random.next() == 6457827717110365317ULL);
    REQUIRE(random.next() == 3203168211198807973ULL);
}

TEST_CASE("A number between two bounds reaches both and leaves neither", "[base]") {
    SeededRandom random(5);
    bool low = false;
    bool high = false;
    for (int i = 0; i < 1000; ++i) {
        const int drawn = random.between(-1, 2);
        REQUIRE(drawn >= -1);
        REQUIRE(drawn <= 2);
        low = low || drawn == -1;
        high = high || drawn == 2;
    }
    REQUIRE(low);
    REQUIRE(high);
}

} // namespace test_random
