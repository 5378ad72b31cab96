// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "ui/shared/note_text_edit.h"

#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace test_note_undo {
using namespace kairos;
using support::required;
using test::TherapyStage;

namespace {

ui::NoteTextEdit& section(ui::TherapyPage& page, const char* id) {
    return *page.note()->editor().sectionEdit(QLatin1String(id));
}

/// Presses the keys until the text reads so; false after many.
bool pressUntil(ui::NoteTextEdit& edit, Qt::KeyboardModifiers modifiers, const QString& text) {
    for (int i = 0; i < 60 && edit.toPlainText() != text; ++i) {
        TherapyStage::press(Qt::Key_Z, modifiers);
    }
    return edit.toPlainText() == text;
}

QString stored(TherapyStage& desk, const record::SessionId& id) {
    const auto notes = desk.content(id).notes;
    return notes.isEmpty() ? QString() : notes.first().sections.first().text;
}

} // namespace

TEST_CASE("Undo and redo reach back over a kept draft and a saved note", "[therapy][undo]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    auto& data = section(page, "data");
    QSignalSpy kept(&page, &ui::Page::draftKept);
    TherapyStage::type(QStringLiteral("Spoke of her fear."));
    REQUIRE(QTest::qWaitFor([&] { return kept.count() == 1; }, 3000));
    REQUIRE(pressUntil(data, Qt::ControlModifier, {}));
    REQUIRE(pressUntil(data, Qt::ControlModifier | Qt::ShiftModifier, QStringLiteral("Spoke of her fear.")));
    TherapyStage::ctrl(Qt::Key_Return);
    page.refresh(); // as the window does after every change
    REQUIRE(stored(desk, id) == QStringLiteral("Spoke of her fear."));
    REQUIRE(pressUntil(data, Qt::ControlModifier, {}));
}

TEST_CASE("A saved note can be taken back until it is signed", "[therapy][undo]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto& page = desk.open(id);
    TherapyStage::type(QStringLiteral("Spoke of her fear."));
    TherapyStage::ctrl(Qt::Key_Return);
    desk.stage().fixture().clock().advanceMs(60'000);
    TherapyStage::type(QStringLiteral(" And of the sea."));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(desk.stage().undo().offers().size() == 2);
    required(desk.stage().undo().offers().last().undo());
    page.refresh();
    REQUIRE(stored(desk, id) == QStringLiteral("Spoke of her fear."));
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Spoke of her fear."));
    required(desk.stage().undo().offers().first().undo());
    page.refresh();
    REQUIRE(desk.content(id).notes.isEmpty());
    REQUIRE(section(page, "data").toPlainText().isEmpty());
}

TEST_CASE("The second place on one note is for reading until the first is left", "[therapy][holds]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    auto first = std::make_unique<ui::TherapyPage>(id, desk.stage().context());
    REQUIRE(test::present(*first, QSize(1290, 640)));
    first->setFocus(Qt::OtherFocusReason);
    TherapyStage::type(QStringLiteral("Spoke of h"));
    auto& second = desk.open(id);
    REQUIRE(second.note()->isHeldElsewhere());
    REQUIRE(section(second, "data").isReadOnly());
    REQUIRE(second.note()->message().contains(first->title()));
    REQUIRE_FALSE(second.note()->save());
    REQUIRE(desk.content(id).notes.isEmpty());
    REQUIRE(first->mayLeave());
    first.reset();
    REQUIRE_FALSE(second.note()->isHeldElsewhere());
    REQUIRE_FALSE(section(second, "data").isReadOnly());
    REQUIRE(section(second, "data").toPlainText() == QStringLiteral("Spoke of h"));
}

TEST_CASE("A page that is left lets go of its note, also from another tab of it", "[therapy][holds]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    ui::TherapyPage first(id, desk.stage().context());
    REQUIRE(test::present(first, QSize(1290, 640)));
    first.note()->hide();
    auto& second = desk.open(id);
    REQUIRE(second.note()->isHeldElsewhere());
    first.hide();
    REQUIRE_FALSE(second.note()->isHeldElsewhere());
    REQUIRE_FALSE(section(second, "data").isReadOnly());
}

TEST_CASE("A page that is not seen reads what changes, and does not take its note again",
          "[therapy][holds]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    ui::TherapyPage first(id, desk.stage().context());
    REQUIRE(test::present(first, QSize(1290, 640)));
    first.hide();
    first.refresh();
    auto& second = desk.open(id);
    REQUIRE_FALSE(second.note()->isHeldElsewhere());
    REQUIRE_FALSE(section(second, "data").isReadOnly());
    first.show();
    REQUIRE(first.note()->isHeldElsewhere());
}

TEST_CASE("A draft of an older version does not write over the newer note unsaid", "[therapy][holds]") {
    TherapyStage desk;
    const auto id = desk.book(record::TherapyType::Preparation);
    desk.open(id);
    TherapyStage::type(QStringLiteral("Spoke of her fear."));
    TherapyStage::ctrl(Qt::Key_Return);
    TherapyStage::type(QStringLiteral(" Mine."));
    desk.close();
    desk.stage().fixture().clock().advanceMs(60'000);
    auto other = desk.content(id).notes.first();
    other.sections.first().text = QStringLiteral("Said elsewhere.");
    required(workflow::TherapyCare(desk.practice()).saveNote(other));
    auto& page = desk.open(id);
    REQUIRE(page.note()->message().contains(QStringLiteral("older than the saved note")));
    const QString mine = section(page, "data").toPlainText();
    REQUIRE(mine.contains(QStringLiteral("Mine.")));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(stored(desk, id) == QStringLiteral("Said elsewhere."));
    REQUIRE(section(page, "data").toPlainText() == mine);
    REQUIRE(page.note()->message().contains(QStringLiteral("saved anew")));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(stored(desk, id) == mine);
}

} // namespace test_note_undo
