// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "ui/shared/form.h"
#include "ui/shared/page.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace test_tab_order {
using namespace kairos;
using test::Keyboard;

namespace {

/// A page whose fields were made without a parent and laid out into a scroll area, as forms are.
class FormPage final : public ui::Page {
public:
    FormPage() {
        auto* inside = new QWidget;
        auto* column = new QVBoxLayout(inside);
        for (QLineEdit* edit : {first, second, third, last}) {
            column->addWidget(new ui::Field(QStringLiteral("Field"), edit));
        }
        auto* scroll = new QScrollArea(this);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(inside);
        (new QVBoxLayout(this))->addWidget(scroll);
        setFocusProxy(second);
    }
    [[nodiscard]] QString title() const override { return QStringLiteral("Form"); }

    QLineEdit* first = new QLineEdit;
    QLineEdit* second = new QLineEdit;
    QLineEdit* third = new QLineEdit;
    QLineEdit* last = new QLineEdit;
};

} // namespace

TEST_CASE("Tab leads through a page that is shown alone, and round", "[shared][keys]") {
    FormPage page;
    REQUIRE(test::present(page, {400, 400}));
    page.first->setFocus();
    for (const QLineEdit* next : {page.second, page.third, page.last, page.first}) {
        Keyboard::press(Qt::Key_Tab);
        REQUIRE(QApplication::focusWidget() == next);
    }
    for (const QLineEdit* former : {page.last, page.third, page.second, page.first}) {
        Keyboard::press(Qt::Key_Backtab, Qt::ShiftModifier);
        REQUIRE(QApplication::focusWidget() == former);
    }
}

TEST_CASE("Tab passes over what is hidden or disabled", "[shared][keys]") {
    FormPage page;
    REQUIRE(test::present(page, {400, 400}));
    page.second->hide();
    page.third->setEnabled(false);
    page.first->setFocus();
    Keyboard::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == page.last);
}

} // namespace test_tab_order
