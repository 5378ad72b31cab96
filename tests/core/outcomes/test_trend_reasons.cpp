// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_reasons.h"

#include "tests/support/series.h"

#include <catch2/catch_test_macros.hpp>

namespace test_trend_reasons {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;

namespace {

QString reasons(const Trend& trend) {
    return reasonsInWords(trend, zone(), QLocale::c()).join(QLatin1Char('\n'));
}

Trend phq(std::initializer_list<DayTotal> totals, std::initializer_list<int> doses,
          const TrendRules& rules = builtInTrendRules()) {
    return trendOf(instrument("phq-9"), ratings("phq-9", totals), courseOf(doses), rules);
}

} // namespace

TEST_CASE("The standing is one short word", "[outcomes][reasons]") {
    REQUIRE(standingWord(phq({{0, 21}, {14, 9}}, {0})) == QStringLiteral("Response, not remission"));
    REQUIRE(standingWord(phq({{0, 21}, {14, 4}}, {0})) == QStringLiteral("Response and remission"));
    REQUIRE(standingWord(phq({{0, 20}, {14, 13}}, {0})) == QStringLiteral("Partial response"));
    REQUIRE(standingWord(phq({{0, 20}, {14, 19}}, {0})) == QStringLiteral("No response"));
    REQUIRE(standingWord(phq({{0, 12}, {14, 19}}, {0})) == QStringLiteral("Reliably worse than at baseline"));
    REQUIRE(standingWord(phq({{0, 4}, {14, 3}}, {0})) ==
            QStringLiteral("Below the remission cut-off, as at baseline"));
    REQUIRE(standingWord(phq({{0, 21}}, {0})) == QStringLiteral("Not judged yet"));
    REQUIRE(standingWord(phq({{0, 21}, {3, 9}}, {0})) == QStringLiteral("Not judged yet"));
    REQUIRE(standingWord(phq({}, {0})).isEmpty());
    REQUIRE(standingWord(phq({{0, 18}, {14, 18}}, {})) == QStringLiteral("No response; no dose is recorded"));
    REQUIRE(standingWord(phq({{0, 18}}, {})) == QStringLiteral("Not judged yet"));
}

TEST_CASE("The reasons name baseline, limits, course and what is left out", "[outcomes][reasons]") {
    const QString text =
        reasons(phq({{0, 21}, {2, 16}, {4, 12}, {7, 9}, {9, 8}, {11, 7}, {14, 9}}, {0, 3, 7, 10}));
    INFO(text.toStdString());
    REQUIRE(text.contains(QStringLiteral("Baseline 21 on 7 Sep (day 0), the last rating before dose 1.")));
    REQUIRE(text.contains(QStringLiteral("response ≤ 10 (")));
    REQUIRE(text.contains(QStringLiteral("remission ≤ 4 (")));
    REQUIRE(
        text.contains(QStringLiteral("First response 14 Sep (day 7); best 7 on 18 Sep (day 11), since then "
                                     "+2: no reliable change.")));
    REQUIRE(text.contains(QStringLiteral("2 ratings are not counted")));
}

TEST_CASE("The reasons say when the rule is off", "[outcomes][reasons]") {
    const auto rules = builtInTrendRules().countingAll();
    const QString text = reasons(phq({{0, 21}, {2, 16}, {14, 9}}, {0}, rules));
    REQUIRE(text.contains(QStringLiteral("All ratings are counted")));
    REQUIRE_FALSE(text.contains(QStringLiteral("not counted")));
    // Without a mixed recall window the rule decides nothing.
    REQUIRE_FALSE(reasons(phq({{0, 21}, {14, 9}}, {0}, rules)).contains(QStringLiteral("All ratings")));
}

TEST_CASE("The change is told briefly without its rule", "[outcomes][reasons]") {
    REQUIRE(changeBriefly(phq({{0, 21}, {14, 9}}, {0}), zone(), QLocale::c()) ==
            QStringLiteral("PHQ-9 21 → 9 since 7 September: response, not remission"));
    REQUIRE(changeBriefly(phq({}, {0}), zone(), QLocale::c()) ==
            QStringLiteral("PHQ-9: no rating with a total yet"));
    REQUIRE(
        changeBriefly(phq({{0, 21}}, {0}), zone(), QLocale::c()).contains(QStringLiteral("no later rating")));
}

TEST_CASE("A missing baseline is explained", "[outcomes][reasons]") {
    REQUIRE(
        reasons(phq({{3, 20}, {14, 9}}, {0})).startsWith(QStringLiteral("No baseline before dose 1: 20")));
    REQUIRE(reasons(phq({{-20, 20}}, {0})).startsWith(QStringLiteral("No baseline: no rating")));
    REQUIRE(reasons(phq({{0, 20}}, {})).contains(QStringLiteral("no dose is recorded")));
    REQUIRE(reasons(phq({}, {0})).isEmpty());
}

} // namespace test_trend_reasons
