// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/column_scroll.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTextEdit>

#include <catch2/catch_test_macros.hpp>

namespace test_column_scroll {
using namespace kairos;
using ui::ColumnScroll;

namespace {

/// A column beside a part that takes what is left, in a window of 900 pixels.
struct Beside {
    QWidget window;
    ColumnScroll* column = new ColumnScroll(200, &window);
    QWidget* content = new QWidget;
    QWidget* wide = new QWidget(content);

    explicit Beside(int width) {
        auto* line = new QVBoxLayout(content);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(wide);
        wide->setMinimumSize(width, 2000);
        column->setWidget(content);
        auto* parts = new QHBoxLayout(&window);
        parts->addWidget(new QTextEdit(&window), 1);
        parts->addWidget(column);
        window.resize(900, 400);
        window.show();
        QApplication::processEvents();
    }
    [[nodiscard]] bool isWhole() const { return content->width() <= column->viewport()->width(); }
};

} // namespace

TEST_CASE("A column of narrow content has the width asked for", "[column]") {
    const Beside beside(60);
    REQUIRE(beside.column->width() == 200);
    REQUIRE(beside.isWhole());
}

TEST_CASE("A column of wide content is wide enough beside its scroll bar", "[column]") {
    const Beside beside(340);
    REQUIRE(beside.content->width() >= 340);
    REQUIRE(beside.isWhole());
}

TEST_CASE("A column widens when its content does", "[column]") {
    const Beside beside(60);
    beside.wide->setMinimumWidth(400);
    QApplication::processEvents();
    QApplication::processEvents();
    REQUIRE(beside.content->width() >= 400);
    REQUIRE(beside.isWhole());
}

} // namespace test_column_scroll
