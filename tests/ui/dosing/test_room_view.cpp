// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/room_parts.h"
#include "ui/dosing/room_view.h"

#include "ui/shared/undo_bar.h"

#include "tests/support/label_fit.h"

#include <catch2/catch_test_macros.hpp>

namespace test_room_view {
using namespace kairos;
using test::DosingStage;

namespace {

/// Whether the view becomes the window that has the keys. qWaitForWindowActive() takes it for active already
/// while the page it belongs to is.
bool takesKeys(const ui::RoomView& view) {
    return QTest::qWaitFor([&view] { return QApplication::activeWindow() == &view; });
}

/// The room view over a dose in its 30th minute.
struct Room {
    DosingStage desk;

    Room() {
        desk.startByUseCases();
        desk.open();
        desk.clockOn(30);
        DosingStage::press(Qt::Key_F11);
        REQUIRE(desk.page().room() != nullptr);
        REQUIRE(takesKeys(*desk.page().room()));
    }
    ui::RoomView& view() { return *desk.page().room(); }
};

} // namespace

TEST_CASE("The room view shows the minute and the last blood pressure", "[dosing][room]") {
    Room room;
    REQUIRE(room.view().minuteText() == QStringLiteral("30:00"));
    REQUIRE(room.view().pressureText() == QStringLiteral("124/78"));
    REQUIRE(room.view().isFullScreen());
}

TEST_CASE("A reading typed in the room view is saved and shown", "[dosing][room]") {
    Room room;
    REQUIRE(QApplication::focusWidget() == &room.view().entry().edit());
    DosingStage::type(QStringLiteral("142/88 72 96"));
    REQUIRE(room.view().entry().echoText() == QStringLiteral("142 over 88, pulse 72, oxygen 96 %"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(room.desk.view().content.readings.size() == 2);
    REQUIRE(room.view().pressureText() == QStringLiteral("142/88"));
}

TEST_CASE("F11 leaves the room view, and Escape does", "[dosing][room]") {
    for (const Qt::Key key : {Qt::Key_F11, Qt::Key_Escape}) {
        Room room;
        DosingStage::press(key);
        REQUIRE(room.desk.page().room() == nullptr);
        REQUIRE(room.desk.page().isVisible());
    }
}

TEST_CASE("F1 turns the panes into the key sheet and back; Escape closes it first", "[dosing][room]") {
    Room room;
    DosingStage::press(Qt::Key_F1);
    REQUIRE(room.view().showsKeys());
    REQUIRE(QApplication::focusWidget() == &room.view().entry().edit());
    DosingStage::enter(QStringLiteral("142/88 72 96"));
    REQUIRE(room.desk.view().content.readings.size() == 2);
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(room.desk.page().room() != nullptr);
    REQUIRE_FALSE(room.view().showsKeys());
    DosingStage::press(Qt::Key_F1);
    DosingStage::press(Qt::Key_F1);
    REQUIRE_FALSE(room.view().showsKeys());
}

TEST_CASE("F11 in the page brings an open room view to the front", "[dosing][room]") {
    Room room;
    const ui::RoomView* view = &room.view();
    room.desk.page().activateWindow();
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == &room.desk.page(); }));
    DosingStage::press(Qt::Key_F11);
    REQUIRE(room.desk.page().room() == view);
    REQUIRE(takesKeys(*view));
}

TEST_CASE("Ctrl+Z in a line with words takes back typing, not the pause", "[dosing][room]") {
    Room room;
    DosingStage::press(Qt::Key_P);
    DosingStage::type(QStringLiteral("142"));
    DosingStage::ctrl(Qt::Key_Z);
    REQUIRE(room.view().entry().edit().text() != QStringLiteral("142"));
    REQUIRE(room.desk.page().controller().isPaused());
}

TEST_CASE("What is typed goes along into the room view and back", "[dosing][room]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    DosingStage::type(QStringLiteral("142/8"));
    DosingStage::press(Qt::Key_F11);
    REQUIRE(takesKeys(*page.room()));
    REQUIRE(page.room()->entry().edit().text() == QStringLiteral("142/8"));
    DosingStage::type(QStringLiteral("8 72"));
    DosingStage::press(Qt::Key_F11);
    REQUIRE(page.entry()->edit().text() == QStringLiteral("142/88 72"));
}

TEST_CASE("Escape in the room view leaves an event first, then the view", "[dosing][room]") {
    Room room;
    DosingStage::press(Qt::Key_E);
    DosingStage::type(QStringLiteral("wee"));
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(room.desk.page().room() != nullptr);
    REQUIRE(room.view().entry().mode() == ui::EntryMode::Reading);
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(room.desk.page().room() == nullptr);
}

TEST_CASE("Pausing in the room view can be taken back there", "[dosing][room]") {
    Room room;
    DosingStage::press(Qt::Key_P);
    REQUIRE(room.desk.page().controller().isPaused());
    REQUIRE_FALSE(room.view().undoBar().isHidden());
    room.desk.clockOn(1);
    DosingStage::ctrl(Qt::Key_Z);
    REQUIRE_FALSE(room.desk.page().controller().isPaused());
}

TEST_CASE("A stop in the room view asks for its reason in the line", "[dosing][room]") {
    Room room;
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(room.view().entry().mode() == ui::EntryMode::Stop);
    DosingStage::enter(QStringLiteral("1"));
    REQUIRE(room.desk.stored().endReason == QStringLiteral("blood pressure"));
}

TEST_CASE("F9, A and R lead from the room view back to the page", "[dosing][room]") {
    {
        Room room;
        DosingStage::press(Qt::Key_F9);
        REQUIRE(room.desk.page().room() == nullptr);
        REQUIRE(room.desk.page().after()->isVisible());
    }
    {
        Room room;
        DosingStage::press(Qt::Key_A);
        REQUIRE(room.desk.page().room() == nullptr);
        REQUIRE(room.desk.page().run()->isVisible());
    }
    Room room;
    DosingStage::press(Qt::Key_R);
    DosingStage::press(Qt::Key_2);
    REQUIRE(room.desk.stage().navigator().opened().size() == 1);
}

TEST_CASE("A start that is taken back ends the room view", "[dosing][room]") {
    Room room;
    support::required(workflow::DosingCare(room.desk.practice()).undoStart(room.desk.session));
    REQUIRE(room.desk.page().room() == nullptr);
}

TEST_CASE("The figures of the room view are as high as three metres ask", "[dosing][room]") {
    const auto capOf = [](qreal cap) { return QFontMetricsF(ui::roomFont(cap, nullptr)).capHeight(); };
    const qreal mm = 96.0 / 25.4;
    REQUIRE(capOf(ui::kMinuteCap) >= 26 * mm - 0.5);
    REQUIRE(capOf(ui::kPressureCap) >= 16 * mm - 0.5);
    REQUIRE(capOf(ui::kDueCap) >= 11 * mm - 0.5);
    REQUIRE(capOf(ui::kNearCap) >= 6 * mm - 0.5);
}

TEST_CASE("The room view fits its smallest screen with the longest figures", "[dosing][room]") {
    Room room;
    room.desk.clockOn(98);
    DosingStage::enter(QStringLiteral("188/104 118 100 5"));
    auto& view = room.view();
    REQUIRE(view.minuteText() == QStringLiteral("128:00"));
    view.showNormal();
    view.resize(1366, 768);
    CAPTURE(view.minimumSizeHint().width(), view.minimumSizeHint().height());
    REQUIRE(view.minimumSizeHint().width() <= 1366);
    REQUIRE(view.minimumSizeHint().height() <= 768);
    REQUIRE(QTest::qWaitFor([&] { return view.size() == QSize(1366, 768); }));
    const QStringList clipped = test::clippedTexts(view);
    CAPTURE(clipped.join(QLatin1Char('\n')).toStdString());
    REQUIRE(clipped.isEmpty());
}

} // namespace test_room_view
