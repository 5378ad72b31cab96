// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"
#include "ui/charts/trend_geometry.h"

#include "tests/ui/charts/elena.h"

#include <QImage>
#include <QPainter>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_compare_models {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;

namespace {

struct Compared {
    outcomes::Course course = courseOf({0, 3});
    outcomes::Trend phq =
        outcomes::trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {14, 9}}), course);
    outcomes::Trend gad =
        outcomes::trendOf(instrument("gad-7"), ratings("gad-7", {{-1, 10}, {14, 6}}), course);

    [[nodiscard]] TrendChartModel model() const {
        return makePercentModel({{&instrument("phq-9"), &phq, 2}, {&instrument("gad-7"), &gad, 3}}, course,
                                {});
    }
};

} // namespace

TEST_CASE("Percent of baseline puts several instruments on one scale", "[charts][compare]") {
    const Compared compared;
    const TrendChartModel model = compared.model();
    REQUIRE(model.points.size() == 4);
    REQUIRE(model.names.size() == 2);
    REQUIRE(model.points.at(0).y == 100);
    REQUIRE(model.points.at(1).y == 100);
    const auto last = std::ranges::find_if(
        model.points, [](const ChartPoint& point) { return point.series == 2 && point.x > 10; });
    REQUIRE(last->y == Catch::Approx(45));
    REQUIRE(last->readOut.endsWith(QStringLiteral("45 % of baseline 20")));
    REQUIRE(model.lines.size() == 2);
    REQUIRE(model.lines.last().plate == QStringLiteral("response ≤ 50 %"));
    REQUIRE(model.high == 120);
    REQUIRE(std::ranges::is_sorted(model.points, {}, &ChartPoint::x));
}

TEST_CASE("Each series of a shared plot is drawn for itself", "[charts][compare]") {
    const TrendGeometry g = layOutTrend(Compared().model(), {}, paperFace(), {800, 400});
    REQUIRE(g.shown.size() == 2);
    REQUIRE(g.shown.first().size() == 2);
    REQUIRE(g.totals.size() == 2);
    REQUIRE(g.totals.first().text == QStringLiteral("45 %"));
    REQUIRE(std::ranges::count(g.legend, QStringLiteral("GAD-7"), &LegendEntry::text) == 1);
}

TEST_CASE("A baseline of 0 leaves its instrument out of the percents", "[charts][compare]") {
    const auto course = courseOf({0});
    const auto zero = outcomes::trendOf(instrument("gad-7"), ratings("gad-7", {{0, 0}, {14, 6}}), course);
    const TrendChartModel model = makePercentModel({{&instrument("gad-7"), &zero, 3}}, course, {});
    REQUIRE(model.isEmpty());
    REQUIRE(model.lines.isEmpty());
    REQUIRE(model.emptyWords.contains(QStringLiteral("baseline")));
    REQUIRE(makePercentModel({}, course, {}).isEmpty());
}

TEST_CASE("A rise above the baseline widens the scale", "[charts][compare]") {
    const auto course = courseOf({0});
    const auto worse = outcomes::trendOf(instrument("phq-9"), ratings("phq-9", {{0, 10}, {14, 25}}), course);
    REQUIRE(makePercentModel({{&instrument("phq-9"), &worse, 2}}, course, {}).high == 260);
}

TEST_CASE("Published shares stand at their own days on the scores' time", "[charts][compare]") {
    PublishedFigure figure;
    figure.day = 14;
    figure.toDay = 31;
    figure.value = 53.6;
    figure.low = 49.4;
    figure.high = 57.8;
    figure.label = QStringLiteral("McInnes 2022, n 537, H");
    const TrendChartModel model = makeSharesModel(elenaModel(), {figure}, QStringLiteral("Published"));
    REQUIRE(model.points.isEmpty());
    REQUIRE_FALSE(model.isEmpty());
    REQUIRE(model.origin == elenaModel().origin);
    REQUIRE(model.high == 100);
    TrendChartOptions options;
    options.range = TrendChartModel::Span{0, 60};
    const TrendGeometry g = layOutTrend(model, options, paperFace(), {800, 240});
    REQUIRE(g.figureWords.size() == 1);
    REQUIRE(g.figureWords.first().text == figure.label);
    REQUIRE(g.plot.contains(g.figureWords.first().rect));
    TrendChartModel before = elenaModel();
    before.hasDoses = false;
    REQUIRE(makeSharesModel(before, {figure}, {}).published.isEmpty());
    REQUIRE(makeSharesModel(elenaModel(), {}, {}).emptyWords.contains(QStringLiteral("No published figure")));
}

} // namespace test_compare_models
