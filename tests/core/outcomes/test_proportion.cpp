// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/proportion.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_proportion {
using namespace kairos::outcomes;
using Catch::Approx;

TEST_CASE("Wilson's interval matches the published table", "[outcomes][wilson]") {
    struct Row {
        int x, n;
        double low, high;
    };
    const auto row = GENERATE(Row{0, 10, 0, .277533}, Row{10, 10, .722467, 1}, Row{1, 1, .206549, 1},
                              Row{8, 16, .279996, .720004}, Row{4, 8, .215216, .784784},
                              Row{1, 8, .022417, .470888}, Row{70, 101, .597427, .774564});
    const Proportion result = proportion(row.x, row.n);
    REQUIRE(result.interval->low == Approx(row.low).margin(1e-6));
    REQUIRE(result.interval->high == Approx(row.high).margin(1e-6));
}

TEST_CASE("The ends of Wilson's interval are exact", "[outcomes][wilson]") {
    const int n = GENERATE(1, 3, 7, 10, 16, 537);
    REQUIRE(proportion(0, n).interval->low == 0.0);
    REQUIRE(proportion(n, n).interval->high == 1.0);
}

TEST_CASE("No patients give no share and no interval", "[outcomes][wilson]") {
    const Proportion none = proportion(0, 0);
    REQUIRE_FALSE(none.share.has_value());
    REQUIRE_FALSE(none.interval.has_value());
    REQUIRE_FALSE(shareDifference(none, proportion(1, 2)).has_value());
}

TEST_CASE("Newcombe's interval matches the published pairs", "[outcomes][newcombe]") {
    struct Row {
        int x1, n1, x2, n2;
        double difference, low, high, needed;
    };
    const auto row = GENERATE(
        Row{108, 195, 70, 170, .1421, .0393, .2406, 7.04}, Row{30, 47, 7, 25, .3583, .1159, .5419, 2.79},
        Row{39, 86, 24, 90, .1868, .0450, .3190, 5.35}, Row{34, 59, 16, 62, .3182, .1430, .4678, 3.14});
    const auto result = shareDifference(proportion(row.x1, row.n1), proportion(row.x2, row.n2));
    REQUIRE(result->difference == Approx(row.difference).margin(5.1e-5));
    REQUIRE(result->interval.low == Approx(row.low).margin(5.1e-5));
    REQUIRE(result->interval.high == Approx(row.high).margin(5.1e-5));
    REQUIRE(*result->numberNeeded == Approx(row.needed).margin(0.0051));
}

TEST_CASE("No number needed to treat when the interval holds 0", "[outcomes][newcombe]") {
    REQUIRE_FALSE(shareDifference(proportion(5, 10), proportion(4, 10))->numberNeeded.has_value());
}

} // namespace test_proportion
