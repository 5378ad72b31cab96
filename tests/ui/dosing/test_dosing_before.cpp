// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/shared/segments.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_before {
using namespace kairos;
using test::DosingStage;

namespace {

QString firstLine(const QString& text) {
    return text.section(QLatin1Char('\n'), 0, 0);
}

/// Arrived and weighed by keyboard: 70 kg, typed twice.
void arriveAndWeigh(DosingStage& desk) {
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    DosingStage::type(QStringLiteral("70"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("70"));
    DosingStage::press(Qt::Key_Tab);
}

} // namespace

TEST_CASE("The arrival is one key, and the cursor waits in the weight", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    REQUIRE(QApplication::focusWidget() == &page.before()->gates().table());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().arrivedAt.has_value());
    REQUIRE(QApplication::focusWidget() == &page.before()->form().weightEdit());
}

TEST_CASE("The page takes the focus to where the next entry belongs", "[dosing]") {
    DosingStage desk;
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    auto& page = desk.open();
    REQUIRE(QApplication::focusWidget() == &page.before()->form().weightEdit());
}

TEST_CASE("mL and mL/h appear only once vial, bag and rule are chosen", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    auto& order = page.before()->order();
    REQUIRE(desk.stored().weight->value == 70);
    REQUIRE(firstLine(order.figuresText()).simplified() == QStringLiteral("35 mg"));
    REQUIRE_FALSE(desk.view().figures->ml.has_value());
    REQUIRE(QApplication::focusWidget() == &page.before()->form().concentrationEdit());
    DosingStage::type(QStringLiteral("10"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(firstLine(order.figuresText()).simplified() == QStringLiteral("35 mg · 3.5 mL"));
    DosingStage::type(QStringLiteral("50"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE_FALSE(desk.view().figures->mlPerH.has_value());
    REQUIRE(page.before()->form().ruleChoice().current() == 0);
    DosingStage::press(Qt::Key_Right);
    REQUIRE(desk.stored().bagRule.has_value());
    REQUIRE(firstLine(order.figuresText()).simplified() == QStringLiteral("35 mg · 3.5 mL · 75 mL/h"));
}

TEST_CASE("Two weights that differ are not taken", "[dosing]") {
    DosingStage desk;
    desk.open();
    DosingStage::ctrl(Qt::Key_Return);
    DosingStage::type(QStringLiteral("70"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("77"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE_FALSE(desk.stored().weight.has_value());
}

TEST_CASE("An impossible weight is not taken", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    DosingStage::ctrl(Qt::Key_Return);
    DosingStage::type(QStringLiteral("700"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("700"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE_FALSE(desk.stored().weight.has_value());
    REQUIRE_FALSE(page.before()->form().weightEdit().problem().isEmpty());
    REQUIRE(page.before()->form().weightEdit().text().startsWith(QStringLiteral("700")));
}

TEST_CASE("A stop holds the start and says why", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    REQUIRE(page.before()->blockedBy().contains(QStringLiteral("Identity and allergies checked")));
    REQUIRE(page.before()->refusal() == page.before()->blockedBy());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    const auto refused = workflow::DosingCare(desk.practice()).start(desk.session);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::Stopped);
}

TEST_CASE("An override of a stop asks who and why, and keeps both", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    auto& gates = page.before()->gates();
    auto& questions = desk.stage().questions();
    const auto emergency = [&] {
        for (const auto& line : desk.view().preDose) {
            if (line.id == QLatin1String("emergency")) {
                return line;
            }
        }
        return safety::GateLine{};
    };
    DosingStage::walkTo(gates, QStringLiteral("emergency"));
    questions.leaveNext();
    DosingStage::press(Qt::Key_F4);
    REQUIRE(questions.asked().last().needs == ui::QuestionNeeds::ReasonAndPassword);
    REQUIRE(emergency().holds());
    questions.answerNext({{}, DosingStage::password()});
    DosingStage::press(Qt::Key_F4);
    REQUIRE_FALSE(questions.lastOutcome()->has_value());
    questions.answerNext({QStringLiteral("cart in the next room"), QStringLiteral("wrong")});
    DosingStage::press(Qt::Key_F4);
    REQUIRE_FALSE(questions.lastOutcome()->has_value());
    REQUIRE(emergency().holds());
    questions.answerNext({QStringLiteral("cart in the next room"), DosingStage::password()});
    DosingStage::press(Qt::Key_F4);
    REQUIRE(questions.lastOutcome()->has_value());
    REQUIRE(emergency().state == safety::GateState::Overridden);
    REQUIRE(emergency().overriddenBy == desk.practice().signedIn()->id);
    REQUIRE(emergency().overrideReason == QStringLiteral("cart in the next room"));
}

TEST_CASE("The escort has a name before the line is met", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    DosingStage::ctrl(Qt::Key_Return);
    auto& gates = page.before()->gates();
    DosingStage::walkTo(gates, QStringLiteral("escort"));
    DosingStage::press(Qt::Key_Y);
    REQUIRE(gates.message().contains(QStringLiteral("no name")));
    REQUIRE(QApplication::focusWidget() == &gates.evidenceEdit());
    DosingStage::enter(QStringLiteral("Peter Marsh, 555 0144"));
    REQUIRE(gates.message().isEmpty());
    REQUIRE(desk.view().content.checks.last().evidence == QStringLiteral("Peter Marsh, 555 0144"));
}

TEST_CASE("Evidence that is typed and not answered yet stays with its line", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    auto& gates = page.before()->gates();
    DosingStage::walkTo(gates, QStringLiteral("medicines"));
    DosingStage::press(Qt::Key_Return);
    DosingStage::type(QStringLiteral("lorazepam 1 mg last night"));
    DosingStage::press(Qt::Key_Escape);
    DosingStage::walkTo(gates, QStringLiteral("identity"));
    REQUIRE(gates.evidenceEdit().text().isEmpty());
    DosingStage::walkTo(gates, QStringLiteral("medicines"));
    REQUIRE(gates.evidenceEdit().text() == QStringLiteral("lorazepam 1 mg last night"));
    desk.close();
    auto& again = desk.open();
    DosingStage::walkTo(again.before()->gates(), QStringLiteral("medicines"));
    REQUIRE(again.before()->gates().evidenceEdit().text() == QStringLiteral("lorazepam 1 mg last night"));
}

TEST_CASE("A weight typed over the stored one is reckoned before the dose starts", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    DosingStage::press(Qt::Key_F2);
    DosingStage::enter(QStringLiteral("124/78 70 98 5"));
    desk.answerGate(page.before()->gates());
    REQUIRE(page.before()->blockedBy().isEmpty());
    DosingStage::tabTo(page.before()->form().weightEdit());
    page.before()->form().weightEdit().selectAll();
    DosingStage::type(QStringLiteral("64"));
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    REQUIRE(desk.stored().weight->value == 64);
    REQUIRE(page.before()->refusal().contains(QStringLiteral("Look at the dose")));
    REQUIRE(firstLine(page.before()->order().figuresText()).simplified() == QStringLiteral("32 mg"));
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::InProgress);
    REQUIRE(desk.stored().dose->value == 32);
}

TEST_CASE("A patient who did not come is marked, and nothing can be done to the dose any more", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Did not come")) {
            DosingStage::tabTo(*button);
            DosingStage::press(Qt::Key_Space);
        }
    }
    REQUIRE(desk.stored().state == record::SessionState::NoShow);
    REQUIRE_FALSE(page.before()->gates().isOpen());
    REQUIRE_FALSE(page.before()->form().isEnabled());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::NoShow);
    for (const auto* button : page.findChildren<QPushButton*>()) {
        const QStringList acts = {QStringLiteral("Patient has arrived"), QStringLiteral("Start dose"),
                                  QStringLiteral("Did not come"), QStringLiteral("Cancel session")};
        REQUIRE_FALSE((button->isVisible() && acts.contains(button->text())));
    }
}

TEST_CASE("A session is cancelled with by whom and why, also after the arrival", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    DosingStage::ctrl(Qt::Key_Return);
    QPushButton* cancel = nullptr;
    for (auto* button : page.findChildren<QPushButton*>()) {
        cancel = button->text() == QStringLiteral("Cancel session") ? button : cancel;
    }
    REQUIRE(cancel != nullptr);
    REQUIRE(cancel->isVisible());
    auto& questions = desk.stage().questions();
    DosingStage::tabTo(*cancel);
    questions.answerNext({});
    DosingStage::press(Qt::Key_Space);
    REQUIRE(questions.asked().last().needs == ui::QuestionNeeds::Reason);
    REQUIRE_FALSE(questions.lastOutcome()->has_value());
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    questions.answerNext({QStringLiteral("clinic: blood pressure 178/110"), {}});
    DosingStage::press(Qt::Key_Space);
    REQUIRE(desk.stored().state == record::SessionState::Cancelled);
    REQUIRE(desk.stored().endReason == QStringLiteral("clinic: blood pressure 178/110"));
}

TEST_CASE("A key that is held down answers one line of the gate", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    DosingStage::walkTo(page.before()->gates(), QStringLiteral("identity"));
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Y, Qt::NoModifier, QStringLiteral("y"), true);
    DosingStage::press(Qt::Key_Y);
    QApplication::sendEvent(&page.before()->gates().table(), &held);
    REQUIRE(desk.view().content.checks.size() == 1);
}

TEST_CASE("A field that does not read holds up no other and keeps its text", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    DosingStage::type(QStringLiteral("ten"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("50"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(desk.stored().bagVolume->value == 50);
    REQUIRE_FALSE(desk.stored().concentration.has_value());
    REQUIRE(page.before()->form().concentrationEdit().text() == QStringLiteral("ten"));
}

TEST_CASE("An emptied weight does not start the dose of the old one unseen", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    arriveAndWeigh(desk);
    DosingStage::press(Qt::Key_F2);
    DosingStage::enter(QStringLiteral("124/78 70 98 5"));
    desk.answerGate(page.before()->gates());
    DosingStage::tabTo(page.before()->form().weightEdit());
    page.before()->form().weightEdit().selectAll();
    DosingStage::press(Qt::Key_Backspace);
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::Arrived);
    REQUIRE(page.before()->form().weightEdit().value() == 70);
}

} // namespace test_dosing_before
