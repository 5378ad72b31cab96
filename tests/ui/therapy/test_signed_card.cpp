// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "ui/shared/amend_card.h"
#include "ui/shared/note_text_edit.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include <catch2/catch_test_macros.hpp>

namespace test_signed_card {
using namespace kairos;
using support::required;
using test::TherapyStage;

namespace {

/// A preparation that was held and written up; not signed yet.
struct Written {
    TherapyStage desk;
    record::SessionId id = desk.book(record::TherapyType::Preparation);

    Written() {
        workflow::TherapyCare care(desk.practice());
        required(care.hold(id, desk.practice().now(), 50, QStringLiteral("ACT")));
        record::Note note;
        note.session = id;
        note.patient = desk.stage().patient();
        note.format = record::NoteFormat::Dap;
        note.sections = {{QStringLiteral("data"), QStringLiteral("Spoke of her fear.")},
                         {QStringLiteral("assessment"), QStringLiteral("Ready.")},
                         {QStringLiteral("plan"), QStringLiteral("Swim on Tuesday.")}};
        note.risk.ideation = record::SuicidalIdeation::None;
        required(care.saveNote(note));
    }
    void pass() { desk.stage().fixture().clock().advanceMs(60'000); }
    void sign() {
        pass();
        required(workflow::SessionDesk(desk.practice()).sign(id, TherapyStage::password()));
        pass();
    }
    void answer(const char* reason) {
        desk.stage().questions().answerNext({QLatin1String(reason), TherapyStage::password()});
    }
};

ui::NoteTextEdit& section(ui::NoteEditor& editor, const char* id) {
    return *editor.sectionEdit(QLatin1String(id));
}

QString words(ui::SignedCard& card) {
    QStringList all;
    for (const auto* label : card.findChildren<ui::TextLabel*>()) {
        all.append(label->text());
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("A signed note is amended by keyboard, and both versions are one key away", "[therapy][amend]") {
    Written written;
    written.sign();
    auto& page = written.desk.open(written.id);
    auto& card = page.note()->signedCard();
    TherapyStage::press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(card.isAmending());
    auto& editor = card.amendCard().editor();
    REQUIRE(editor.isVisible());
    REQUIRE_FALSE(page.note()->editor().isVisible());
    REQUIRE(QApplication::focusWidget() == &section(editor, "data"));
    TherapyStage::tabTo(section(editor, "plan"));
    TherapyStage::ctrl(Qt::Key_A);
    TherapyStage::type(QStringLiteral("Swim on Friday."));
    written.answer("wrong day");
    TherapyStage::ctrl(Qt::Key_S);
    REQUIRE(written.desk.stage().questions().asked().last().needs == ui::QuestionNeeds::ReasonAndPassword);
    REQUIRE(written.desk.stage().questions().lastOutcome()->has_value());
    REQUIRE_FALSE(card.isAmending());
    REQUIRE(page.note()->editor().isVisible());
    REQUIRE(section(page.note()->editor(), "plan").toPlainText() == QStringLiteral("Swim on Friday."));
    REQUIRE(section(page.note()->editor(), "plan").isReadOnly());
    REQUIRE(words(card).contains(QStringLiteral("by Ruth Adeyemi: wrong day")));
    REQUIRE_FALSE(words(card).contains(QStringLiteral("no longer fits")));
    const auto content = written.desk.content(written.id);
    REQUIRE(content.notes.size() == 1);
    REQUIRE(content.superseded.first().sections.last().text == QStringLiteral("Swim on Tuesday."));
    TherapyStage::tabTo(card.versionsButton());
    TherapyStage::press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    const auto* to = written.desk.stage().navigator().opened().last().as<ui::ChartPlace>();
    REQUIRE(to != nullptr);
    REQUIRE(to->tab == ui::kTabHistory);
    REQUIRE(to->part == content.notes.first().id.toString());
}

TEST_CASE("An amendment that is left is there again, and nothing signed has changed", "[therapy][amend]") {
    Written written;
    written.sign();
    {
        auto& page = written.desk.open(written.id);
        TherapyStage::press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto& editor = page.note()->signedCard().amendCard().editor();
        TherapyStage::type(QStringLiteral("Once more: "));
        REQUIRE(section(editor, "data").toPlainText().contains(QStringLiteral("Once more")));
        written.desk.close();
    }
    REQUIRE(written.desk.content(written.id).notes.first().sections.first().text ==
            QStringLiteral("Spoke of her fear."));
    auto& page = written.desk.open(written.id);
    REQUIRE_FALSE(page.note()->signedCard().isAmending());
    TherapyStage::press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto& amending = page.note()->signedCard().amendCard();
    REQUIRE(section(amending.editor(), "data").toPlainText().contains(QStringLiteral("Once more")));
    amending.leave();
    REQUIRE(page.note()->editor().isVisible());
    REQUIRE(QApplication::focusWidget() == &page.note()->signedCard().amendButton());
}

TEST_CASE("A note of the wrong patient is marked by keyboard and named, and the right one is written",
          "[therapy][withdraw]") {
    Written written;
    written.sign();
    auto& page = written.desk.open(written.id);
    auto& card = page.note()->signedCard();
    TherapyStage::tabTo(card.withdrawButton());
    written.answer("another patient's");
    TherapyStage::press(Qt::Key_Space);
    REQUIRE(written.desk.stage().questions().asked().last().kind == ui::ButtonKind::Danger);
    REQUIRE(written.desk.content(written.id).notes.isEmpty());
    REQUIRE(words(card).contains(QStringLiteral("entered in error")));
    REQUIRE(words(card).contains(QStringLiteral("another patient's")));
    REQUIRE_FALSE(page.note()->isSigned());
    REQUIRE_FALSE(section(page.note()->editor(), "data").isReadOnly());
    REQUIRE(section(page.note()->editor(), "data").toPlainText().isEmpty());
}

TEST_CASE("Who may not sign sees neither the amendment nor the mark of an error", "[therapy][sign]") {
    Written written;
    written.sign();
    written.desk.stage().fixture().signInAs(QStringLiteral("Jonas Vik"), record::Role::Monitor);
    auto& card = written.desk.open(written.id).note()->signedCard();
    REQUIRE(card.isVisible());
    REQUIRE_FALSE(card.amendButton().isVisible());
    REQUIRE_FALSE(card.withdrawButton().isVisible());
    REQUIRE(card.versionsButton().isVisible());
}

TEST_CASE("A colleague signs a note of their own while the session is open", "[therapy][sign]") {
    Written written;
    written.desk.stage().fixture().signInAs(QStringLiteral("Ida Berg"), record::Role::Therapist);
    record::Note own = written.desk.content(written.id).notes.first();
    own.id = {};
    required(workflow::TherapyCare(written.desk.practice()).saveNote(own));
    written.pass();
    auto& page = written.desk.open(written.id);
    written.answer("");
    TherapyStage::ctrl(Qt::Key_S);
    REQUIRE(written.desk.stage().questions().asked().last().title.contains(QStringLiteral("your part")));
    REQUIRE(page.note()->isSigned());
    REQUIRE(written.desk.content(written.id).therapy->state == record::SessionState::Held);
    REQUIRE(words(page.note()->signedCard()).contains(QStringLiteral("Signed in part")));
    REQUIRE(words(page.note()->signedCard()).contains(QStringLiteral("the note of Ruth Adeyemi")));
}

} // namespace test_signed_card
