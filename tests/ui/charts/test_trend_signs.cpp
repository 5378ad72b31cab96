// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_geometry.h"
#include "ui/charts/trend_legend.h"

#include "tests/ui/charts/elena.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_trend_signs {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;

namespace {

bool hasLegend(const TrendGeometry& g, const QString& text) {
    return std::ranges::any_of(g.legend,
                               [&text](const LegendEntry& entry) { return entry.text.startsWith(text); });
}

TrendChartModel modelOf(const QList<record::Rating>& series, const TrendChartInput& input) {
    const auto course = courseOf({0});
    return makeTrendChartModel(instrument("phq-9"), outcomes::trendOf(instrument("phq-9"), series, course),
                               course, input);
}

} // namespace

TEST_CASE("A corrected rating carries a letter, a legend and its words", "[charts][signs]") {
    auto series = ratings("phq-9", {{0, 20}, {14, 9}});
    series.last().id.uuid.bytes[0] = 1;
    TrendChartInput input;
    input.corrections = {
        {series.last().id, QStringLiteral("corrected 3 Nov 2026 by R. Adeyemi, before 15: typo")}};
    const auto model = modelOf(series, input);
    REQUIRE_FALSE(model.points.first().corrected);
    REQUIRE(model.points.last().corrected);
    REQUIRE(model.points.last().readOut.endsWith(QStringLiteral("before 15: typo")));
    const TrendGeometry g = layOutTrend(model, {}, paperFace(), {800, 400});
    REQUIRE(g.letters.size() == 1);
    REQUIRE(g.letters.first().text == QStringLiteral("c"));
    REQUIRE(hasLegend(g, QStringLiteral("corrected")));
    for (const PlacedText& total : g.totals) {
        REQUIRE_FALSE(total.rect.intersects(g.letters.first().rect));
    }
}

TEST_CASE("A change of the instrument's version is marked where it begins", "[charts][signs]") {
    auto series = ratings("phq-9", {{0, 20}, {14, 9}, {21, 8}});
    series[1].instrumentVersion = QStringLiteral("2.0.0");
    series[2].instrumentVersion = QStringLiteral("2.0.0");
    const auto model = modelOf(series, {});
    REQUIRE_FALSE(model.points.at(0).newVersion);
    REQUIRE(model.points.at(1).newVersion);
    REQUIRE_FALSE(model.points.at(2).newVersion);
    REQUIRE(model.points.at(1).readOut.contains(QStringLiteral("from here version 2.0.0")));
    const TrendGeometry g = layOutTrend(model, {}, paperFace(), {800, 400});
    REQUIRE(g.letters.size() == 1);
    REQUIRE(g.letters.first().text == QStringLiteral("v"));
    REQUIRE(hasLegend(g, QStringLiteral("another version")));
}

TEST_CASE("Phases of the plan are named in a row of their own", "[charts][signs]") {
    TrendChartInput input = elenaInput();
    input.phases = {{QStringLiteral("Infusions with integration"), QDate(2026, 9, 7), QDate(2026, 10, 1)},
                    {QStringLiteral("Therapy"), QDate(2026, 10, 1), QDate(2027, 1, 1)}};
    const auto model = makeTrendChartModel(instrument("qids-sr16"), elenaTrend(), elenaCourse(), input);
    const TrendGeometry g = layOutTrend(model, {}, paperFace(), {935, 420});
    REQUIRE(g.laneCentres.size() == 3);
    REQUIRE(g.phaseWords.size() == 2);
    REQUIRE(g.phaseWords.first().rect.left() == g.mapX(0));
    REQUIRE(g.phaseWords.last().rect.right() <= g.plot.right());
    REQUIRE(g.phaseWords.first().rect.right() <= g.phaseWords.last().rect.left());
    REQUIRE(layOutTrend(elenaModel(), {}, paperFace(), {935, 420}).laneCentres.size() == 2);
}

TEST_CASE("The word of a phase keeps clear of the line of today", "[charts][signs]") {
    TrendChartInput input = elenaInput();
    input.phases = {{QStringLiteral("Cognitive behavioural therapy"), QDate(2026, 10, 1), QDate(2027, 1, 1),
                     QStringLiteral("CBT")}};
    const auto model = makeTrendChartModel(instrument("qids-sr16"), elenaTrend(), elenaCourse(), input);
    REQUIRE(model.todayX.has_value());
    for (const int width : {500, 700, 935, 1300}) {
        const TrendGeometry g = layOutTrend(model, {}, paperFace(), {static_cast<qreal>(width), 420});
        const qreal today = g.mapX(*model.todayX);
        const QRectF word = g.phaseWords.first().rect;
        REQUIRE(g.phaseBoxes.first().left() < today);
        REQUIRE(g.phaseBoxes.first().right() > today);
        REQUIRE((word.right() < today || word.left() > today));
        REQUIRE_FALSE(g.phaseWords.first().text.isEmpty());
    }
}

TEST_CASE("No entry of the legend stands alone in the last row", "[charts][signs]") {
    const TrendChartModel model = elenaModel();
    int rows = 0;
    for (int width = 300; width <= 1000; width += 10) {
        const auto entries = layOutLegend(model, paperFace(), width, QPointF(80, 0));
        REQUIRE(entries.size() > 3);
        const qreal last = entries.last().rect.top();
        const bool isOneRow = entries.first().rect.top() == last;
        const auto inLast = std::ranges::count_if(
            entries, [last](const LegendEntry& entry) { return entry.rect.top() == last; });
        CAPTURE(width);
        REQUIRE((isOneRow || inLast > 1 || width < 500)); // narrower, each entry fills a row by itself
        rows += isOneRow ? 0 : 1;
    }
    REQUIRE(rows > 3);
}

TEST_CASE("What lies outside the window is not drawn", "[charts][signs]") {
    TrendChartOptions options;
    options.window = TrendChartModel::Span{14, 18};
    const TrendGeometry g = layOutTrend(elenaModel(), options, paperFace(), {935, 420});
    REQUIRE_FALSE(g.isInside(0));
    REQUIRE(g.isInside(15));
    REQUIRE_FALSE(g.today.has_value());
    // Two ratings inside, and one on either side for the line.
    REQUIRE(g.shown.first().size() >= 3);
    REQUIRE(g.shown.first().size() <= 5);
    for (const PlacedText& number : g.doseNumbers) {
        REQUIRE(number.rect.right() > g.plot.left());
    }
    for (const PlacedText& total : g.totals) {
        REQUIRE(g.plot.contains(total.rect));
    }
}

TEST_CASE("The practice's quartiles stand in the legend with their number", "[charts][signs]") {
    TrendChartInput input;
    input.practice = {{7, 14, 5, 12}, {14, 21, 4, 10}};
    input.practiceCourses = 23;
    const auto model = modelOf(ratings("phq-9", {{0, 20}, {14, 9}}), input);
    REQUIRE(model.practice.size() == 2);
    const TrendGeometry g = layOutTrend(model, {}, paperFace(), {800, 400});
    REQUIRE(hasLegend(g, QStringLiteral("middle half of 23 other courses")));
}

} // namespace test_trend_signs
