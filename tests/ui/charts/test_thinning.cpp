// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thinning.h"

#include <QMap>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>

namespace test_thinning {
using namespace kairos::ui;

namespace {

/// Points an hour apart whose values leap as they like, the same in every run.
QList<ChartPoint> leaping(int count) {
    QList<ChartPoint> points;
    unsigned state = 1;
    for (int i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        ChartPoint point;
        point.x = i / 24.0;
        point.y = double(state >> 8U);
        points.append(point);
    }
    return points;
}

struct Extremes {
    double low = 0;
    double high = 0;
    double first = 0;
    double last = 0;
    bool operator==(const Extremes&) const = default;
};

/// What each pixel column covers: its lowest and highest point, and those that its lines come from and go to.
QMap<int, Extremes> covered(const QList<ChartPoint>& points, const PixelColumns& columns) {
    QMap<int, Extremes> found;
    const double scale = columns.count / (columns.last - columns.first);
    for (const ChartPoint& point : points) {
        if (point.x < columns.first || point.x > columns.last) {
            continue;
        }
        const int place = static_cast<int>(std::floor((point.x - columns.first) * scale));
        if (!found.contains(place)) {
            found.insert(place, {point.y, point.y, point.y, point.y});
            continue;
        }
        Extremes& own = found[place];
        own.low = std::min(own.low, point.y);
        own.high = std::max(own.high, point.y);
        own.last = point.y;
    }
    return found;
}

QList<ChartPoint> chosen(const QList<ChartPoint>& points, const QList<qsizetype>& places) {
    QList<ChartPoint> made;
    for (const qsizetype place : places) {
        made.append(points.at(place));
    }
    return made;
}

} // namespace

TEST_CASE("A hundred thousand points keep the lowest and highest of each pixel column",
          "[charts][thinning]") {
    const QList<ChartPoint> points = leaping(100'000);
    const double whole = points.last().x;
    const auto columns = GENERATE_COPY(PixelColumns{0, whole, 900}, PixelColumns{whole / 3, whole / 2, 900},
                                       PixelColumns{100, 130, 1200}, PixelColumns{-50, whole + 50, 37});
    const auto kept = thinnedPoints(points, 1, columns);
    REQUIRE(covered(chosen(points, kept), columns) == covered(points, columns));
    REQUIRE(kept.size() <= 4 * qsizetype(columns.count + 1) + 2);
    REQUIRE(std::ranges::is_sorted(kept));
    REQUIRE(std::ranges::adjacent_find(kept) == kept.end());
}

TEST_CASE("Where every point has a column of its own none is left out", "[charts][thinning]") {
    const QList<ChartPoint> points = leaping(200);
    REQUIRE(thinnedPoints(points, 1, {0, points.last().x, 1000}).size() == 200);
}

TEST_CASE("The nearest point on either side of the plot is kept", "[charts][thinning]") {
    const QList<ChartPoint> points = leaping(240);
    const auto kept = thinnedPoints(points, 1, {3.01, 4.01, 500});
    REQUIRE(points.at(kept.first()).x == 3.0);
    REQUIRE(points.at(kept.at(1)).x > 3.01);
    REQUIRE(points.at(kept.at(kept.size() - 2)).x <= 4.01);
    REQUIRE(points.at(kept.last()).x > 4.01);
    REQUIRE(kept.size() == 26);
}

TEST_CASE("Each series is thinned by itself", "[charts][thinning]") {
    QList<ChartPoint> points = leaping(100);
    for (qsizetype i = 0; i < points.size(); ++i) {
        points[i].series = i % 2 == 0 ? 1 : 2;
    }
    const auto second = thinnedPoints(points, 2, {0, points.last().x, 1000});
    REQUIRE(second.size() == 50);
    REQUIRE(points.at(second.first()).series == 2);
    REQUIRE(thinnedPoints(points, 3, {0, 1, 100}).isEmpty());
    REQUIRE(thinnedPoints({}, 1, {0, 1, 100}).isEmpty());
}

TEST_CASE("A line in pixels keeps first, lowest, highest and last of each column", "[charts][thinning]") {
    const QList<QPointF> dense = {{0.0, 5}, {0.2, 1}, {0.4, 9}, {0.6, 4},
                                  {0.8, 6}, {1.5, 7}, {3.0, 2}, {3.9, 2}};
    const QList<QPointF> kept = {{0.0, 5}, {0.2, 1}, {0.4, 9}, {0.8, 6}, {1.5, 7}, {3.0, 2}, {3.9, 2}};
    REQUIRE(kairos::ui::thinnedLine(dense) == kept);
    REQUIRE(kairos::ui::thinnedLine({}).isEmpty());
    const QList<QPointF> sparse = {{0, 1}, {10, 2}, {20, 3}};
    REQUIRE(kairos::ui::thinnedLine(sparse) == sparse);
}

} // namespace test_thinning
