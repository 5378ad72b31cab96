// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/adverse_form.h"
#include "ui/dosing/call_card.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/segments.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/call_care.h"
#include "core/workflow/therapy_care.h"

#include "tests/support/both_themes.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_after {
using namespace kairos;
using test::DosingStage;

namespace {

QPlainTextEdit& section(ui::DosingPage& page, const char* id) {
    return *page.after()->note().editor().sectionEdit(QLatin1String(id));
}

/// Writes the note by keyboard, from its first section on.
void writeNote(ui::DosingPage& page) {
    DosingStage::tabTo(section(page, "data"));
    DosingStage::type(QStringLiteral("Calm throughout, wept at minute 20."));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &section(page, "assessment"));
    DosingStage::type(QStringLiteral("Tolerated well."));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("Integration tomorrow."));
    DosingStage::press(Qt::Key_1, Qt::AltModifier);
}

/// A dose that is signed, on its page.
struct Signed {
    DosingStage desk;

    Signed() {
        desk.startByUseCases();
        desk.finishByUseCases();
        desk.open();
        writeNote(desk.page());
        desk.stage().questions().answerNext({{}, DosingStage::password()});
        DosingStage::ctrl(Qt::Key_S);
        REQUIRE(desk.stored().state == record::SessionState::Signed);
    }
};

void saveNausea(DosingStage& desk) {
    record::AdverseEvent nausea;
    nausea.session = desk.session;
    nausea.patient = desk.stage().patient();
    nausea.onset = desk.practice().now();
    nausea.term = QStringLiteral("Nausea");
    support::required(workflow::DosingCare(desk.practice()).addAdverseEvent(nausea));
}

} // namespace

TEST_CASE("Going home waits for its criteria, is shown by F9 and given by F9", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    desk.clockOn(41);
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    DosingStage::press(Qt::Key_F9);
    REQUIRE(QApplication::focusWidget() == &page.after()->gates().table());
    REQUIRE(page.after()->blockedBy().contains(QStringLiteral("hold")));
    DosingStage::press(Qt::Key_F9);
    REQUIRE(desk.stored().state == record::SessionState::InProgress);
    desk.clockOn(61);
    DosingStage::press(Qt::Key_F2);
    DosingStage::enter(QStringLiteral("124/78 72 98 5"));
    desk.clockOn(5);
    DosingStage::enter(QStringLiteral("122/77 70 98 5"));
    DosingStage::press(Qt::Key_F9);
    desk.answerGate(page.after()->gates());
    CAPTURE(page.after()->blockedBy().toStdString());
    REQUIRE(page.after()->blockedBy().contains(QStringLiteral("PADSS")));
    desk.stage().questions().answerNext({QStringLiteral("walked with the nurse"), DosingStage::password()});
    DosingStage::walkTo(page.after()->gates(), QStringLiteral("recovery"));
    DosingStage::press(Qt::Key_F4);
    REQUIRE(page.after()->blockedBy().isEmpty());
    DosingStage::press(Qt::Key_F9);
    REQUIRE(desk.stored().state == record::SessionState::Held);
    REQUIRE(desk.stored().dischargedBy == desk.practice().signedIn()->id);
}

TEST_CASE("Ctrl+S names what is missing before it asks for the signature", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    DosingStage::press(Qt::Key_F9);
    DosingStage::ctrl(Qt::Key_S);
    REQUIRE(page.after()->note().message().contains(QStringLiteral("not discharged")));
    REQUIRE(desk.stage().questions().asked().isEmpty());
}

TEST_CASE("A dose is signed by password, and its content is fixed then", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    desk.finishByUseCases();
    auto& page = desk.open();
    writeNote(page);
    auto& questions = desk.stage().questions();
    questions.answerNext({{}, QStringLiteral("wrong")});
    DosingStage::ctrl(Qt::Key_S);
    REQUIRE_FALSE(questions.lastOutcome()->has_value());
    REQUIRE(desk.stored().state == record::SessionState::Held);
    questions.answerNext({{}, DosingStage::password()});
    DosingStage::ctrl(Qt::Key_S);
    REQUIRE(desk.stored().state == record::SessionState::Signed);
    REQUIRE(desk.view().signatures.size() == 1);
    REQUIRE(desk.view().content.notes.first().sections.first().text ==
            QStringLiteral("Calm throughout, wept at minute 20."));
}

TEST_CASE("After the signature every field is read only", "[dosing]") {
    Signed now;
    auto& page = now.desk.page();
    for (const char* id : {"data", "assessment", "plan"}) {
        REQUIRE(section(page, id).isReadOnly());
    }
    REQUIRE_FALSE(page.after()->note().editor().ideationChoice().isEnabled());
    REQUIRE_FALSE(page.before()->form().isEnabled());
    REQUIRE_FALSE(page.before()->gates().isOpen());
    REQUIRE_FALSE(page.after()->gates().isOpen());
    REQUIRE(page.entry()->isHidden());
    DosingStage::tabTo(section(page, "data"));
    DosingStage::type(QStringLiteral("more"));
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Calm throughout, wept at minute 20."));
}

TEST_CASE("After the signature the use cases refuse every change", "[dosing]") {
    Signed now;
    workflow::DosingCare care(now.desk.practice());
    const auto id = now.desk.session;
    safety::TypedReading typed;
    typed.systolic = 120;
    typed.diastolic = 80;
    record::SessionEvent event;
    event.session = id;
    event.at = now.desk.practice().now();
    event.text = QStringLiteral("late");
    record::AdverseEvent adverse;
    adverse.session = id;
    adverse.patient = now.desk.stage().patient();
    adverse.onset = event.at;
    adverse.term = QStringLiteral("Nausea");
    const auto reading = now.desk.view().content.readings.first();
    const auto fingerprint = now.desk.view().fingerprint;
    REQUIRE_FALSE(care.addReading(id, typed, *now.desk.stored().dischargedAt).has_value());
    REQUIRE_FALSE(care.correctReading(reading.id, typed, QStringLiteral("why")).has_value());
    REQUIRE_FALSE(care.addEvent(event).has_value());
    REQUIRE_FALSE(care.addAdverseEvent(adverse).has_value());
    REQUIRE_FALSE(care.weigh(id, base::Kilograms{80}).has_value());
    REQUIRE_FALSE(care.prepare(id, {}).has_value());
    REQUIRE_FALSE(
        care.answer(id, record::Gate::PreDose, QStringLiteral("identity"), record::GateAnswer::Met, {})
            .has_value());
    REQUIRE_FALSE(care.undoStop(id).has_value());
    auto note = now.desk.view().content.notes.first();
    note.sections.first().text = QStringLiteral("otherwise");
    REQUIRE_FALSE(workflow::TherapyCare(now.desk.practice()).saveNote(note).has_value());
    REQUIRE(now.desk.view().fingerprint == fingerprint);
}

TEST_CASE("An addendum is a signed piece of its own", "[dosing]") {
    Signed now;
    auto& note = now.desk.page().after()->note();
    const auto fingerprint = now.desk.view().fingerprint;
    DosingStage::tabTo(note.addendumEdit());
    DosingStage::type(QStringLiteral("Called next day: well."));
    now.desk.stage().questions().answerNext({{}, DosingStage::password()});
    DosingStage::press(Qt::Key_Tab);
    DosingStage::press(Qt::Key_Space);
    const auto view = now.desk.view();
    REQUIRE(view.addenda.size() == 1);
    REQUIRE(view.addenda.first().sections.first().text == QStringLiteral("Called next day: well."));
    REQUIRE(view.fingerprint == fingerprint);
    const auto signatures =
        workflow::SignedContent(now.desk.practice()).signaturesOf(view.addenda.first().id.uuid);
    REQUIRE(signatures->size() == 1);
    REQUIRE(note.addendumEdit().toPlainText().isEmpty());
}

TEST_CASE("An addendum that is not signed yet is there when the session is opened again", "[dosing]") {
    Signed now;
    DosingStage::tabTo(now.desk.page().after()->note().addendumEdit());
    DosingStage::type(QStringLiteral("Called next"));
    now.desk.close();
    now.desk.stage().fixture().reopen();
    auto& page = now.desk.open();
    REQUIRE(page.after()->note().addendumEdit().toPlainText() == QStringLiteral("Called next"));
    REQUIRE(now.desk.view().addenda.isEmpty());
}

TEST_CASE("A note that is not saved is there when the session is opened again", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    DosingStage::press(Qt::Key_F9);
    DosingStage::tabTo(section(page, "data"));
    DosingStage::type(QStringLiteral("Quiet so f"));
    desk.close();
    desk.stage().fixture().reopen();
    auto& again = desk.open();
    REQUIRE(section(again, "data").toPlainText() == QStringLiteral("Quiet so f"));
}

TEST_CASE("Until the signature a late reading is taken with its time", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    desk.finishByUseCases();
    auto& page = desk.open();
    desk.clockOn(30);
    DosingStage::press(Qt::Key_F2);
    REQUIRE(QApplication::focusWidget() == &page.entry()->edit());
    DosingStage::enter(QStringLiteral("131/80 72 97"));
    REQUIRE(page.entry()->echoText().contains(QStringLiteral("gone home")));
    page.entry()->edit().clear();
    DosingStage::enter(QStringLiteral("131/80 72 97 @0920"));
    REQUIRE(desk.view().content.readings.size() == 3);
}

TEST_CASE("A whole dose by keyboard alone, from the arrival to the signature", "[dosing]") {
    DosingStage desk;
    auto& page = desk.open();
    DosingStage::ctrl(Qt::Key_Return);
    for (const char* weight : {"70", "70"}) {
        DosingStage::type(QLatin1String(weight));
        DosingStage::press(Qt::Key_Tab);
    }
    DosingStage::type(QStringLiteral("10"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("50"));
    DosingStage::press(Qt::Key_Tab);
    DosingStage::press(Qt::Key_Right);
    DosingStage::press(Qt::Key_F2);
    DosingStage::enter(QStringLiteral("124/78 70 98 5"));
    desk.answerGate(page.before()->gates());
    desk.clockOn(1);
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stored().state == record::SessionState::InProgress);
    for (const char* reading : {"130/82 74 97 5", "138/86 76 97 4", "142/88 72 96 4", "140/86 72 97 5"}) {
        desk.clockOn(10);
        DosingStage::enter(QLatin1String(reading));
    }
    DosingStage::press(Qt::Key_E);
    DosingStage::enter(QStringLiteral("3"));
    DosingStage::press(Qt::Key_Period, Qt::ControlModifier);
    desk.clockOn(61);
    DosingStage::enter(QStringLiteral("122/77 70 98 5"));
    DosingStage::press(Qt::Key_F9);
    desk.answerGate(page.after()->gates());
    desk.stage().questions().answerNext({QStringLiteral("walked with the nurse"), DosingStage::password()});
    DosingStage::walkTo(page.after()->gates(), QStringLiteral("recovery"));
    DosingStage::press(Qt::Key_F4);
    CAPTURE(page.after()->blockedBy().toStdString());
    DosingStage::press(Qt::Key_F9);
    REQUIRE(desk.stored().state == record::SessionState::Held);
    writeNote(page);
    desk.stage().questions().answerNext({{}, DosingStage::password()});
    DosingStage::ctrl(Qt::Key_S);
    const auto view = desk.view();
    REQUIRE(view.session().state == record::SessionState::Signed);
    REQUIRE(view.content.readings.size() == 6);
    REQUIRE(view.content.events.size() == 1);
    REQUIRE(view.session().dose->value == 35);
    REQUIRE(view.session().stoppedAt->msSince(*view.session().startedAt) == 40 * 60'000);
}

TEST_CASE("A signed adverse event is reached by its id, and followed up without being changed", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    saveNausea(desk);
    desk.finishByUseCases();
    desk.open();
    writeNote(desk.page());
    desk.stage().questions().answerNext({{}, DosingStage::password()});
    DosingStage::ctrl(Qt::Key_S);
    REQUIRE(desk.stored().state == record::SessionState::Signed);
    const auto stored = desk.view().content.adverseEvents.first();
    const auto fingerprint = desk.view().fingerprint;
    auto& run = *desk.page().run();
    desk.page().showPart(stored.id.toString());
    REQUIRE(QApplication::focusWidget() == &run.log());
    DosingStage::press(Qt::Key_Return);
    REQUIRE_FALSE(run.adverseForm().isVisible());
    REQUIRE(run.followUp().isVisible());
    REQUIRE(QApplication::focusWidget()->parentWidget() == &run.followUp().course());
    DosingStage::press(Qt::Key_Right);
    DosingStage::tabTo(run.followUp().outcome());
    DosingStage::type(QStringLiteral("still queasy on the way home"));
    DosingStage::ctrl(Qt::Key_Return);
    INFO(run.followUp().trouble().toStdString());
    REQUIRE(QApplication::focusWidget() == &run.log());
    REQUIRE(run.log().currentIndex().siblingAtColumn(2).data().toString().contains(
        QStringLiteral("goes on, 1 line added")));
    REQUIRE(desk.view().content.adverseEvents == QList{stored});
    REQUIRE(desk.view().fingerprint == fingerprint);
    REQUIRE(support::required(workflow::AdverseCare(desk.practice()).followUps(stored.id)).size() == 1);
    DosingStage::press(Qt::Key_Return);
    DosingStage::press(Qt::Key_Escape);
    REQUIRE(QApplication::focusWidget() == &run.log());
}

TEST_CASE("An event of a session that ended and is not signed is closed days later", "[dosing]") {
    DosingStage desk;
    desk.startByUseCases();
    saveNausea(desk);
    desk.finishByUseCases();
    desk.clockOn(3 * 1440);
    desk.open();
    desk.page().showPart(desk.view().content.adverseEvents.first().id.toString());
    auto& run = *desk.page().run();
    REQUIRE(QApplication::focusWidget() == &run.log());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &run.adverseForm().endEdit());
    DosingStage::type(QStringLiteral("2880"));
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.view().content.adverseEvents.first().resolvedAt ==
            desk.stored().startedAt->plusMinutes(2880));
}

TEST_CASE("The call after a dose is written on the page by keyboard, also when all is signed",
          "[dosing][call]") {
    Signed dose;
    const QSize content(1290, 690); // what a window of 1366 by 768 leaves
    dose.desk.page().resize(content);
    REQUIRE(QTest::qWaitFor([&] { return dose.desk.page().size() == content; }));
    auto* card = dose.desk.page().findChild<ui::CallCard*>();
    REQUIRE(card->isVisible());
    dose.desk.clockOn(20 * 60);
    const auto calls = [&] {
        return support::required(workflow::CallCare(dose.desk.practice()).callsAfter(dose.desk.session));
    };
    DosingStage::tabTo(card->words());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(calls().isEmpty());
    REQUIRE(QApplication::focusWidget() == &card->words());
    DosingStage::type(QStringLiteral("slept well"));
    REQUIRE(test::clippedInBothThemes(dose.desk.themes(), dose.desk.page(), QStringLiteral("call")) == "");
    DosingStage::press(Qt::Key_Return);
    REQUIRE(calls().size() == 1);
    REQUIRE(calls().first().evidence == QStringLiteral("slept well"));
    REQUIRE_FALSE(card->words().isVisible());
}

} // namespace test_dosing_after
