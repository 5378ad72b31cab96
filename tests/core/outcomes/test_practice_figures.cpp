// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/practice_figures.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_practice_figures {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;
using Catch::Approx;

namespace {

Trend phq(std::initializer_list<DayTotal> totals) {
    return trendOf(instrument("phq-9"), ratings("phq-9", totals), courseOf({0}));
}

std::optional<Follow> follow(std::initializer_list<DayTotal> totals, double ratingsInRow = 1) {
    TrendRules rules = builtInTrendRules();
    rules.relapseRatings.value = ratingsInRow;
    return followAfterResponse(instrument("phq-9"), phq(totals), rules);
}

} // namespace

TEST_CASE("The worked group of eight responds in four and remits in one", "[outcomes][practice]") {
    const QList<Trend> trends{phq({{0, 21}, {28, 9}}), phq({{0, 18}, {28, 12}}), phq({{0, 24}, {28, 14}}),
                              phq({{0, 16}, {28, 4}}), phq({{0, 19}, {28, 17}}), phq({{0, 22}, {28, 8}}),
                              phq({{0, 15}, {28, 6}}), phq({{0, 20}, {28, 11}})};
    const ResponseFigures figures = responseFigures(QStringLiteral("phq-9"), trends);
    REQUIRE(figures.analysed == 8);
    REQUIRE(figures.response.x == 4);
    REQUIRE(figures.response.interval->low == Approx(.215216).margin(1e-6));
    REQUIRE(figures.response.interval->high == Approx(.784784).margin(1e-6));
    REQUIRE(figures.remission.x == 1);
    REQUIRE(figures.remission.interval->high == Approx(.470888).margin(1e-6));
    REQUIRE(figures.deteriorated.x == 0);
}

TEST_CASE("Courses that cannot be judged are counted and not analysed", "[outcomes][practice]") {
    const QList<Trend> trends{phq({}), phq({{0, 20}}), phq({{0, 20}, {3, 5}}), phq({{14, 20}, {28, 5}}),
                              phq({{0, 20}, {28, 5}})};
    const ResponseFigures figures = responseFigures(QStringLiteral("phq-9"), trends);
    REQUIRE(figures.courses == 4);
    REQUIRE(figures.analysed == 1);
    REQUIRE(figures.response.x == 1);
}

TEST_CASE("Who stood below the cut-off before cannot remit", "[outcomes][practice]") {
    const ResponseFigures figures = responseFigures(QStringLiteral("phq-9"), {phq({{0, 4}, {28, 1}})});
    REQUIRE(figures.response.n == 1);
    REQUIRE(figures.remission.n == 0);
    REQUIRE_FALSE(figures.remission.share.has_value());
}

TEST_CASE("Relapse is the first rating that is no response any more", "[outcomes][practice]") {
    REQUIRE_FALSE(follow({{0, 20}, {28, 15}}).has_value());
    const auto relapsed = follow({{0, 20}, {14, 10}, {28, 8}, {42, 11}, {56, 9}});
    REQUIRE(relapsed->hadEvent);
    REQUIRE(relapsed->time == Approx(28).margin(0.1));
    const auto kept = follow({{0, 20}, {14, 10}, {28, 8}, {42, 10}});
    REQUIRE_FALSE(kept->hadEvent);
    REQUIRE(kept->time == Approx(28).margin(0.1));
    REQUIRE(follow({{0, 20}, {14, 10}})->time == 0.0);
}

TEST_CASE("Relapse may ask for two ratings in a row and dates from the first", "[outcomes][practice]") {
    REQUIRE_FALSE(follow({{0, 20}, {14, 10}, {28, 12}, {42, 9}}, 2)->hadEvent);
    const auto twice = follow({{0, 20}, {14, 10}, {28, 12}, {42, 13}}, 2);
    REQUIRE(twice->hadEvent);
    REQUIRE(twice->time == Approx(14).margin(0.1));
}

TEST_CASE("Time to relapse carries its n, median and definition", "[outcomes][practice]") {
    const RelapseFigures figures = relapseFigures({{11, true}, {14, true}, {18, false}, {27, true}});
    REQUIRE(figures.n == 4);
    REQUIRE(figures.events == 3);
    REQUIRE(figures.median == 14.0);
    REQUIRE(figures.definition.startsWith(QStringLiteral("Relapse is")));
    REQUIRE(relapseFigures({}).curve.isEmpty());
    REQUIRE_FALSE(relapseFigures({}).median.has_value());
}

} // namespace test_practice_figures
