// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/adverse_form.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_running {
using namespace kairos;
using test::DosingStage;

namespace {

/// The page of a dose in its first minute.
struct Running {
    DosingStage desk;

    Running() {
        desk.startByUseCases();
        desk.open();
    }
    ui::EntryLine& line() { return *desk.page().entry(); }
    workflow::SessionContent content() { return desk.view().content; }
};

} // namespace

TEST_CASE("A reading is said in words before Enter and is in the file after it", "[dosing]") {
    Running now;
    now.desk.clockOn(10);
    REQUIRE(QApplication::focusWidget() == &now.line().edit());
    const auto before = now.content().readings.size();
    DosingStage::type(QStringLiteral("142/88 72 96"));
    REQUIRE(now.line().echoText() == QStringLiteral("142 over 88, pulse 72, oxygen 96 %"));
    REQUIRE(now.content().readings.size() == before);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.line().edit().text().isEmpty());
    now.desk.close();
    now.desk.stage().fixture().reopen();
    const auto readings = now.content().readings;
    REQUIRE(readings.size() == before + 1);
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [](const auto& reading) { return reading.systolic == 142; });
    REQUIRE(found != readings.end());
    REQUIRE(found->diastolic == 88);
    REQUIRE(found->pulse == 72);
    REQUIRE(found->spo2 == 96);
    REQUIRE_FALSE(found->sedation.has_value());
    REQUIRE(found->measuredAt.utcMs == found->enteredAt.utcMs);
}

TEST_CASE("An impossible reading is refused in a sentence and stays in the line", "[dosing]") {
    Running now;
    const auto before = now.content().readings.size();
    DosingStage::enter(QStringLiteral("1420/88 72 96"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("systolic pressure cannot be 1420")));
    REQUIRE(now.line().echoText().startsWith(QStringLiteral("The reading was not taken")));
    REQUIRE(now.line().edit().text() == QStringLiteral("1420/88 72 96"));
    REQUIRE(now.content().readings.size() == before);
}

TEST_CASE("A finding shows while the reading is typed", "[dosing]") {
    Running now;
    DosingStage::type(QStringLiteral("188/104 72 96"));
    REQUIRE(now.line().findingText().startsWith(QStringLiteral("Stop")));
    REQUIRE(now.content().readings.size() == 1);
}

TEST_CASE("Sedation is the fourth figure, and a time after @ is when it was measured", "[dosing]") {
    Running now;
    now.desk.clockOn(10);
    DosingStage::enter(QStringLiteral("138/84 74 97 4 @0904"));
    const auto readings = now.content().readings;
    REQUIRE(readings.size() == 2);
    const auto& late = readings.last();
    REQUIRE(late.sedation == 4);
    REQUIRE(late.enteredAt.msSince(late.measuredAt) == 7 * 60'000);
}

TEST_CASE("Start can be taken back once", "[dosing]") {
    DosingStage desk;
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    auto& page = desk.open();
    desk.startByUseCases();
    support::required(workflow::DosingCare(desk.practice()).undoStart(desk.session));
    REQUIRE(page.before()->blockedBy().isEmpty());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::InProgress);
    REQUIRE(QApplication::focusWidget() == &page.entry()->edit());
    REQUIRE(desk.stage().undo().offers().size() == 1);
    const auto& offer = desk.stage().undo().offers().first();
    REQUIRE(offer.undo().has_value());
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    REQUIRE_FALSE(desk.stored().startedAt.has_value());
    REQUIRE_FALSE(offer.undo().has_value());
}

TEST_CASE("An event is a number or words", "[dosing]") {
    Running now;
    DosingStage::press(Qt::Key_E);
    REQUIRE(now.line().mode() == ui::EntryMode::Event);
    DosingStage::type(QStringLiteral("1"));
    REQUIRE(now.line().echoText() == QStringLiteral("settled"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    DosingStage::press(Qt::Key_E);
    DosingStage::enter(QStringLiteral("asks for her daughter"));
    const auto events = now.content().events;
    REQUIRE(events.size() == 2);
    REQUIRE(events.first().text == QStringLiteral("settled"));
    REQUIRE(events.last().text == QStringLiteral("asks for her daughter"));
}

TEST_CASE("Escape keeps what was typed, in the reading line and in every other", "[dosing]") {
    Running now;
    DosingStage::press(Qt::Key_E);
    DosingStage::type(QStringLiteral("weeps qui"));
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    REQUIRE(now.line().edit().text().isEmpty());
    DosingStage::press(Qt::Key_M);
    REQUIRE(now.line().edit().text().isEmpty());
    DosingStage::press(Qt::Key_Escape);
    DosingStage::press(Qt::Key_E);
    REQUIRE(now.line().edit().text() == QStringLiteral("weeps qui"));
    DosingStage::enter(QStringLiteral("etly"));
    REQUIRE(now.content().events.last().text == QStringLiteral("weeps quietly"));
    DosingStage::type(QStringLiteral("142/8"));
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(now.line().edit().text() == QStringLiteral("142/8"));
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(now.line().mode() == ui::EntryMode::Stop);
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(now.line().edit().text() == QStringLiteral("142/8"));
}

TEST_CASE("A reading that is typed and not entered is there when the session is opened again", "[dosing]") {
    Running now;
    DosingStage::type(QStringLiteral("139/85 7"));
    now.desk.close();
    now.desk.stage().fixture().reopen();
    now.desk.clockOn(4);
    now.desk.open();
    REQUIRE(now.line().edit().text() == QStringLiteral("139/85 7"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("Typed at 09:01 and not saved")));
    REQUIRE(now.content().readings.size() == 1);
    now.line().edit().clear();
    DosingStage::enter(QStringLiteral("139/85 71 97"));
    now.desk.close();
    now.desk.open();
    REQUIRE(now.line().edit().text().isEmpty());
}

TEST_CASE("A rescue drug names its dose", "[dosing]") {
    Running now;
    DosingStage::press(Qt::Key_M);
    DosingStage::enter(QStringLiteral("1"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("the dose is missing")));
    REQUIRE(now.content().events.isEmpty());
    DosingStage::enter(QStringLiteral(" 4 mg"));
    REQUIRE(now.content().events.size() == 1);
    REQUIRE(now.content().events.first().drug == QStringLiteral("ondansetron"));
    REQUIRE(now.content().events.first().dose == QStringLiteral("4 mg"));
}

TEST_CASE("The infusion is paused and goes on by P, each with its way back", "[dosing]") {
    Running now;
    now.desk.clockOn(5);
    DosingStage::press(Qt::Key_P);
    REQUIRE(now.desk.page().controller().isPaused());
    now.desk.clockOn(3);
    DosingStage::press(Qt::Key_P);
    REQUIRE_FALSE(now.desk.page().controller().isPaused());
    // Three minutes of pause move the end.
    REQUIRE(now.desk.page().controller().expectedEnd()->msSince(*now.desk.stored().startedAt) == 43 * 60'000);
    REQUIRE(now.desk.stage().undo().offers().size() == 2);
    now.desk.clockOn(1);
    REQUIRE(now.desk.stage().undo().offers().last().undo().has_value());
    REQUIRE(now.desk.page().controller().isPaused());
}

TEST_CASE("An early stop wants a reason", "[dosing]") {
    Running now;
    now.desk.clockOn(12);
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(now.line().mode() == ui::EntryMode::Stop);
    DosingStage::press(Qt::Key_Return);
    REQUIRE_FALSE(now.desk.stored().stoppedAt.has_value());
    REQUIRE(now.line().echoText().contains(QStringLiteral("ends early and there is no reason")));
    DosingStage::enter(QStringLiteral("2"));
    REQUIRE(now.desk.stored().stoppedAt.has_value());
    REQUIRE(now.desk.stored().endReason == QStringLiteral("distress"));
    REQUIRE(now.desk.stage().undo().offers().last().undo().has_value());
    REQUIRE_FALSE(now.desk.stored().stoppedAt.has_value());
}

TEST_CASE("A dose that is through ends without a reason", "[dosing]") {
    Running now;
    now.desk.clockOn(41);
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(now.desk.stored().stoppedAt.has_value());
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
}

TEST_CASE("An adverse event is written in the page; Escape keeps it, Ctrl+Enter saves it", "[dosing]") {
    Running now;
    now.desk.clockOn(20);
    DosingStage::press(Qt::Key_A);
    auto& form = now.desk.page().run()->adverseForm();
    REQUIRE(QApplication::focusWidget() == &form.termEdit());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(now.content().adverseEvents.isEmpty());
    DosingStage::type(QStringLiteral("Nausea"));
    for (int field = 0; field < 4; ++field) {
        DosingStage::press(Qt::Key_Tab);
    }
    DosingStage::press(Qt::Key_Right);
    DosingStage::press(Qt::Key_Right);
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(QApplication::focusWidget() == &now.line().edit());
    DosingStage::press(Qt::Key_A);
    REQUIRE(form.termEdit().text() == QStringLiteral("Nausea"));
    DosingStage::ctrl(Qt::Key_Return);
    const auto events = now.content().adverseEvents;
    REQUIRE(events.size() == 1);
    REQUIRE(events.first().term == QStringLiteral("Nausea"));
    REQUIRE(events.first().grade == 2);
    REQUIRE(events.first().onset.msSince(*now.desk.stored().startedAt) == 20 * 60'000);
    DosingStage::press(Qt::Key_A);
    REQUIRE(form.termEdit().text().isEmpty());
}

TEST_CASE("A reading is corrected with a reason, and the old figures stay", "[dosing]") {
    Running now;
    now.desk.clockOn(10);
    DosingStage::enter(QStringLiteral("184/88 72 96"));
    DosingStage::type(QStringLiteral("14"));
    DosingStage::tabTo(now.desk.page().run()->readings());
    DosingStage::press(Qt::Key_Home, Qt::ControlModifier);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.line().mode() == ui::EntryMode::Correction);
    REQUIRE(now.line().edit().text() == QStringLiteral("184/88 72 96"));
    now.desk.stage().questions().answerNext({QStringLiteral("digits swapped"), {}});
    now.line().edit().selectAll();
    DosingStage::enter(QStringLiteral("148/88 72 96"));
    REQUIRE(now.content().readings.last().systolic == 148);
    REQUIRE(now.desk.page().controller().former().size() == 1);
    REQUIRE(now.desk.page().controller().former().first().reading.systolic == 184);
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    // What stood in the reading line meanwhile is still there.
    REQUIRE(now.line().edit().text() == QStringLiteral("14"));
}

TEST_CASE("R and Enter open the rating that is due", "[dosing]") {
    Running now;
    DosingStage::press(Qt::Key_R);
    const auto& opened = now.desk.stage().navigator().opened();
    REQUIRE(opened.isEmpty());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    const auto& place = opened.last().get<ui::RatingPlace>();
    REQUIRE(place.instrument == QStringLiteral("cadss"));
    REQUIRE(place.session == now.desk.session);
}

TEST_CASE("While a dose runs the PC does not lock itself", "[dosing]") {
    Running now;
    REQUIRE(now.desk.page().suspendsIdleLock());
    now.desk.finishByUseCases();
    REQUIRE_FALSE(now.desk.page().suspendsIdleLock());
}

TEST_CASE("The buttons of the head pause, go on and stop as their keys do", "[dosing]") {
    Running now;
    now.desk.clockOn(5);
    auto& page = now.desk.page();
    const auto button = [&](const QString& text) -> QPushButton& {
        for (auto* candidate : page.findChildren<QPushButton*>()) {
            if (candidate->text() == text && candidate->isVisible()) {
                return *candidate;
            }
        }
        throw std::runtime_error("no such button: " + text.toStdString());
    };
    DosingStage::tabTo(button(QStringLiteral("Pause")));
    DosingStage::press(Qt::Key_Space);
    REQUIRE(page.controller().isPaused());
    now.desk.clockOn(1);
    DosingStage::tabTo(button(QStringLiteral("Go on")));
    DosingStage::press(Qt::Key_Space);
    REQUIRE_FALSE(page.controller().isPaused());
    DosingStage::tabTo(button(QStringLiteral("Stop dose")));
    DosingStage::press(Qt::Key_Space);
    REQUIRE(now.line().mode() == ui::EntryMode::Stop);
    DosingStage::enter(QStringLiteral("2"));
    for (const auto* gone : page.findChildren<QPushButton*>()) {
        REQUIRE_FALSE((gone->isVisible() && gone->text() == QStringLiteral("Stop dose")));
    }
}

} // namespace test_dosing_running
