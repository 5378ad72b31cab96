// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/steady_scroll.h"

#include "tests/support/label_fit.h"

#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

namespace test_steady_scroll {
using namespace kairos;

TEST_CASE("What grows longer than its page scrolls, and stays as wide as it was", "[shared][scroll]") {
    ui::SteadyScroll area;
    auto* inside = new QWidget;
    inside->setMinimumHeight(100);
    area.setWidget(inside);
    test::showAt(area, QSize(300, 200));
    const int bar = area.verticalScrollBar()->sizeHint().width();
    REQUIRE_FALSE(area.verticalScrollBar()->isVisible());
    REQUIRE(inside->width() == 300 - bar);
    inside->setMinimumHeight(201);
    QCoreApplication::processEvents();
    REQUIRE(area.verticalScrollBar()->isVisible());
    REQUIRE(inside->width() == 300 - bar);
    inside->setMinimumHeight(200);
    QCoreApplication::processEvents();
    REQUIRE_FALSE(area.verticalScrollBar()->isVisible());
    REQUIRE(inside->width() == 300 - bar);
}

} // namespace test_steady_scroll
