// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/label_layout.h"

#include <catch2/catch_test_macros.hpp>

namespace test_label_layout {
using namespace kairos::ui;

TEST_CASE("Labels that have room stay where they wish", "[charts][labels]") {
    REQUIRE(spreadColumn({10, 60, 110}, {20, 2, 0, 200}) == QList<qreal>{10, 60, 110});
}

TEST_CASE("Labels that would overlap move apart and keep their order", "[charts][labels]") {
    const auto tops = spreadColumn({52, 50, 51}, {20, 2, 0, 200});
    REQUIRE(tops.at(1) == 50);
    REQUIRE(tops.at(2) == 72);
    REQUIRE(tops.at(0) == 94);
}

TEST_CASE("Labels do not leave the column", "[charts][labels]") {
    const auto low = spreadColumn({190, 195}, {20, 2, 0, 200});
    REQUIRE(low.at(1) == 180);
    REQUIRE(low.at(0) == 158);
    REQUIRE(spreadColumn({-15}, {20, 2, 0, 200}).at(0) == 0);
    REQUIRE(spreadColumn({}, {20, 2, 0, 200}).isEmpty());
}

TEST_CASE("A total stands above its point when nothing is in the way", "[charts][labels]") {
    Obstacles none;
    none.bounds = QRectF(0, 0, 200, 200);
    const QRectF place = placeLabel({100, 100}, {16, 10}, 6, none);
    REQUIRE(place == QRectF(92, 84, 16, 10));
}

TEST_CASE("A total moves off a marker, the line and the edge", "[charts][labels]") {
    Obstacles obstacles;
    obstacles.bounds = QRectF(0, 0, 200, 200);
    obstacles.blocks = {QRectF(80, 80, 40, 16)};
    REQUIRE(placeLabel({100, 100}, {16, 10}, 6, obstacles).top() == 106);
    obstacles.blocks.clear();
    obstacles.lines = {QLineF(0, 88, 200, 88)};
    REQUIRE(placeLabel({100, 100}, {16, 10}, 6, obstacles).top() == 106);
    obstacles.lines.clear();
    REQUIRE(placeLabel({100, 5}, {16, 10}, 6, obstacles).top() == 11);
}

TEST_CASE("A total that finds no place is left out", "[charts][labels]") {
    Obstacles full;
    full.bounds = QRectF(0, 0, 200, 200);
    full.blocks = {QRectF(0, 0, 200, 200)};
    REQUIRE(placeLabel({100, 100}, {16, 10}, 6, full).isEmpty());
}

} // namespace test_label_layout
