// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend.h"

#include "core/outcomes/response.h"
#include "core/outcomes/trajectory.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace test_trend {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;
using Catch::Approx;

TEST_CASE("The baseline is the last rating before the first dose", "[outcomes][trend]") {
    const Trend trend = trendOf(instrument("phq-9"),
                                ratings("phq-9", {{-14, 22}, {-3, 20}, {0, 21}, {14, 9}}), courseOf({0, 3}));
    REQUIRE(trend.baselinePoint()->total == 21);
    REQUIRE(trend.latestPoint()->total == 9);
    REQUIRE(*trend.changePoints == -12);
    REQUIRE(*trend.changePercent == Approx(57.142857));
    REQUIRE(trend.response == true);
    REQUIRE(trend.partialResponse == false);
    REQUIRE(trend.remission == false);
    REQUIRE(trend.responseLine == 10.0);
    REQUIRE(trend.remissionLine == 4.0);
    REQUIRE(trend.reliable->changeClass == ChangeClass::Improved);
    REQUIRE(trend.deteriorated == false);
}

TEST_CASE("Of two ratings on the day of the first dose the last before it is the baseline",
          "[outcomes][trend]") {
    const QList<record::Rating> series{rating("phq-9", dayAt(0, QTime(15, 0)), 12),
                                       rating("phq-9", dayAt(0, QTime(9, 30)), 20),
                                       rating("phq-9", dayAt(0, QTime(8, 0)), 22)};
    const Trend trend = trendOf(instrument("phq-9"), series, courseOf({0}));
    REQUIRE(trend.baselinePoint()->total == 20);
    REQUIRE(trend.points.size() == 3);
    REQUIRE(trend.points.last().excluded);
}

TEST_CASE("A baseline may be 14 days old, not 15", "[outcomes][trend]") {
    const auto good = trendOf(instrument("phq-9"), ratings("phq-9", {{-14, 20}, {14, 8}}), courseOf({0}));
    REQUIRE_FALSE(good.noBaselineBeforeDose);
    REQUIRE(good.response == true);
    const auto stale =
        trendOf(instrument("phq-9"), ratings("phq-9", {{-15, 20}, {14, 18}, {21, 8}}), courseOf({0}));
    REQUIRE(stale.noBaselineBeforeDose);
    REQUIRE(stale.baselinePoint()->total == 18);
    REQUIRE(stale.latestPoint()->total == 8);
    REQUIRE(stale.changePercent.has_value());
    REQUIRE_FALSE(stale.response.has_value());
    REQUIRE_FALSE(stale.reliable.has_value());
    REQUIRE_FALSE(stale.responseLine.has_value());
    REQUIRE_FALSE(stale.firstResponse.has_value());
    REQUIRE(stale.remission == false);
}

TEST_CASE("Without any rating but a stale one there is no baseline", "[outcomes][trend]") {
    const auto trend = trendOf(instrument("phq-9"), ratings("phq-9", {{-20, 20}}), courseOf({0}));
    REQUIRE(trend.noBaselineBeforeDose);
    REQUIRE_FALSE(trend.baseline.has_value());
    REQUIRE(trend.latestPoint()->total == 20);
    REQUIRE_FALSE(trend.changePercent.has_value());
}

TEST_CASE("An imported series without doses starts from its earliest rating", "[outcomes][trend]") {
    const auto trend =
        trendOf(instrument("phq-9"), ratings("phq-9", {{30, 9}, {0, 18}, {60, 4}}), courseOf({}));
    REQUIRE(trend.baselinePoint()->total == 18);
    REQUIRE(trend.latestPoint()->total == 4);
    REQUIRE(trend.response == true);
    REQUIRE(trend.remission == true);
    REQUIRE(trend.points.at(*trend.firstResponse).total == 9);
    REQUIRE_FALSE(trend.noBaselineBeforeDose);
}

TEST_CASE("An excluded rating is not judged", "[outcomes][trend]") {
    const auto early = trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {3, 5}}), courseOf({0}));
    REQUIRE(early.latestPoint()->total == 5);
    REQUIRE(early.latestPoint()->excluded);
    REQUIRE_FALSE(early.response.has_value());
    REQUIRE_FALSE(early.changePercent.has_value());
    REQUIRE_FALSE(early.remission.has_value());
    REQUIRE_FALSE(early.best.has_value());
    const auto week =
        trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {3, 5}, {7, 10}}), courseOf({0}));
    REQUIRE(week.latestPoint()->total == 10);
    REQUIRE(week.response == true);
    REQUIRE(week.points.at(*week.firstResponse).total == 10);
}

TEST_CASE("The trajectory vector with the rule for mixed recall windows on and off", "[outcomes][trend]") {
    const auto series = ratings("phq-9", {{0, 21}, {2, 16}, {4, 12}, {7, 9}, {9, 8}, {11, 7}, {14, 9}});
    const Course course = courseOf({0});
    const auto scoresOf = [](const Trend& trend) {
        std::vector<DayScore> counted;
        for (const TrendPoint& point : trend.points) {
            if (!point.excluded) {
                counted.push_back({double(*point.day), point.total});
            }
        }
        return counted;
    };
    const auto off = trendOf(instrument("phq-9"), series, course, builtInTrendRules().countingAll());
    REQUIRE(off.countsAll);
    REQUIRE(off.excludedPoints() == 0);
    const std::vector<double> falls{0, 23.81, 42.86, 57.14, 61.90, 66.67, 57.14};
    for (std::size_t i = 0; i < falls.size(); ++i) {
        REQUIRE(*changePercent({21, off.points.at(static_cast<qsizetype>(i)).total}) ==
                Approx(falls[i]).margin(0.005));
    }
    REQUIRE(off.points.at(*off.firstResponse).day == 7);
    REQUIRE(areaUnder(scoresOf(off)) == Approx(152.5));
    REQUIRE(*timeAverage(scoresOf(off)) == Approx(10.892857).margin(1e-6));
    REQUIRE(leastSquares(scoresOf(off))->slope == Approx(-0.875472).margin(1e-6));
    REQUIRE(leastSquares(scoresOf(off))->intercept == Approx(17.592453).margin(1e-6));

    const auto on = trendOf(instrument("phq-9"), series, course);
    REQUIRE_FALSE(on.countsAll);
    // Days 2 and 4 have 12/14 and 10/14 of their window before dose 1; day 7 has half, which counts.
    REQUIRE(on.excludedPoints() == 2);
    REQUIRE(on.points.at(1).excluded);
    REQUIRE(on.points.at(2).excluded);
    REQUIRE(on.points.at(3).pretreatmentShare == 0.5);
    REQUIRE_FALSE(on.points.at(3).excluded);
    REQUIRE(areaUnder(scoresOf(on)) == Approx(161.0));
    REQUIRE(*timeAverage(scoresOf(on)) == Approx(11.5));
    for (const Trend* trend : {&off, &on}) {
        REQUIRE(trend->points.at(*trend->firstResponse).day == 7);
        REQUIRE(trend->points.at(*trend->best).day == 11);
        REQUIRE(trend->latestPoint()->total - trend->points.at(*trend->best).total == 2);
        REQUIRE(trend->sinceBest->changeClass == ChangeClass::Unchanged);
        REQUIRE(*trend->changePercent == Approx(57.142857).margin(1e-6));
        REQUIRE(trend->response == true);
        REQUIRE(trend->remission == false);
    }
}

TEST_CASE("The limit of exclusion comes from the rules", "[outcomes][trend]") {
    TrendRules rules = builtInTrendRules();
    rules.exclusionShare.value = 0.8;
    const auto trend =
        trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {3, 5}}), courseOf({0}), rules);
    REQUIRE(trend.response == true);
}

TEST_CASE("A baseline below the cut-off is said", "[outcomes][trend]") {
    const auto trend = trendOf(instrument("phq-9"), ratings("phq-9", {{0, 4}, {14, 3}}), courseOf({0}));
    REQUIRE(trend.remission == true);
    REQUIRE(trend.remissionAtBaseline == true);
    const auto above = trendOf(instrument("phq-9"), ratings("phq-9", {{0, 5}, {14, 5}}), courseOf({0}));
    REQUIRE(above.remission == false);
    REQUIRE(above.remissionAtBaseline == false);
}

TEST_CASE("QIDS of 5 is remission and of 6 is not", "[outcomes][trend]") {
    const auto at = [](double total) {
        return trendOf(instrument("qids-sr16"), ratings("qids-sr16", {{0, 18}, {14, total}}), courseOf({0}))
            .remission;
    };
    REQUIRE(at(5) == true);
    REQUIRE(at(6) == false);
}

TEST_CASE("A prorated total without the suicide item is never a remission", "[outcomes][trend]") {
    record::Rating prorated = rating("phq-9", dayAt(14), 2);
    prorated.prorated = true;
    for (int item = 0; item < 9; ++item) {
        prorated.answers.append(item == 8 ? record::Answer{} : record::Answer::given(0));
    }
    QList<record::Rating> series = ratings("phq-9", {{0, 20}});
    series.append(prorated);
    const auto without = trendOf(instrument("phq-9"), series, courseOf({0}));
    REQUIRE(without.remission == false);
    REQUIRE(without.response == true);
    REQUIRE_FALSE(without.firstRemission.has_value());
    series.last().answers[8] = record::Answer::given(0);
    series.last().answers[0] = record::Answer{};
    REQUIRE(trendOf(instrument("phq-9"), series, courseOf({0})).remission == true);
}

TEST_CASE("Ratings of other instruments and without a total are passed over", "[outcomes][trend]") {
    QList<record::Rating> series = ratings("phq-9", {{0, 20}});
    series.append(rating("gad-7", dayAt(0, QTime(9, 30)), 12));
    record::Rating open = rating("phq-9", dayAt(14), 0);
    open.total.reset();
    series.append(open);
    const auto trend = trendOf(instrument("phq-9"), series, courseOf({0}));
    REQUIRE(trend.points.size() == 1);
    REQUIRE(trend.latestPoint()->total == 20);
    REQUIRE_FALSE(trend.response.has_value());
}

TEST_CASE("An empty series judges nothing", "[outcomes][trend]") {
    const auto trend = trendOf(instrument("phq-9"), {}, courseOf({0}));
    REQUIRE(trend.points.isEmpty());
    REQUIRE(trend.baselinePoint() == nullptr);
    REQUIRE(trend.latestPoint() == nullptr);
    REQUIRE_FALSE(trend.remission.has_value());
}

TEST_CASE("The worked trajectory responds on day 7 and is best on day 11", "[outcomes][trend]") {
    const auto trend = trendOf(
        instrument("phq-9"), ratings("phq-9", {{0, 21}, {2, 16}, {4, 12}, {7, 9}, {9, 8}, {11, 7}, {14, 9}}),
        courseOf({0}));
    REQUIRE(trend.points.at(*trend.firstResponse).day == 7);
    REQUIRE(trend.points.at(*trend.best).day == 11);
    REQUIRE(trend.sinceBest->index > 0);
    REQUIRE(trend.sinceBest->changeClass == ChangeClass::Unchanged);
    REQUIRE(*trend.changePercent == Approx(57.14).margin(0.005));
}

TEST_CASE("Deterioration is a reliable rise", "[outcomes][trend]") {
    const auto trendTo = [](double total) {
        return trendOf(instrument("phq-9"), ratings("phq-9", {{0, 7}, {14, total}}), courseOf({0}))
            .deteriorated;
    };
    REQUIRE(trendTo(13) == true);
    REQUIRE(trendTo(12) == false);
}

TEST_CASE("PHQ-9 from 18 to 13 is not reliable and to 12 is", "[outcomes][trend]") {
    const auto trendTo = [](double total) {
        return trendOf(instrument("phq-9"), ratings("phq-9", {{0, 18}, {14, total}}), courseOf({0})).reliable;
    };
    REQUIRE(trendTo(13)->index == Approx(-1.883).margin(0.0005));
    REQUIRE(trendTo(13)->changeClass == ChangeClass::Unchanged);
    REQUIRE(trendTo(12)->index == Approx(-2.260).margin(0.0005));
    REQUIRE(trendTo(12)->changeClass == ChangeClass::Improved);
}

TEST_CASE("A change of the instrument's version is noticed", "[outcomes][trend]") {
    QList<record::Rating> series = ratings("phq-9", {{0, 20}, {14, 8}});
    REQUIRE_FALSE(trendOf(instrument("phq-9"), series, courseOf({0})).mixedVersions);
    series.last().instrumentVersion = QStringLiteral("2.0.0");
    REQUIRE(trendOf(instrument("phq-9"), series, courseOf({0})).mixedVersions);
}

TEST_CASE("A corrected dose time moves the baseline", "[outcomes][trend]") {
    const auto series = ratings("phq-9", {{-2, 22}, {0, 20}, {14, 8}});
    Course course = courseOf({0});
    REQUIRE(trendOf(instrument("phq-9"), series, course).baselinePoint()->total == 20);
    course.doses[0].start = dayAt(0, QTime(8, 30));
    REQUIRE(trendOf(instrument("phq-9"), series, course).baselinePoint()->total == 22);
}

} // namespace test_trend
