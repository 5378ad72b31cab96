// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/ui/dosing/dosing_bench.h"

#include "ui/dosing/order_card.h"

#include <QPlainTextEdit>

using namespace kairos;
using namespace kairos::test;
using record::SessionState;

namespace {

void say(const ui::NoteEditor& editor, const QString& section, const QString& text) {
    editor.sectionEdit(section)->setFocus();
    PageBench::type(text);
}

} // namespace

TEST_CASE("A whole session goes from arrival to signature by keyboard alone", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    REQUIRE(sheet.page().suspendsIdleLock());
    REQUIRE(sheet.stored().dose->value == 68.4 * 0.5);
    sheet.pass(10);
    PageBench::enter(QStringLiteral("142/88 76 97 5"));
    PageBench::press(Qt::Key_E);
    PageBench::enter(QStringLiteral("1"));
    PageBench::press(Qt::Key_M);
    PageBench::enter(QStringLiteral("1 4 mg iv"));
    REQUIRE(sheet.page().controller().view().content.events.size() == 2);
    sheet.pass(30);
    PageBench::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(sheet.stored().stoppedAt);
    sheet.pass(50);
    sheet.read(QStringLiteral("128/80 74 98 5"));
    sheet.pass(11);
    sheet.read(QStringLiteral("126/80 72 98 5"));
    PageBench::press(Qt::Key_F9);
    auto& after = *sheet.page().after();
    sheet.answerGate(after.gates());
    sheet.bench.questions.answerNext(
        {QStringLiteral("walked and talked, not scored"), PageBench::password()});
    PageBench::press(Qt::Key_F4);
    REQUIRE(after.blockedBy().isEmpty());
    PageBench::press(Qt::Key_F9);
    REQUIRE(sheet.stored().state == SessionState::Held);
    REQUIRE_FALSE(sheet.page().suspendsIdleLock());

    auto& editor = after.note().editor();
    say(editor, QStringLiteral("data"), QStringLiteral("Calm, some tears at minute 20."));
    say(editor, QStringLiteral("assessment"), QStringLiteral("Tolerated well."));
    say(editor, QStringLiteral("plan"), QStringLiteral("Integration tomorrow."));
    PageBench::press(Qt::Key_1, Qt::AltModifier);
    sheet.bench.questions.answerNext({{}, PageBench::password()});
    PageBench::press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(sheet.stored().state == SessionState::Signed);
    REQUIRE(after.note().isSigned());
    REQUIRE(editor.sectionEdit(QStringLiteral("data"))->isReadOnly());
}

TEST_CASE("The line says what it reads before Enter and keeps what it refuses", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(30);
    auto& entry = *sheet.page().entry();
    const auto count = [&] { return sheet.page().controller().view().content.readings.size(); };
    const auto before = count();
    PageBench::type(QStringLiteral("156/94 95 97 4"));
    REQUIRE(entry.echoText().contains(QStringLiteral("156 over 94")));
    REQUIRE(entry.findingText().contains(QStringLiteral("32 above baseline 124")));
    REQUIRE(count() == before);
    PageBench::press(Qt::Key_Return);
    REQUIRE(count() == before + 1);
    REQUIRE(entry.edit().text().isEmpty());
    PageBench::enter(QStringLiteral("15/94"));
    REQUIRE(count() == before + 1);
    REQUIRE(entry.edit().text() == QStringLiteral("15/94"));
    REQUIRE(entry.echoText().contains(QStringLiteral("systolic")));
}

TEST_CASE("A reading of before arrival is refused with its text kept", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    const auto before = sheet.page().controller().view().content.readings.size();
    PageBench::enter(QStringLiteral("130/80 @08:00"));
    REQUIRE(sheet.page().controller().view().content.readings.size() == before);
    REQUIRE(sheet.page().entry()->edit().text() == QStringLiteral("130/80 @08:00"));
}

TEST_CASE("A dose starts only when its stops are settled or overridden", "[dosing][page]") {
    DosingBench sheet;
    sheet.arrive();
    sheet.read(QStringLiteral("165/88 72 98 5"));
    auto& gates = sheet.page().before()->gates();
    sheet.answerGate(gates);
    REQUIRE(sheet.page().before()->blockedBy().contains(QStringLiteral("165/88")));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(sheet.stored().state == SessionState::Arrived);
    gates.table().setFocus();
    sheet.bench.questions.answerNext({QStringLiteral("white coat, 138 at home"), QStringLiteral("wrong")});
    PageBench::press(Qt::Key_F4);
    REQUIRE_FALSE(sheet.page().before()->blockedBy().isEmpty());
    sheet.bench.questions.answerNext({QStringLiteral("white coat, 138 at home"), PageBench::password()});
    PageBench::press(Qt::Key_F4);
    REQUIRE(sheet.page().before()->blockedBy().isEmpty());
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(sheet.stored().state == SessionState::InProgress);
}

TEST_CASE("An escort without a name is not taken", "[dosing][page]") {
    DosingBench sheet;
    sheet.arrive();
    auto& gates = sheet.page().before()->gates();
    gates.table().setFocus();
    for (int i = 0; i < 20 && !gates.evidenceEdit().accessibleName().contains(QStringLiteral("Escort named"));
         ++i) {
        PageBench::press(Qt::Key_Y);
    }
    const QString before = gates.tally();
    PageBench::press(Qt::Key_Y);
    REQUIRE(gates.tally() == before);
    REQUIRE(gates.message().contains(QStringLiteral("escort")));
    PageBench::enter(QStringLiteral("Peter Marsh"));
    REQUIRE(gates.tally() != before);
}

TEST_CASE("A stop before the end asks why and can be taken back", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(12);
    PageBench::press(Qt::Key_Period, Qt::ControlModifier);
    REQUIRE(sheet.page().entry()->mode() == ui::EntryMode::Stop);
    PageBench::press(Qt::Key_Return);
    REQUIRE_FALSE(sheet.stored().stoppedAt);
    PageBench::enter(QStringLiteral("2"));
    REQUIRE(sheet.stored().stoppedAt);
    REQUIRE(sheet.stored().endReason == QStringLiteral("distress"));
    REQUIRE(sheet.bench.undo.offers().last().undo());
    REQUIRE_FALSE(sheet.stored().stoppedAt);
    REQUIRE(sheet.stored().endReason.isEmpty());
}

TEST_CASE("A pause stops the count of what is given and moves the end", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(10);
    const auto end = sheet.page().controller().expectedEnd();
    PageBench::press(Qt::Key_P);
    REQUIRE(sheet.page().controller().isPaused());
    const double given = sheet.page().controller().givenNow()->value;
    sheet.pass(5);
    REQUIRE(sheet.page().controller().givenNow()->value == given);
    PageBench::press(Qt::Key_P);
    REQUIRE_FALSE(sheet.page().controller().isPaused());
    REQUIRE(sheet.page().controller().expectedEnd()->utcMs == end->plusMinutes(5).utcMs);
    REQUIRE(sheet.bench.undo.offers().last().undo());
    REQUIRE(sheet.page().controller().isPaused());
}

TEST_CASE("The start can be taken back", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    REQUIRE(sheet.bench.undo.offers().last().undo());
    REQUIRE(sheet.stored().state == SessionState::Arrived);
    REQUIRE_FALSE(sheet.page().suspendsIdleLock());
}

TEST_CASE("A page that is opened again stands where the session stood", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(10);
    PageBench::enter(QStringLiteral("142/88 76 97 5"));
    sheet.bench.fixture().clock().advanceMs(1000 * (21 * 60 + 7));
    sheet.open();
    REQUIRE(sheet.page().run()->clock().minuteText() == QStringLiteral("31:07"));
    REQUIRE(sheet.page().run()->isVisible());
    REQUIRE(sheet.page().run()->readings().model()->rowCount() == 2);
    REQUIRE(QApplication::focusWidget() == &sheet.page().entry()->edit());
}

TEST_CASE("A corrected reading keeps its old figures, struck through below it", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(10);
    PageBench::enter(QStringLiteral("192/88 76 97 5"));
    auto& table = sheet.page().run()->readings();
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, 0));
    PageBench::press(Qt::Key_Return);
    REQUIRE(sheet.page().entry()->edit().text() == QStringLiteral("192/88 76 97 5"));
    PageBench::press(Qt::Key_A, Qt::ControlModifier);
    sheet.bench.questions.answerNext({QStringLiteral("slip of the key"), {}});
    PageBench::enter(QStringLiteral("142/88 76 97 5"));
    REQUIRE(sheet.page().controller().lastReading()->systolic == 142);
    REQUIRE(sheet.page().controller().former().size() == 1);
    REQUIRE(sheet.page().controller().former().first().reading.systolic == 192);
    REQUIRE(table.model()->rowCount() == 3);
    REQUIRE(table.model()->index(1, 7).data().toString().contains(QStringLiteral("slip of the key")));
}

TEST_CASE("An adverse event is written beside the clock", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    PageBench::press(Qt::Key_A);
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(sheet.page().controller().view().content.adverseEvents.isEmpty());
    PageBench::type(QStringLiteral("Nausea"));
    PageBench::press(Qt::Key_Tab);
    PageBench::press(Qt::Key_Right);
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    const auto& events = sheet.page().controller().view().content.adverseEvents;
    REQUIRE(events.size() == 1);
    REQUIRE(events.first().grade == 1);
    REQUIRE(QApplication::focusWidget() == &sheet.page().entry()->edit());
}

TEST_CASE("The discharge gate names what holds and lets nobody go before", "[dosing][page]") {
    DosingBench sheet;
    sheet.start();
    sheet.pass(40);
    PageBench::press(Qt::Key_F9);
    REQUIRE(sheet.page().after()->blockedBy().contains(QStringLiteral("still running")));
    PageBench::press(Qt::Key_Period, Qt::ControlModifier);
    sheet.pass(59);
    PageBench::press(Qt::Key_F9);
    REQUIRE(sheet.page().after()->blockedBy().contains(QStringLiteral("59 of 60 min")));
    PageBench::press(Qt::Key_F9);
    REQUIRE(sheet.stored().state == SessionState::InProgress);
    const int held = sheet.page().after()->gates().holdingCount();
    sheet.pass(1);
    REQUIRE(sheet.page().after()->gates().holdingCount() == held - 1);
}

TEST_CASE("An unsigned order holds the dose and says what to do", "[dosing][page]") {
    PageBench bench;
    const auto id = bench.bookDose(std::nullopt);
    ui::DosingPage page(id, bench.context());
    page.resize(1290, 690);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(page.controller().session().state == SessionState::Arrived);
    REQUIRE(page.before()->blockedBy().contains(QStringLiteral("no signed order")));
}

TEST_CASE("A first weight is typed twice and an impossible one is refused", "[dosing][page]") {
    DosingBench sheet;
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    auto& form = sheet.page().before()->form();
    PageBench::type(QStringLiteral("684"));
    PageBench::press(Qt::Key_Tab);
    PageBench::type(QStringLiteral("684"));
    PageBench::press(Qt::Key_Tab);
    REQUIRE_FALSE(sheet.stored().weight);
    form.weightEdit().setFocus();
    form.weightEdit().selectAll();
    PageBench::type(QStringLiteral("68.4"));
    form.againEdit().setFocus();
    form.againEdit().selectAll();
    PageBench::type(QStringLiteral("64.8"));
    PageBench::press(Qt::Key_Tab);
    REQUIRE_FALSE(sheet.stored().weight);
    form.againEdit().setFocus();
    form.againEdit().selectAll();
    PageBench::type(QStringLiteral("68.4"));
    PageBench::press(Qt::Key_Tab);
    REQUIRE(sheet.stored().weight->value == 68.4);
}

TEST_CASE("A session that cannot be read says so", "[dosing][page]") {
    PageBench bench;
    ui::DosingPage page(record::SessionId{bench.practice().ids().nextUuid()}, bench.context());
    REQUIRE(page.controller().trouble());
    REQUIRE(page.run() == nullptr);
    REQUIRE_FALSE(page.suspendsIdleLock());
}

TEST_CASE("Every word of the run sheet fits in both themes", "[dosing][fit]") {
    DosingBench sheet;
    sheet.arrive();
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        sheet.bench.themes().setTheme(theme);
        REQUIRE(clippedTexts(sheet.page()) == QStringList());
    }
    sheet.read(QStringLiteral("124/78 72 98 5"));
    sheet.answerGate(sheet.page().before()->gates());
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    sheet.pass(31);
    PageBench::type(QStringLiteral("186/112 95 97 4"));
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        sheet.bench.themes().setTheme(theme);
        REQUIRE(clippedTexts(sheet.page()) == QStringList());
    }
    PageBench::press(Qt::Key_F9);
    REQUIRE(clippedTexts(sheet.page()) == QStringList());
}
