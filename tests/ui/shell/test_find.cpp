// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/patients/find_page.h"
#include "ui/patients/patients_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shell/go_to_box.h"

#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_find {
using namespace kairos;
using namespace kairos::test;

namespace {

constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

/// Goes to a place by Ctrl+K and these words.
void goTo(WindowFixture& alder, const QString& words, int down = 0) {
    alder.press(Qt::Key_K, Qt::ControlModifier);
    ui::GoToBox* box = nullptr;
    alder.waitFor([&] {
        // One that was closed may still be there.
        for (auto* candidate : alder.window().findChildren<ui::GoToBox*>()) {
            box = candidate->isVisible() ? candidate : box;
        }
        return box != nullptr && box->isAncestorOf(QApplication::focusWidget());
    });
    const int all = box->findChild<ui::TableView*>()->model()->rowCount();
    alder.type(words);
    alder.waitFor([&] { return box->findChild<ui::TableView*>()->model()->rowCount() != all; });
    for (int i = 0; i < down; ++i) {
        alder.press(Qt::Key_Down);
    }
    alder.press(Qt::Key_Return);
    // Without a window system nothing makes the window active again when the box is gone.
    alder.show();
}

} // namespace

TEST_CASE("Ctrl+Shift+F opens the search from anywhere, with the cursor in its field", "[shell][find]") {
    WindowFixture alder;
    alder.unlock();
    alder.window().work()->open(ui::SettingsPlace{});
    alder.press(Qt::Key_F, kCtrlShift);
    auto& page = alder.page<ui::FindPage>();
    REQUIRE(QApplication::focusWidget() == &page.search());
    REQUIRE_FALSE(page.scope().isVisible());
    alder.press(Qt::Key_Escape);
    REQUIRE(alder.page<ui::SettingsPage>().isVisible());
}

TEST_CASE("From a page about a patient the search begins in that chart, and can be widened",
          "[shell][find]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    alder.window().work()->open(ui::ChartPlace{elena, {}});
    alder.press(Qt::Key_F, kCtrlShift);
    REQUIRE(ui::patientOf(alder.window().work()->place()) == elena);
    auto& page = alder.page<ui::FindPage>();
    REQUIRE(page.scope().isVisible());
    page.scope().setFocus(Qt::TabFocusReason);
    alder.press(Qt::Key_Right);
    alder.waitFor([&] { return alder.window().work()->place() == ui::Place(ui::FindPlace{}); });
    REQUIRE(QApplication::focusWidget() == &alder.page<ui::FindPage>().search());
    REQUIRE_FALSE(alder.page<ui::FindPage>().scope().isVisible());
    // It took the place of the narrow one: the way back leads to the chart.
    alder.press(Qt::Key_Escape);
    REQUIRE(alder.window().work()->place() == ui::Place(ui::ChartPlace{elena, {}}));
}

TEST_CASE("Whoever comes back from a hit finds words, hits and choice as they were left", "[shell][find]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.alder().addPatient(QStringLiteral("K-0177"), QStringLiteral("Ann"), QStringLiteral("Marsh"));
    alder.unlock();
    alder.press(Qt::Key_F, kCtrlShift);
    alder.type(QStringLiteral("marsh"));
    auto& page = alder.page<ui::FindPage>();
    alder.waitFor([&] { return page.table().model()->rowCount() == 2; });
    alder.press(Qt::Key_Down);
    alder.press(Qt::Key_Down);
    alder.press(Qt::Key_Return);
    REQUIRE(ui::patientOf(alder.window().work()->place()).has_value());
    REQUIRE(alder.window().work()->place() != ui::Place(ui::FindPlace{}));
    alder.press(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(&alder.page<ui::FindPage>() == &page);
    REQUIRE(page.search().text() == QStringLiteral("marsh"));
    REQUIRE(page.table().currentIndex().row() == 1);
    REQUIRE(QApplication::focusWidget() == &page.table());
    // Asked for anew, its words are chosen: typing begins another search.
    alder.window().work()->open(ui::SettingsPlace{});
    alder.press(Qt::Key_F, kCtrlShift);
    REQUIRE(QApplication::focusWidget() == &page.search());
    REQUIRE(page.search().selectedText() == QStringLiteral("marsh"));
    // Another patient's chart has a search of its own.
    alder.window().work()->open(ui::FindPlace{{}, elena});
    REQUIRE(alder.page<ui::FindPage>().search().text().isEmpty());
}

TEST_CASE("Ctrl+K looks for the words typed, last in its list", "[shell][find][goto]") {
    WindowFixture alder;
    alder.alder().addElena();
    alder.unlock();
    goTo(alder, QStringLiteral("zzz"));
    REQUIRE(alder.window().work()->place() == ui::Place(ui::FindPlace{QStringLiteral("zzz")}));
    REQUIRE(alder.page<ui::FindPage>().search().text() == QStringLiteral("zzz"));
    goTo(alder, QStringLiteral("elena"), 1);
    REQUIRE(alder.window().work()->place() == ui::Place(ui::FindPlace{QStringLiteral("elena")}));
    goTo(alder, QStringLiteral("find in no"));
    REQUIRE(alder.window().work()->place() == ui::Place(ui::FindPlace{}));
}

TEST_CASE("The patients' page hands its words on to the search", "[shell][find]") {
    WindowFixture alder;
    alder.unlock();
    alder.page<ui::PatientsPage>().search().setText(QStringLiteral("garden"));
    for (auto* button : alder.page<ui::PatientsPage>().findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Find in notes")) {
            button->setFocus();
            alder.press(Qt::Key_Space);
            break;
        }
    }
    REQUIRE(alder.window().work()->place() == ui::Place(ui::FindPlace{QStringLiteral("garden")}));
}

} // namespace test_find
