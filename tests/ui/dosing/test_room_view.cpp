// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/ui/dosing/dosing_bench.h"

#include "ui/shared/undo_bar.h"

#include <QPointer>

using namespace kairos;
using namespace kairos::test;

namespace {

/// The room view on the screen, with the cursor in its line.
ui::RoomView& openRoom(DosingBench& sheet) {
    PageBench::press(Qt::Key_F11);
    REQUIRE(sheet.page().room() != nullptr);
    ui::RoomView& room = *sheet.page().room();
    room.showNormal();
    room.resize(1366, 768);
    room.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&room));
    room.entry().edit().setFocus();
    return room;
}

} // namespace

TEST_CASE("The room view writes the same session and leads back", "[dosing][room]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(30);
    ui::RoomView& room = openRoom(sheet);
    REQUIRE(room.minuteText() == QStringLiteral("30:00"));
    PageBench::enter(QStringLiteral("149/92 86 97 5"));
    REQUIRE(sheet.page().controller().lastReading()->systolic == 149);
    const QPointer<ui::RoomView> watched(&room);
    PageBench::press(Qt::Key_F11);
    REQUIRE(sheet.page().room() == nullptr);
    REQUIRE(QTest::qWaitFor([&watched] { return watched.isNull(); }));
}

TEST_CASE("What the room view does can be taken back in it", "[dosing][room]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(41);
    ui::RoomView& room = openRoom(sheet);
    PageBench::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(sheet.stored().stoppedAt);
    REQUIRE(room.undoBar().isVisible());
    PageBench::press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE_FALSE(sheet.stored().stoppedAt);
}

TEST_CASE("The room view is dim whatever the theme of the program", "[dosing][room]") {
    DosingBench sheet;
    sheet.start();
    ui::RoomView& room = openRoom(sheet);
    const ui::Theme dim = ui::loadTheme(ui::ThemeId::Dim);
    REQUIRE(ui::themeOf(room) == dim);
    const auto labels = room.findChildren<QLabel*>();
    REQUIRE(labels.size() > 5);
    for (const QLabel* label : labels) {
        REQUIRE(ui::themeOf(*label) == dim);
    }
    REQUIRE(ui::themeOf(sheet.page()).id() == ui::ThemeId::Light);
}

TEST_CASE("Every word of the room view fits on a small screen", "[dosing][room]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(34);
    ui::RoomView& room = openRoom(sheet);
    PageBench::type(QStringLiteral("186/112 95 97 4"));
    REQUIRE(room.size() == QSize(1366, 768));
    REQUIRE(clippedTexts(room) == QStringList());
}
