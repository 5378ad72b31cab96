// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_words.h"

#include "tests/support/series.h"

#include <catch2/catch_test_macros.hpp>

namespace test_trend_words {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;

namespace {

QString words(std::initializer_list<DayTotal> totals) {
    const Trend trend = trendOf(instrument("phq-9"), ratings("phq-9", totals), courseOf({0}));
    return changeInWords(trend, zone(), QLocale::c());
}

} // namespace

TEST_CASE("A response short of remission is said with its rule", "[outcomes][words]") {
    REQUIRE(words({{0, 21}, {14, 9}}) ==
            QStringLiteral("PHQ-9 21 → 9 since 7 September: response, not remission; reliable improvement, "
                           "rule: at least 6 points: SD 5.66, r 0.89 (alpha), Gyani2013, M"));
}

TEST_CASE("Remission, partial response and no response have their words", "[outcomes][words]") {
    REQUIRE(words({{0, 20}, {14, 4}}).contains(QStringLiteral(": response; remission; ")));
    REQUIRE(words({{0, 20}, {14, 15}}).contains(QStringLiteral(": partial response; no reliable change")));
    REQUIRE(words({{0, 20}, {14, 19}}).contains(QStringLiteral(": no response; no reliable change")));
    REQUIRE(words({{0, 7}, {14, 13}}).contains(QStringLiteral("reliable deterioration")));
    REQUIRE(words({{0, 4}, {14, 3}}).contains(QStringLiteral("below the remission cut-off, as at baseline")));
}

TEST_CASE("What cannot be judged is said", "[outcomes][words]") {
    REQUIRE(words({}) == QStringLiteral("PHQ-9: no rating with a total yet"));
    REQUIRE(words({{0, 20}}) == QStringLiteral("PHQ-9 20 on 7 September: no later rating to compare"));
    REQUIRE(
        words({{0, 20}, {3, 9}}) ==
        QStringLiteral("PHQ-9 9 on 10 September: not counted, 79 % of its recall window lies before dose 1"));
    REQUIRE(words({{14, 20}, {21, 9}})
                .endsWith(QStringLiteral(": no baseline before dose, so no response is given")));
}

TEST_CASE("Totals are written whole where they are whole", "[outcomes][words]") {
    REQUIRE(totalText(9, QLocale::c()) == QStringLiteral("9"));
    REQUIRE(totalText(65.25, QLocale::c()) == QStringLiteral("65.3"));
}

} // namespace test_trend_words
