// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_geometry.h"

#include "tests/ui/charts/elena.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_trend_geometry {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;
using Catch::Approx;

namespace {

void append(QList<QRectF>& rects, const QList<PlacedText>& texts) {
    for (const PlacedText& text : texts) {
        rects.append(text.rect);
    }
}

bool anyOverlap(const QList<QRectF>& rects) {
    for (qsizetype i = 0; i < rects.size(); ++i) {
        for (qsizetype j = i + 1; j < rects.size(); ++j) {
            if (rects.at(i).adjusted(0.1, 0.1, -0.1, -0.1).intersects(rects.at(j))) {
                return true;
            }
        }
    }
    return false;
}

TrendChartModel longModel() {
    QList<record::Rating> series;
    for (int i = 0; i < 500; ++i) {
        series.append(rating("phq-9", dayAt(2 * i, QTime(9, 0)), (i * 7) % 28));
    }
    const auto course = courseOf({0, 16, 32, 48, 64});
    return makeTrendChartModel(instrument("phq-9"), outcomes::trendOf(instrument("phq-9"), series, course),
                               course, {});
}

} // namespace

TEST_CASE("Points, axis and pixels fit together both ways", "[charts][geometry]") {
    const TrendGeometry g = layOutTrend(elenaModel(), {}, screenFace(), {935, 400});
    REQUIRE(g.mapX(g.xFirst) == Approx(g.plot.left()));
    REQUIRE(g.mapX(g.xLast) == Approx(g.plot.right()));
    REQUIRE(g.mapY(0) == Approx(g.plot.bottom()));
    REQUIRE(g.mapY(27) == Approx(g.plot.top()));
    REQUIRE(g.xAt(g.mapX(12.5)) == Approx(12.5));
}

TEST_CASE("Everything stands inside the chart", "[charts][geometry]") {
    const QSizeF size = GENERATE(QSizeF(1600, 700), QSizeF(935, 400), QSizeF(560, 300), QSizeF(420, 240));
    const TrendGeometry g = layOutTrend(elenaModel(), {}, screenFace(), size);
    const QRectF all(QPointF(0, 0), size);
    QList<QRectF> rects{g.plot};
    append(rects, g.plates);
    append(rects, g.doseNumbers);
    append(rects, g.tickLabels);
    append(rects, g.bandWords);
    append(rects, g.totals);
    for (const QRectF& rect : rects) {
        REQUIRE(all.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect));
    }
    for (const ChartPoint& point : elenaModel().points) {
        REQUIRE(g.plot.contains(g.map(point.x, point.y)));
    }
    REQUIRE(g.bottom <= size.height() + 0.5);
}

TEST_CASE("No two labels of the plot overlap", "[charts][geometry]") {
    const QSizeF size =
        GENERATE(QSizeF(1600, 700), QSizeF(935, 400), QSizeF(560, 300), QSizeF(420, 240), QSizeF(336, 200));
    const bool isLong = GENERATE(false, true);
    const TrendGeometry g = layOutTrend(isLong ? longModel() : elenaModel(), {}, screenFace(), size);
    QList<QRectF> inside;
    append(inside, g.plates);
    append(inside, g.totals);
    append(inside, g.bandWords);
    REQUIRE_FALSE(anyOverlap(inside));
    QList<QRectF> below;
    append(below, g.tickLabels);
    if (g.today) {
        below.append(g.today->rect);
    }
    REQUIRE_FALSE(anyOverlap(below));
    QList<QRectF> above;
    append(above, g.doseNumbers);
    REQUIRE_FALSE(anyOverlap(above));
    QList<QRectF> legend;
    for (const LegendEntry& entry : g.legend) {
        legend.append(entry.rect);
    }
    REQUIRE_FALSE(anyOverlap(legend));
}

TEST_CASE("Plates stand right of today", "[charts][geometry]") {
    const TrendChartModel model = elenaModel();
    const TrendGeometry g = layOutTrend(model, {}, screenFace(), {935, 400});
    REQUIRE(g.plates.size() == 3);
    for (const PlacedText& plate : g.plates) {
        REQUIRE(plate.rect.left() > g.mapX(*model.todayX));
    }
}

TEST_CASE("Baseline, best and latest carry their totals", "[charts][geometry]") {
    const TrendGeometry g = layOutTrend(elenaModel(), {}, screenFace(), {935, 400});
    QStringList totals;
    for (const PlacedText& total : g.totals) {
        totals.append(total.text);
    }
    REQUIRE(totals.contains(QStringLiteral("18")));
    REQUIRE(totals.contains(QStringLiteral("5")));
    REQUIRE(totals.contains(QStringLiteral("7")));
}

TEST_CASE("Stacked charts share a range and a margin", "[charts][geometry]") {
    TrendChartOptions options;
    options.range = TrendChartModel::Span{-14, 79};
    options.leftMargin = 90;
    const TrendGeometry one = layOutTrend(elenaModel(), options, screenFace(), {700, 300});
    const auto course = courseOf({0});
    const auto other = makeTrendChartModel(
        instrument("gad-7"), outcomes::trendOf(instrument("gad-7"), ratings("gad-7", {{0, 14}}), course),
        course, {});
    options.showAxis = false;
    const TrendGeometry two = layOutTrend(other, options, screenFace(), {700, 300});
    REQUIRE(one.plot.left() == 90);
    REQUIRE(two.plot.left() == 90);
    REQUIRE(two.tickLabels.isEmpty());
    REQUIRE(one.xFirst < -14);
    REQUIRE(two.xLast > 79);
}

TEST_CASE("Markers shrink where points stand close", "[charts][geometry]") {
    REQUIRE(layOutTrend(elenaModel(), {}, screenFace(), {935, 400}).pointSize == 9);
    REQUIRE(layOutTrend(longModel(), {}, screenFace(), {935, 400}).pointSize == 4);
}

TEST_CASE("The legend gives way before the plot", "[charts][geometry]") {
    REQUIRE_FALSE(layOutTrend(elenaModel(), {}, screenFace(), {935, 400}).legend.isEmpty());
    REQUIRE(layOutTrend(elenaModel(), {}, screenFace(), {420, 200}).legend.isEmpty());
}

} // namespace test_trend_geometry
