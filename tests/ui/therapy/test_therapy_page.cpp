// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/label_fit.h"

#include "ui/shared/signed_card.h"
#include "ui/shared/status_chip.h"

#include <QLabel>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace test_therapy_page {
using namespace kairos;
using test::TherapyStage;

namespace {

QPlainTextEdit& section(ui::TherapyPage& page, const char* id) {
    return *page.note()->editor().sectionEdit(QLatin1String(id));
}

/// Writes begin, minutes and a DAP note by keyboard; the cursor stands in the first section.
void writeUp(ui::TherapyPage& page) {
    REQUIRE(QApplication::focusWidget() == &section(page, "data"));
    TherapyStage::type(QStringLiteral("Spoke of her fear of losing control."));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("Ready."));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("First dose on Monday."));
    TherapyStage::press(Qt::Key_1, Qt::AltModifier);
    TherapyStage::tabTo(page.held().startEdit());
    TherapyStage::type(QStringLiteral("0900"));
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::type(QStringLiteral("50"));
    TherapyStage::press(Qt::Key_Tab);
}

QString words(const ui::TherapyPage& page) {
    QStringList all;
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&page)) {
            all.append(label->text());
        }
    }
    for (const auto* chip : page.findChildren<ui::StatusChip*>()) {
        if (chip->isVisibleTo(&page)) {
            all.append(chip->accessibleName());
        }
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("A preparation and an integration are written up and signed by keyboard", "[therapy]") {
    for (const auto type : {record::TherapyType::Preparation, record::TherapyType::Integration}) {
        TherapyStage desk;
        desk.giveDose(30);
        const auto id = desk.book(type);
        auto& page = desk.open(id);
        REQUIRE(page.note()->editor().content().format == record::NoteFormat::Dap);
        writeUp(page);
        TherapyStage::ctrl(Qt::Key_Return);
        REQUIRE(desk.content(id).therapy->state == record::SessionState::Held);
        REQUIRE(desk.content(id).therapy->minutes == 50);
        REQUIRE(desk.content(id).notes.size() == 1);
        REQUIRE(desk.content(id).notes.first().risk.ideation == record::SuicidalIdeation::None);
        auto& questions = desk.stage().questions();
        questions.answerNext({{}, QStringLiteral("wrong")});
        TherapyStage::ctrl(Qt::Key_S);
        REQUIRE_FALSE(questions.lastOutcome()->has_value());
        questions.answerNext({{}, TherapyStage::password()});
        TherapyStage::ctrl(Qt::Key_S);
        REQUIRE(desk.content(id).therapy->state == record::SessionState::Signed);
    }
}

TEST_CASE("The draft of a note survives closing and opening again", "[therapy]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    TherapyStage::type(QStringLiteral("Spoke of h"));
    TherapyStage::tabTo(page.held().startEdit());
    TherapyStage::type(QStringLiteral("0900"));
    TherapyStage::tabTo(page.held().modalityEdit());
    TherapyStage::type(QStringLiteral("ACT"));
    desk.close();
    desk.stage().fixture().reopen();
    REQUIRE(desk.content(id).notes.isEmpty());
    auto& again = desk.open(id);
    REQUIRE(section(again, "data").toPlainText() == QStringLiteral("Spoke of h"));
    REQUIRE(again.held().startEdit().time() == QTime(9, 0));
    REQUIRE(again.held().modalityEdit().currentText() == QStringLiteral("ACT"));
    REQUIRE(again.note()->message().contains(QStringLiteral("draft is restored")));
}

TEST_CASE("Typing that rests is kept without leaving the page", "[therapy]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    QSignalSpy kept(&page, &ui::Page::draftKept);
    TherapyStage::type(QStringLiteral("Spoke"));
    REQUIRE(QTest::qWaitFor([&] { return kept.count() == 1; }, 3000));
}

TEST_CASE("What is missing is named before the signature is asked for", "[therapy]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    TherapyStage::type(QStringLiteral("Spoke."));
    TherapyStage::ctrl(Qt::Key_S);
    for (const char* missing :
         {"when the session began", "how long it took", "section of the note is empty", "risk line"}) {
        REQUIRE(page.note()->message().contains(QLatin1String(missing)));
    }
    REQUIRE(desk.stage().questions().asked().isEmpty());
}

TEST_CASE("A begin that does not read is refused and stays where it was typed", "[therapy]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    TherapyStage::type(QStringLiteral("Spoke."));
    TherapyStage::tabTo(page.held().startEdit());
    TherapyStage::type(QStringLiteral("2599"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(page.note()->message().contains(QStringLiteral("2599")));
    REQUIRE(page.held().startEdit().text() == QStringLiteral("2599"));
    REQUIRE(desk.content(id).notes.isEmpty());
    page.held().startEdit().selectAll();
    TherapyStage::type(QStringLiteral("2330"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(page.note()->message().contains(QStringLiteral("still to come")));
    page.held().startEdit().clear();
    TherapyStage::tabTo(page.held().minutesEdit());
    TherapyStage::type(QStringLiteral("50"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(page.note()->message().contains(QStringLiteral("no beginning")));
    REQUIRE(page.held().minutesEdit().value() == 50);
}

TEST_CASE("After the signature the page is read only, and an addendum is signed by itself", "[therapy]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    writeUp(page);
    auto& questions = desk.stage().questions();
    questions.answerNext({{}, TherapyStage::password()});
    TherapyStage::ctrl(Qt::Key_S);
    REQUIRE(desk.content(id).therapy->state == record::SessionState::Signed);
    for (const char* name : {"data", "assessment", "plan"}) {
        REQUIRE(section(page, name).isReadOnly());
    }
    REQUIRE(page.held().startEdit().isReadOnly());
    REQUIRE(page.held().minutesEdit().isReadOnly());
    REQUIRE_FALSE(page.held().modalityEdit().isEnabled());
    const auto hash = workflow::SignedContent::hashOf(desk.content(id)).toBytes();
    workflow::TherapyCare care(desk.practice());
    REQUIRE_FALSE(care.hold(id, desk.practice().now(), 20, QStringLiteral("ACT")).has_value());
    auto note = desk.content(id).notes.first();
    note.sections.first().text = QStringLiteral("otherwise");
    REQUIRE_FALSE(care.saveNote(note).has_value());
    note.id = {};
    REQUIRE_FALSE(care.saveNote(note).has_value());
    TherapyStage::tabTo(page.note()->addendumEdit());
    TherapyStage::type(QStringLiteral("Her brother called."));
    TherapyStage::press(Qt::Key_Tab);
    questions.answerNext({{}, TherapyStage::password()});
    TherapyStage::press(Qt::Key_Space);
    const auto addenda = support::required(workflow::SessionDesk(desk.practice()).addenda(id));
    REQUIRE(addenda.size() == 1);
    REQUIRE(addenda.first().sections.first().text == QStringLiteral("Her brother called."));
    REQUIRE(workflow::SignedContent::hashOf(desk.content(id)).toBytes() == hash);
    REQUIRE(words(page).contains(QStringLiteral("Her brother called.")));
}

TEST_CASE("A supervisor co-signs the same content with a password of their own", "[therapy][sign]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& questions = desk.stage().questions();
    {
        auto& page = desk.open(id);
        writeUp(page);
        questions.answerNext({{}, TherapyStage::password()});
        TherapyStage::ctrl(Qt::Key_S);
        REQUIRE(page.note()->isSigned());
        REQUIRE_FALSE(page.note()->signedCard().cosignButton().isVisible()); // one name is enough of oneself
        desk.close();
    }
    const auto hash = workflow::SignedContent::hashOf(desk.content(id)).toBytes();
    const auto administrator = desk.practice().signedIn()->id;
    desk.stage().fixture().signInAs(QStringLiteral("Jonas Vik"), record::Role::Monitor);
    {
        auto& page = desk.open(id);
        REQUIRE_FALSE(page.note()->signedCard().cosignButton().isVisible()); // a role that may not sign it
        desk.close();
    }
    desk.stage().fixture().clock().set(desk.practice().now().utcMs + 60'000);
    support::required(desk.practice().signIn(administrator, TherapyStage::password()));
    desk.stage().fixture().signInAs(QStringLiteral("Ida Berg"), record::Role::Therapist);
    auto& page = desk.open(id);
    auto& cosign = page.note()->signedCard().cosignButton();
    REQUIRE(cosign.isVisible());
    TherapyStage::tabTo(cosign);
    questions.answerNext({{}, TherapyStage::password()});
    TherapyStage::press(Qt::Key_Space);
    const auto signatures = support::required(workflow::SignedContent(desk.practice()).signaturesOf(id.uuid));
    REQUIRE(signatures.size() == 2);
    REQUIRE(signatures.last().signer == desk.practice().signedIn()->id);
    REQUIRE(signatures.last().contentHash == hash);
    REQUIRE_FALSE(cosign.isVisible());
    REQUIRE(words(page).contains(QStringLiteral("Ida Berg, therapist")));
}

TEST_CASE("An integration shows its dose, the intention, the hours and the window", "[therapy]") {
    struct Case {
        int hours;
        const char* words;
    };
    for (const Case& at : {Case{23, "before the window"}, Case{24, "in window"}, Case{72, "in window"},
                           Case{73, "after the window"}}) {
        TherapyStage desk;
        desk.giveDose(at.hours);
        auto& page = desk.open(desk.book(record::TherapyType::Integration));
        const QString shown = words(page);
        CAPTURE(shown.toStdString(), at.hours);
        REQUIRE(shown.contains(QStringLiteral("Dose 1, ")));
        REQUIRE(shown.contains(QStringLiteral("to let the grief in")));
        REQUIRE(page.course().sinceText() == QStringLiteral("%1 h after its end").arg(at.hours));
        REQUIRE(shown.contains(QLatin1String(at.words)));
        REQUIRE(shown.contains(QStringLiteral("convention")));
    }
}

TEST_CASE("A preparation before any dose shows no window", "[therapy]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    REQUIRE(words(page).contains(QStringLiteral("No dose was given yet")));
    REQUIRE_FALSE(words(page).contains(QStringLiteral("window")));
}

TEST_CASE("A session that was cancelled or missed takes no beginning any more", "[therapy]") {
    for (const auto& text : {QStringLiteral("Did not come"), QStringLiteral("Cancel session")}) {
        TherapyStage desk;
        const auto id = desk.book(record::TherapyType::Preparation);
        auto& page = desk.open(id);
        desk.stage().questions().answerNext({QStringLiteral("patient: ill"), {}});
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == text) {
                TherapyStage::tabTo(*button);
                TherapyStage::press(Qt::Key_Space);
            }
        }
        const auto state = desk.content(id).therapy->state;
        REQUIRE((state == record::SessionState::NoShow || state == record::SessionState::Cancelled));
        REQUIRE(page.held().startEdit().isReadOnly());
        REQUIRE(page.held().minutesEdit().isReadOnly());
        for (const auto* button : page.findChildren<QPushButton*>()) {
            const bool isBooking = button->text() == QStringLiteral("Did not come") ||
                                   button->text() == QStringLiteral("Cancel session");
            REQUIRE_FALSE((isBooking && button->isVisible()));
        }
    }
}

TEST_CASE("The earlier sessions are none, one and the latest of five hundred", "[therapy][lists]") {
    for (const int count : {0, 1, 500}) {
        TherapyStage desk;
        QList<storage::Change> changes;
        for (int i = 0; i < count; ++i) {
            record::TherapySession held;
            held.id = desk.practice().ids().next<record::SessionId>();
            held.patient = desk.stage().patient();
            held.type = record::TherapyType::Therapy;
            held.number = i + 1;
            held.state = record::SessionState::Held;
            held.startedAt = desk.practice().now().plusMinutes(-60 * 24 * (count - i));
            held.booked = {QDate(2026, 10, 1), QTime(9, 0), desk.practice().practice().zone};
            changes.append({record::Action::Created, held, {}});
        }
        if (!changes.isEmpty()) {
            support::required(workflow::WritingDoor(desk.practice()).save(changes));
        }
        auto& page = desk.open(desk.book(record::TherapyType::Preparation));
        const QString shown = words(page);
        REQUIRE(shown.contains(count == 0 ? QStringLiteral("none held before")
                                          : QStringLiteral("Therapy %1").arg(count)));
        const QStringList clipped = test::clippedTexts(page);
        CAPTURE(clipped.join(QLatin1Char('\n')).toStdString(), count);
        REQUIRE(clipped.isEmpty());
        REQUIRE(page.minimumSizeHint().height() <= 640);
    }
}

} // namespace test_therapy_page
