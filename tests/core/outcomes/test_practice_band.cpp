// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/practice_band.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <array>

namespace test_practice_band {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;

namespace {

/// Courses with baseline 20, and in the second week totals of 1, 2, 3 … `count`.
QList<Trend> courses(int count) {
    QList<Trend> trends;
    for (int i = 1; i <= count; ++i) {
        trends.append(trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {8, 25}, {10, double(i)}}),
                              courseOf({0})));
    }
    return trends;
}

} // namespace

TEST_CASE("Quantiles are those of R's default, type 7", "[outcomes][band]") {
    const std::array values{1.0, 2.0, 3.0, 4.0, 10.0, 11.0};
    REQUIRE(quantile(values, 0.25) == Catch::Approx(2.25));
    REQUIRE(quantile(values, 0.5) == Catch::Approx(3.5));
    REQUIRE(quantile(values, 0.75) == Catch::Approx(8.5));
    REQUIRE(quantile(values, 1) == 11.0);
    REQUIRE(quantile(std::array{7.0}, 0.25) == 7.0);
}

TEST_CASE("Nineteen courses draw no band, twenty do", "[outcomes][band]") {
    const PracticeBand few = practiceBand(courses(19));
    REQUIRE(few.courses == 19);
    REQUIRE(few.needed == 20);
    REQUIRE_FALSE(few.isEnough());
    REQUIRE(few.steps.isEmpty());
    const PracticeBand enough = practiceBand(courses(20));
    REQUIRE(enough.isEnough());
    REQUIRE(enough.steps.size() == 2);
    REQUIRE(enough.steps.first() == QuartileStep{-7, 0, 20, 20, 20, 20});
    // The later rating of the week counts: 1 to 20.
    REQUIRE(enough.steps.last() == QuartileStep{7, 14, 20, 5.75, 10.5, 15.25});
}

TEST_CASE("A course without a baseline before the dose is not in the band", "[outcomes][band]") {
    QList<Trend> trends = courses(19);
    trends.append(trendOf(instrument("phq-9"), ratings("phq-9", {{3, 20}, {10, 4}}), courseOf({0})));
    trends.append(trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {30, 4}}), courseOf({})));
    trends.append(trendOf(instrument("phq-9"), {}, courseOf({0})));
    REQUIRE(practiceBand(trends).courses == 19);
    REQUIRE(practiceBand({}).courses == 0);
}

TEST_CASE("A rating that does not count for response is not in the band", "[outcomes][band]") {
    QList<Trend> trends;
    for (int i = 0; i < 20; ++i) {
        trends.append(
            trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {3, 2}, {14, 8}}), courseOf({0})));
    }
    const PracticeBand band = practiceBand(trends);
    REQUIRE(band.steps.size() == 2);
    REQUIRE(band.steps.last().fromDay == 14);
}

} // namespace test_practice_band
