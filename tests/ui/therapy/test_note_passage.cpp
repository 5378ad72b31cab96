// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "ui/therapy/therapy_pages.h"

#include "ui/shared/note_details_form.h"
#include "ui/shared/text_label.h"

#include "core/workflow/signed_note.h"

#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

namespace test_note_passage {
using namespace kairos;
using test::TherapyStage;

namespace {

const QString kPlan = QStringLiteral("First dose on Monday.\nBring the garden picture.");

/// A preparation with a note of its three sections.
struct Written {
    TherapyStage desk;
    record::SessionId session = desk.book(record::TherapyType::Preparation);
    record::Note note;

    Written() {
        support::required(workflow::TherapyCare(desk.practice())
                              .hold(session, desk.practice().now(), 50, QStringLiteral("ACT")));
        note.session = session;
        note.patient = desk.stage().patient();
        note.format = record::NoteFormat::Dap;
        note.sections = {{QStringLiteral("data"), QStringLiteral("Spoke of her fear.")},
                         {QStringLiteral("assessment"), QStringLiteral("Ready.")},
                         {QStringLiteral("plan"), kPlan}};
        note.risk.ideation = record::SuicidalIdeation::None;
        note.risk.protective = QStringLiteral("the garden");
        note.details.homework = QStringLiteral("a walk in the garden");
        note.id = support::required(workflow::TherapyCare(desk.practice()).saveNote(note));
    }
    void sign() {
        support::required(workflow::SessionDesk(desk.practice()).sign(session, TherapyStage::password()));
    }
    /// Where "garden" stands in the plan.
    [[nodiscard]] ui::NotePassage passage() const {
        return {note.id, QStringLiteral("plan"), kPlan.indexOf(QStringLiteral("garden")), 6};
    }
};

QPlainTextEdit& section(ui::TherapyPage& page, const char* id) {
    return *page.note()->editor().sectionEdit(QLatin1String(id));
}

QString marked(const QPlainTextEdit& edit) {
    const auto marks = edit.extraSelections();
    return marks.isEmpty() ? QString() : marks.first().cursor.selectedText();
}

} // namespace

TEST_CASE("A note opens at the passage: marked, with the cursor before it", "[therapy][find]") {
    Written written;
    SECTION("of a note that is still open") {
        REQUIRE_FALSE(written.desk.open(written.session).note()->isSigned());
    }
    SECTION("of a signed one, read only") {
        written.sign();
        REQUIRE(written.desk.open(written.session).note()->isSigned());
    }
    auto& page = written.desk.open(written.session);
    page.showPassage(written.passage());
    auto& plan = section(page, "plan");
    REQUIRE(QApplication::focusWidget() == &plan);
    REQUIRE(marked(plan) == QStringLiteral("garden"));
    REQUIRE(plan.textCursor().position() == written.passage().start);
    // A key that is pressed by chance replaces nothing.
    REQUIRE_FALSE(plan.textCursor().hasSelection());
    REQUIRE(plan.viewport()->rect().intersects(plan.cursorRect()));
}

TEST_CASE("The mark goes when somebody types", "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    page.showPassage(written.passage());
    TherapyStage::type(QStringLiteral("new "));
    auto& plan = section(page, "plan");
    REQUIRE(QTest::qWaitFor([&] { return marked(plan).isEmpty(); }));
    REQUIRE(plan.toPlainText().contains(QStringLiteral("the new garden picture")));
}

TEST_CASE("A mark that is set anew outlives the text it was set in before", "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    auto& plan = section(page, "plan");
    page.showPassage(written.passage());
    plan.setPlainText(QStringLiteral("Another garden."));
    page.showPassage(written.passage());
    QCoreApplication::processEvents();
    REQUIRE(marked(plan) == QStringLiteral("garden"));
}

TEST_CASE("The window opens a therapy place at its passage", "[therapy][find]") {
    Written written;
    const auto context = written.desk.stage().context();
    const std::unique_ptr<ui::Page> page(
        ui::makeTherapyPage({written.desk.stage().patient(), written.session, written.passage()}, context));
    // As the window does: it shows the page, gives it the focus, and goes on.
    page->resize(QSize(1290, 640));
    page->show();
    page->setFocus(Qt::OtherFocusReason);
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    auto& plan = section(static_cast<ui::TherapyPage&>(*page), "plan");
    REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == &plan; }));
    REQUIRE(marked(plan) == QStringLiteral("garden"));
}

TEST_CASE("A passage that moved in the draft is found there, one that is gone leaves its section",
          "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    section(page, "plan").setPlainText(QStringLiteral("Before all else: bring the garden picture."));
    page.showPassage(written.passage());
    REQUIRE(marked(section(page, "plan")) == QStringLiteral("garden"));
    REQUIRE(section(page, "plan").textCursor().position() == 27);
    section(page, "plan").setPlainText(QStringLiteral("Nothing."));
    section(page, "data").setPlainText(QStringLiteral("The garden."));
    page.showPassage(written.passage());
    REQUIRE(QApplication::focusWidget() == &section(page, "data"));
    REQUIRE(marked(section(page, "data")) == QStringLiteral("garden"));
    section(page, "data").setPlainText({});
    page.showPassage(written.passage());
    REQUIRE(QApplication::focusWidget() == &section(page, "plan"));
    REQUIRE(marked(section(page, "plan")).isEmpty());
}

TEST_CASE("A passage of the risk line puts the cursor before it", "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    page.showPassage({written.note.id, QStringLiteral("risk-protective"), 4, 6});
    QLineEdit* line = page.note()->editor().riskEdit(QStringLiteral("risk-protective"));
    REQUIRE(QApplication::focusWidget() == line);
    REQUIRE(line->cursorPosition() == 4);
    REQUIRE_FALSE(line->hasSelectedText());
    REQUIRE(page.note()->editor().riskEdit(QStringLiteral("risk")) == nullptr);
}

TEST_CASE("A passage of the parts beside the text opens them", "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    auto& editor = page.note()->editor();
    REQUIRE_FALSE(editor.details().isVisible());
    const ui::NotePassage homework{written.note.id, QStringLiteral("homework"), 14, 6};
    for (int i = 0; i < 2; ++i) {
        page.showPassage(homework);
        REQUIRE(editor.details().isVisible());
        REQUIRE(QApplication::focusWidget() == &editor.details().homeworkEdit());
        REQUIRE(editor.details().homeworkEdit().cursorPosition() == 14);
    }
}

TEST_CASE("A passage of an addendum is chosen among what was added", "[therapy][find]") {
    Written written;
    written.sign();
    workflow::SessionDesk sessions(written.desk.practice());
    support::required(sessions.addAddendum(
        written.session, QStringLiteral("Her brother called from the garden."), TherapyStage::password()));
    const auto addendum = support::required(sessions.addenda(written.session)).first();
    auto& page = written.desk.open(written.session);
    page.showPassage({addendum.id, addendum.sections.first().id, 28, 6});
    auto* words = qobject_cast<ui::TextLabel*>(QApplication::focusWidget());
    REQUIRE(words != nullptr);
    REQUIRE(words->selectedText() == QStringLiteral("garden"));
}

TEST_CASE("A passage of why a note was amended is chosen below the note, or told of a former version",
          "[therapy][find][amend]") {
    Written written;
    written.sign();
    const auto amend = [&](const QString& plan, const QString& reason) {
        written.desk.stage().fixture().clock().advanceMs(60'000);
        auto note = written.desk.content(written.session).notes.first();
        note.sections.last().text = plan;
        support::required(
            workflow::SignedNotes(written.desk.practice()).amend(note, {reason, TherapyStage::password()}));
        return written.desk.content(written.session).notes.first();
    };
    const auto amended =
        amend(QStringLiteral("Bring the garden picture."), QStringLiteral("the garden was hers"));
    const ui::NotePassage passage{amended.id, QStringLiteral("amend-reason"), 4, 6};
    {
        auto& page = written.desk.open(written.session);
        page.showPassage(passage);
        auto* words = qobject_cast<ui::TextLabel*>(QApplication::focusWidget());
        REQUIRE(words != nullptr);
        REQUIRE(words->selectedText() == QStringLiteral("garden"));
        REQUIRE(marked(section(page, "plan")).isEmpty());
        REQUIRE(page.note()->message().isEmpty());
    }
    amend(QStringLiteral("Bring the picture."), QStringLiteral("it was an orchard"));
    auto& page = written.desk.open(written.session);
    page.showPassage(passage);
    REQUIRE(page.note()->message().contains(QStringLiteral("amended since, Why it was amended")));
    REQUIRE(page.note()->message().contains(QStringLiteral("the garden was hers")));
}

TEST_CASE("A passage of another person's note is told, and shown once it is signed", "[therapy][find]") {
    Written written;
    written.desk.stage().fixture().signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    {
        auto& page = written.desk.open(written.session);
        page.showPassage(written.passage());
        REQUIRE(page.note()->message().contains(QStringLiteral("note of Ruth Adeyemi")));
        REQUIRE(page.note()->message().contains(QStringLiteral("Bring the garden picture.")));
        REQUIRE(section(page, "plan").toPlainText().isEmpty());
    }
    // Jonas writes a note of his own; then the session is signed.
    record::Note own = written.note;
    own.id = {};
    own.sections.last().text = QStringLiteral("The other plan.");
    support::required(workflow::TherapyCare(written.desk.practice()).saveNote(own));
    support::required(workflow::SessionDesk(written.desk.practice())
                          .sign(written.session, support::OpenPracticeFixture::password()));
    auto& page = written.desk.open(written.session);
    REQUIRE(section(page, "plan").toPlainText() == QStringLiteral("The other plan."));
    page.showPassage(written.passage());
    REQUIRE(section(page, "plan").toPlainText() == kPlan);
    REQUIRE(marked(section(page, "plan")) == QStringLiteral("garden"));
}

TEST_CASE("A passage of a note that is not there any more leaves the page as it is", "[therapy][find]") {
    Written written;
    auto& page = written.desk.open(written.session);
    QWidget* focused = QApplication::focusWidget();
    page.showPassage({written.desk.practice().ids().next<record::NoteId>(), QStringLiteral("plan"), 0, 5});
    REQUIRE(QApplication::focusWidget() == focused);
    REQUIRE(page.note()->message().isEmpty());
}

} // namespace test_note_passage
