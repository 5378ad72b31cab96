// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/flow_layout.h"

#include <QWidget>

#include <catch2/catch_test_macros.hpp>

namespace test_flow_layout {
using namespace kairos::ui;

namespace {

/// Three boxes of 100 by 20, 6 apart.
struct Boxes {
    QWidget widget;
    FlowLayout* flow = new FlowLayout(6, &widget);
    QList<QWidget*> boxes;

    Boxes() {
        for (int i = 0; i < 3; ++i) {
            auto* box = new QWidget(&widget);
            box->setFixedSize(100, 20);
            flow->addWidget(box);
            boxes.append(box);
        }
    }
    void layOut(int width) {
        widget.resize(width, flow->heightForWidth(width));
        widget.show();
        flow->activate();
    }
};

} // namespace

TEST_CASE("What does not fit goes on in the next line", "[shared][flow]") {
    Boxes boxes;
    REQUIRE(boxes.flow->heightForWidth(312) == 20);
    REQUIRE(boxes.flow->heightForWidth(311) == 46);
    REQUIRE(boxes.flow->heightForWidth(100) == 72);
    boxes.layOut(206);
    REQUIRE(boxes.boxes.at(1)->pos() == QPoint(106, 0));
    REQUIRE(boxes.boxes.at(2)->pos() == QPoint(0, 26));
}

TEST_CASE("What is hidden leaves no gap, and an empty flow has no height", "[shared][flow]") {
    Boxes boxes;
    boxes.boxes.at(1)->hide();
    boxes.layOut(206);
    REQUIRE(boxes.boxes.at(2)->pos() == QPoint(106, 0));
    while (QLayoutItem* item = boxes.flow->takeAt(0)) {
        delete item;
    }
    REQUIRE(boxes.flow->count() == 0);
    REQUIRE(boxes.flow->heightForWidth(206) == 0);
    REQUIRE(boxes.flow->takeAt(0) == nullptr);
    REQUIRE(boxes.flow->itemAt(7) == nullptr);
}

} // namespace test_flow_layout
