// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/survival.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace test_survival {
using namespace kairos::outcomes;
using Catch::Approx;

namespace {

Follow event(double time) {
    return {time, true};
}
Follow censored(double time) {
    return {time, false};
}

QList<Follow> maintained() {
    return {event(9),  event(13), censored(13), event(18), event(23),    censored(28),
            event(31), event(34), censored(45), event(48), censored(161)};
}
QList<Follow> withoutTherapy() {
    return {event(11),    event(14), event(18),    event(18),    event(21), event(27),
            censored(28), event(35), censored(42), censored(56), event(70), censored(84)};
}
QList<Follow> withTherapy() {
    return {event(21),    censored(28), event(35),    event(49),    event(56),
            censored(63), event(70),    censored(84), censored(84), censored(84)};
}

} // namespace

TEST_CASE("Kaplan-Meier equals R's survival package on aml, Maintained", "[outcomes][survival]") {
    struct Row {
        double t;
        int n;
        double s, se, low, high, lowLog, highLog;
    };
    const QList<Row> rows{{9, 11, .909091, .086678, .7541, 1, .5081, .9867},
                          {13, 10, .818182, .116291, .6192, 1, .4474, .9512},
                          {18, 8, .715909, .139665, .4884, 1, .3502, .8990},
                          {23, 7, .613636, .152632, .3769, .9992, .2658, .8353},
                          {31, 5, .490909, .164193, .2549, .9456, .1673, .7534},
                          {34, 4, .368182, .162669, .1549, .8753, .0928, .6570},
                          {48, 2, .184091, .153493, .0359, .9435, .0117, .5250}};
    const auto curve = kaplanMeier(maintained());
    REQUIRE(curve.size() == rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Row& row = rows.at(i);
        const SurvivalStep& step = curve.at(i);
        REQUIRE(step.time == row.t);
        REQUIRE(step.atRisk == row.n);
        REQUIRE(step.events == 1);
        REQUIRE(step.survival == Approx(row.s).margin(1e-6));
        REQUIRE(*step.error == Approx(row.se).margin(1e-6));
        REQUIRE(step.logInterval->low == Approx(row.low).margin(6e-5));
        REQUIRE(step.logInterval->high == Approx(row.high).margin(6e-5));
        REQUIRE(step.logLogInterval->low == Approx(row.lowLog).margin(6e-5));
        REQUIRE(step.logLogInterval->high == Approx(row.highLog).margin(6e-5));
    }
    REQUIRE(timeOfSurvival(curve) == 31.0);
    REQUIRE(timeOfSurvival(curve, 0.75) == 18.0);
}

TEST_CASE("The median is the first time at or below one half", "[outcomes][survival]") {
    const auto a = kaplanMeier(withoutTherapy());
    const auto b = kaplanMeier(withTherapy());
    REQUIRE(a.at(4).survival == Approx(0.5).margin(1e-9));
    REQUIRE(timeOfSurvival(a) == 27.0);
    REQUIRE(timeOfSurvival(b) == 70.0);
    REQUIRE(restrictedMean(a, 84) == Approx(43.383333).margin(1e-6));
    REQUIRE(restrictedMean(b, 84) == Approx(63.131250).margin(1e-6));
}

TEST_CASE("The log-rank test equals the worked example", "[outcomes][survival]") {
    const auto test = logRank(withoutTherapy(), withTherapy());
    REQUIRE(test->observed == 8.0);
    REQUIRE(test->expected == Approx(5.464884).margin(1e-6));
    REQUIRE(test->variance == Approx(2.903626).margin(1e-6));
    REQUIRE(test->chiSquared == Approx(2.213375).margin(1e-6));
    REQUIRE(test->p == Approx(0.136819).margin(1e-6));
    REQUIRE_FALSE(logRank({censored(3)}, {censored(4)}).has_value());
    REQUIRE_FALSE(logRank({}, {event(4)}).has_value());
}

TEST_CASE("Events come before censorings of the same time", "[outcomes][survival]") {
    const auto curve = kaplanMeier({event(5), censored(5), event(8), event(8), censored(10)});
    REQUIRE(curve.at(0).survival == Approx(0.8));
    REQUIRE(curve.at(0).atRisk == 5);
    REQUIRE(curve.at(1).survival == Approx(0.266667).margin(1e-6));
    REQUIRE(curve.at(1).atRisk == 3);
    REQUIRE(curve.at(1).events == 2);
    REQUIRE(timeOfSurvival(curve) == 8.0);
}

TEST_CASE("Nobody with an event has no median, one with an event has no error", "[outcomes][survival]") {
    const auto none = kaplanMeier({censored(5), censored(9)});
    REQUIRE(none.isEmpty());
    REQUIRE_FALSE(timeOfSurvival(none).has_value());
    REQUIRE(restrictedMean(none, 10) == 10.0);
    const auto single = kaplanMeier({event(4)});
    REQUIRE(single.at(0).survival == 0.0);
    REQUIRE_FALSE(single.at(0).error.has_value());
    REQUIRE(timeOfSurvival(single) == 4.0);
}

TEST_CASE("Negative and undefined times are left out", "[outcomes][survival]") {
    REQUIRE(kaplanMeier({event(-1), event(std::nan("")), event(3)}).size() == 1);
}

} // namespace test_survival
