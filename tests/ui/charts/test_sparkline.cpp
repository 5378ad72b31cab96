// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "tests/ui/charts/elena.h"

#include <QImage>
#include <QPainter>

#include <catch2/catch_test_macros.hpp>

namespace test_sparkline {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;

namespace {

QImage drawn(const Sparkline& line) {
    QImage image(120, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSparkline(painter, QRectF(0, 0, 120, 30), line, loadTheme(ThemeId::Light));
    return image;
}

QImage blank() {
    return drawn(Sparkline());
}

} // namespace

TEST_CASE("A sparkline holds every total of the series", "[charts][sparkline]") {
    const Sparkline line = sparklineOf(instrument("qids-sr16"), elenaTrend());
    REQUIRE(line.points.size() == 13);
    REQUIRE(line.points.first() == QPointF(0, 19));
    REQUIRE(line.points.last().y() == 7);
    REQUIRE(line.high == 27);
    REQUIRE(line.cut == 5.0);
}

TEST_CASE("A sparkline is drawn, and an empty one is not", "[charts][sparkline]") {
    REQUIRE(drawn(sparklineOf(instrument("qids-sr16"), elenaTrend())) != blank());
    const auto none = outcomes::trendOf(instrument("qids-sr16"), {}, courseOf({}));
    REQUIRE(drawn(sparklineOf(instrument("qids-sr16"), none)) == blank());
}

TEST_CASE("A single rating is one dot at the right", "[charts][sparkline]") {
    const auto one = outcomes::trendOf(instrument("phq-9"), ratings("phq-9", {{0, 14}}), courseOf({}));
    Sparkline line = sparklineOf(instrument("phq-9"), one);
    line.cut.reset();
    const QImage image = drawn(line);
    REQUIRE(image.copy(0, 0, 60, 30) == blank().copy(0, 0, 60, 30));
    REQUIRE(image.copy(60, 0, 60, 30) != blank().copy(60, 0, 60, 30));
}

} // namespace test_sparkline
