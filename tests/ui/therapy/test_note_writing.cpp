// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/both_themes.h"

#include "ui/shared/carry_bar.h"
#include "ui/shared/note_details_form.h"
#include "ui/shared/status_chip.h"

#include "core/record/rating.h"
#include "core/therapy/note_words.h"
#include "core/workflow/macro_desk.h"

#include <QCheckBox>
#include <QLabel>

#include <catch2/catch_test_macros.hpp>

namespace test_note_writing {
using namespace kairos;
using test::TherapyStage;

namespace {

ui::NoteTextEdit& section(ui::TherapyPage& page, const char* id) {
    return *page.note()->editor().sectionEdit(QLatin1String(id));
}

/// An integration of last week with a whole note; its plan is worth carrying.
record::Note writeEarlier(TherapyStage& desk) {
    record::TherapySession session;
    session.patient = desk.stage().patient();
    session.type = record::TherapyType::Integration;
    session.booked = {desk.practice().today().addDays(-7), QTime(9, 0), desk.practice().practice().zone};
    record::Note note;
    note.session = support::required(workflow::TherapyCare(desk.practice()).book(session));
    note.patient = session.patient;
    note.format = record::NoteFormat::Dap;
    note.sections = {{QStringLiteral("data"), QStringLiteral("Wept, then rested.")},
                     {QStringLiteral("assessment"), QStringLiteral("Grief moves.")},
                     {QStringLiteral("plan"), QStringLiteral("- swim on Tuesday\n- call her sister")}};
    note.id = support::required(workflow::TherapyCare(desk.practice()).saveNote(note));
    return note;
}

void rate(TherapyStage& desk) {
    record::Rating rating;
    rating.id = desk.practice().ids().next<record::RatingId>();
    rating.patient = desk.stage().patient();
    rating.instrument = QStringLiteral("phq-9");
    rating.mode = record::RatingMode::TotalOnly;
    rating.assessedAt = desk.practice().now().plusMinutes(-60);
    rating.total = 8;
    rating.band = QStringLiteral("mild");
    support::required(workflow::WritingDoor(desk.practice()).save({{record::Action::Created, rating, {}}}));
}

/// Counts the keys that a person presses.
class KeyCount final : public QObject {
public:
    KeyCount() { qApp->installEventFilter(this); }
    [[nodiscard]] int keys() const { return m_keys; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        // It comes before each key, whatever becomes of the key, and then goes on to what lies around.
        const bool isKey =
            event->type() == QEvent::ShortcutOverride && watched == QApplication::focusWidget();
        m_keys += isKey ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_keys = 0;
};

/// Goes back until this has the focus.
void backTo(QWidget& target) {
    constexpr int kMost = 20;
    for (int i = 0; i < kMost && QApplication::focusWidget() != &target; ++i) {
        TherapyStage::press(Qt::Key_Backtab, Qt::ShiftModifier);
    }
    REQUIRE(QApplication::focusWidget() == &target);
}

/// Whether the section shows its mark of a carried text.
bool isMarked(ui::TherapyPage& page, const char* id) {
    for (const auto* chip : section(page, id).parentWidget()->findChildren<ui::StatusChip*>()) {
        if (chip->isVisible() && chip->chip().word == QStringLiteral("carried")) {
            return true;
        }
    }
    return false;
}

/// Opens the choice of sections and takes all that are offered.
void carryAll(ui::TherapyPage& page) {
    TherapyStage::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(page.note()->carryBar().isVisible());
    TherapyStage::press(Qt::Key_Return);
    REQUIRE_FALSE(page.note()->carryBar().isVisible());
}

void signNow(TherapyStage& desk) {
    desk.stage().questions().answerNext({{}, TherapyStage::password()});
    TherapyStage::ctrl(Qt::Key_S);
}

} // namespace

TEST_CASE("A full integration note needs fewer than 200 keys with a macro and carry-forward",
          "[therapy][notes]") {
    TherapyStage desk;
    desk.giveDose(30);
    rate(desk);
    const record::Note earlier = writeEarlier(desk);
    const auto id = desk.book(record::TherapyType::Integration, QTime(8, 0));
    auto& page = desk.open(id);
    const KeyCount count;
    backTo(page.held().startEdit());
    TherapyStage::type(QStringLiteral("0800"));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("50"));
    // The plan comes from last time; the other two sections are written new.
    TherapyStage::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const auto& choices = page.note()->carryBar().choices();
    REQUIRE(choices.size() == 3);
    REQUIRE(QApplication::focusWidget() == choices.at(0));
    TherapyStage::press(Qt::Key_Space);
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::press(Qt::Key_Space);
    TherapyStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &section(page, "data"));
    TherapyStage::type(QStringLiteral(";integration "));
    const QString data = section(page, "data").toPlainText();
    REQUIRE(data.contains(QStringLiteral("8, ")));
    REQUIRE(data.contains(QStringLiteral("to let the grief in")));
    REQUIRE(
        data.contains(QStringLiteral("[dose: not known]"))); // begun, but its milligrams are not on record
    TherapyStage::press(Qt::Key_Return);
    TherapyStage::type(QStringLiteral("calm, clear, cried once"));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("Grief eases; no risk."));
    TherapyStage::press(Qt::Key_Tab);
    REQUIRE(section(page, "plan").toPlainText() == earlier.sections.at(2).text);
    REQUIRE(isMarked(page, "plan"));
    TherapyStage::press(Qt::Key_End, Qt::ControlModifier);
    TherapyStage::press(Qt::Key_Return);
    TherapyStage::type(QStringLiteral("write the letter"));
    REQUIRE_FALSE(isMarked(page, "plan"));
    TherapyStage::press(Qt::Key_1, Qt::AltModifier);
    // Beside the text: who was there, and the homework.
    TherapyStage::ctrl(Qt::Key_D);
    TherapyStage::type(QStringLiteral("patient"));
    TherapyStage::tabTo(page.note()->editor().details().homeworkEdit());
    TherapyStage::type(QStringLiteral("log each evening"));
    signNow(desk);
    REQUIRE(count.keys() > 100); // Every letter counts.
    REQUIRE(count.keys() < 200); // Forty words a minute.
    REQUIRE(desk.content(id).therapy->state == record::SessionState::Signed);
    const record::Note note = desk.content(id).notes.first();
    REQUIRE(note.sections.at(2).text ==
            QStringLiteral("- swim on Tuesday\n- call her sister\n- write the letter"));
    REQUIRE_FALSE(note.sections.at(2).carriedFrom.has_value());
    REQUIRE(note.details.present == QStringList{QStringLiteral("patient")});
    REQUIRE(note.details.homework == QStringLiteral("log each evening"));
    REQUIRE_FALSE(desk.stage().questions().asked().last().text.contains(QStringLiteral("Carried")));
}

TEST_CASE("Carried text stays marked until it is edited, in the draft, in the record and when signed",
          "[therapy][notes]") {
    TherapyStage desk;
    const record::Note earlier = writeEarlier(desk);
    const auto id = desk.book(record::TherapyType::Integration, QTime(8, 0));
    {
        auto& page = desk.open(id);
        carryAll(page);
        for (const char* name : {"data", "assessment", "plan"}) {
            REQUIRE(isMarked(page, name));
        }
        TherapyStage::type(QStringLiteral(" More."));
        REQUIRE_FALSE(isMarked(page, "data"));
        section(page, "data").undo();
        REQUIRE(isMarked(page, "data"));
        section(page, "data").redo();
        desk.close();
    }
    auto& page = desk.open(id);
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Wept, then rested. More."));
    REQUIRE_FALSE(isMarked(page, "data"));
    REQUIRE(isMarked(page, "plan"));
    TherapyStage::press(Qt::Key_1, Qt::AltModifier);
    TherapyStage::tabTo(page.held().startEdit());
    TherapyStage::type(QStringLiteral("0800"));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("50"));
    signNow(desk);
    REQUIRE(desk.stage().questions().asked().last().text.contains(
        QStringLiteral("Carried forward and not changed: Assessment, Plan.")));
    const record::Note note = desk.content(id).notes.first();
    REQUIRE(note.sections.at(2).carriedFrom == earlier.id);
    REQUIRE_FALSE(note.sections.at(0).carriedFrom.has_value());
    REQUIRE(therapy::carriedSections(note).size() == 2);
    REQUIRE(isMarked(page, "plan"));
    REQUIRE(section(page, "plan").isReadOnly());
}

TEST_CASE("Carrying never overwrites what is written, and without an earlier note it says so",
          "[therapy][notes]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Integration, QTime(8, 0));
    auto& page = desk.open(id);
    TherapyStage::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE_FALSE(page.note()->carryBar().isVisible());
    REQUIRE(page.note()->message().contains(QStringLiteral("nothing to carry forward")));
    writeEarlier(desk);
    TherapyStage::type(QStringLiteral("Mine."));
    carryAll(page);
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Mine."));
    REQUIRE(section(page, "assessment").toPlainText() == QStringLiteral("Grief moves."));
    TherapyStage::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    TherapyStage::press(Qt::Key_Escape);
    REQUIRE_FALSE(page.note()->carryBar().isVisible());
    REQUIRE(QApplication::focusWidget() == &section(page, "data"));
}

TEST_CASE("Into an untouched note the form of the earlier one comes along", "[therapy][notes]") {
    TherapyStage desk;
    writeEarlier(desk);
    auto& page = desk.open(desk.book(record::TherapyType::Integration, QTime(8, 0)));
    page.note()->editor().setFormat(record::NoteFormat::Soap);
    carryAll(page);
    REQUIRE(page.note()->editor().content().format == record::NoteFormat::Dap);
    REQUIRE(section(page, "plan").toPlainText().contains(QStringLiteral("swim")));
}

TEST_CASE("The form follows the modality while nothing is written, and hints follow kind and modality",
          "[therapy][notes]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Therapy));
    REQUIRE(page.note()->editor().format() == record::NoteFormat::Birp);
    REQUIRE(section(page, "behaviour").placeholderText().contains(QStringLiteral("homework")));
    TherapyStage::tabTo(page.held().modalityEdit());
    TherapyStage::type(QStringLiteral("CBT"));
    TherapyStage::press(Qt::Key_Tab);
    REQUIRE(section(page, "intervention").placeholderText().contains(QStringLiteral("thought record")));
    auto& details = page.note()->editor().details();
    REQUIRE(details.moves().size() == 6);
    details.moves().first()->setChecked(true);
    REQUIRE(details.details().interventions == QStringList{QStringLiteral("formulation")});
    // Another modality: what was done stays, in words.
    details.setModality(QStringLiteral("ACT"));
    REQUIRE(details.interventionsEdit().text() == QStringLiteral("formulation"));
    REQUIRE(details.details().interventions == QStringList{QStringLiteral("formulation")});
}

TEST_CASE("The parts beside the text are filled by keyboard and come back from the draft",
          "[therapy][notes]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Therapy);
    {
        auto& page = desk.open(id);
        auto& details = page.note()->editor().details();
        TherapyStage::ctrl(Qt::Key_D);
        REQUIRE(QApplication::focusWidget() == &details.presentEdit());
        TherapyStage::type(QStringLiteral("patient, mother"));
        TherapyStage::tabTo(details.interventionsEdit());
        TherapyStage::type(QStringLiteral("breathing"));
        TherapyStage::press(Qt::Key_Tab);
        TherapyStage::press(Qt::Key_Right);
        TherapyStage::press(Qt::Key_Right);
        TherapyStage::tabTo(*details.mentalChoice(QStringLiteral("mood")));
        TherapyStage::press(Qt::Key_Down);
        TherapyStage::press(Qt::Key_Down);
        TherapyStage::ctrl(Qt::Key_D);
        REQUIRE(QApplication::focusWidget() == &section(page, "behaviour"));
        desk.close();
    }
    auto& page = desk.open(id);
    const record::NoteDetails kept = page.note()->editor().content().details;
    REQUIRE(kept.present == QStringList{QStringLiteral("patient"), QStringLiteral("mother")});
    REQUIRE(kept.interventions == QStringList{QStringLiteral("breathing")});
    REQUIRE(kept.lastHomework == record::HomeworkDone::Partly);
    REQUIRE(kept.mentalState ==
            QList<record::MentalFinding>{{QStringLiteral("mood"), QStringLiteral("low")}});
}

TEST_CASE("A passage beside the text is brought to sight in the details", "[therapy][notes]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    auto& editor = page.note()->editor();
    for (const char* part : {"present", "interventions", "homework", "mental-state"}) {
        QLineEdit* line = editor.revealLine(QLatin1String(part));
        REQUIRE(line != nullptr);
        REQUIRE(line->isVisible());
    }
    REQUIRE(editor.revealLine(QStringLiteral("risk-plan")) != nullptr);
    REQUIRE(editor.revealLine(QStringLiteral("data")) == nullptr);
}

TEST_CASE("Looking at a note with headings, in either theme, is no writing", "[therapy][notes]") {
    TherapyStage desk;
    const record::Note earlier = writeEarlier(desk);
    auto& page = desk.open(earlier.session);
    QSignalSpy written(&page.note()->editor(), &ui::NoteEditor::changed);
    section(page, "plan").moveCursor(QTextCursor::End);
    for (const auto theme : {ui::ThemeId::Dark, ui::ThemeId::Light}) {
        desk.themes().setTheme(theme);
        QCoreApplication::processEvents();
    }
    REQUIRE(written.count() == 0);
    // One letter in place of another is writing.
    section(page, "data").selectAll();
    section(page, "data").setFocus();
    TherapyStage::press(Qt::Key_Home, Qt::ControlModifier);
    TherapyStage::press(Qt::Key_Right, Qt::ShiftModifier);
    TherapyStage::type(QStringLiteral("S"));
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Sept, then rested."));
    REQUIRE(written.count() > 0);
}

TEST_CASE("Pasted text that is too long is refused beside the note", "[therapy][notes]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    section(page, "data").takeText(QString(600'000, QLatin1Char('x')));
    REQUIRE(page.note()->message().contains(QStringLiteral("500,000")));
    REQUIRE(section(page, "data").toPlainText().isEmpty());
}

TEST_CASE("Somebody who types on and on is kept all the same", "[therapy][notes]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    QSignalSpy kept(&page, &ui::Page::draftKept);
    // A key every tenth of a second, never a rest.
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, [&] { TherapyStage::type(QStringLiteral("x")); });
    keys.start(100);
    REQUIRE(QTest::qWaitFor([&] { return kept.count() >= 1; }, 3000));
    REQUIRE_FALSE(section(page, "data").toPlainText().isEmpty());
}

TEST_CASE("Every kind of session fits a small clinic PC, in text and in details", "[therapy][look]") {
    for (const auto type : record::kTherapyTypes) {
        TherapyStage desk;
        writeEarlier(desk);
        auto& page = desk.open(desk.book(type));
        const auto name = QStringLiteral("note-kind-%1").arg(static_cast<int>(type));
        page.note()->setModality(QStringLiteral("CBT"));
        REQUIRE(test::clippedInBothThemes(desk.themes(), page, name) == "");
        REQUIRE(page.minimumSizeHint().height() <= 640);
        TherapyStage::ctrl(Qt::Key_D);
        REQUIRE(test::clippedInBothThemes(desk.themes(), page, name + QStringLiteral("-details")) == "");
        REQUIRE(page.minimumSizeHint().height() <= 640);
    }
}

TEST_CASE("The offer to carry forward and what is missing fit a small clinic PC", "[therapy][look]") {
    TherapyStage desk;
    writeEarlier(desk);
    auto& page = desk.open(desk.book(record::TherapyType::Integration));
    page.note()->editor().setFormat(record::NoteFormat::Soap); // The form with the most sections.
    TherapyStage::ctrl(Qt::Key_S); // Nothing is written: the note says what is missing.
    REQUIRE_FALSE(page.note()->message().isEmpty());
    TherapyStage::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(page.note()->carryBar().isVisible());
    REQUIRE(page.minimumSizeHint().height() <= 640);
    REQUIRE(test::clippedInBothThemes(desk.themes(), page, QStringLiteral("note-carry")) == "");
}

} // namespace test_note_writing
