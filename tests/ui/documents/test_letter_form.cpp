// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documents/documents_stage.h"

#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace test_letter_form {
using namespace kairos;
using test::Keyboard;

TEST_CASE("A letter is written by keys and stands in the list", "[documents][letter]") {
    test::DocumentsStage stage;
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    REQUIRE(stage.tab->shown() == &stage.tab->letter());
    REQUIRE(stage.tab->letter().titleEdit().hasFocus());
    Keyboard::type(QStringLiteral("To the surgery"));
    Keyboard::tabTo(stage.tab->letter().textEdit());
    Keyboard::type(QStringLiteral("Mrs Marsh does well."));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.tab->shown() == &stage.tab->list());
    REQUIRE(stage.documents().size() == 1);
    const record::Document letter = stage.documents().first();
    REQUIRE(letter.kind == record::DocumentKind::Letter);
    REQUIRE(letter.title == QStringLiteral("To the surgery"));
    REQUIRE(letter.text == QStringLiteral("Mrs Marsh does well."));
    REQUIRE(letter.dated == QDate(2026, 11, 2));
}

TEST_CASE("A letter says what is missing, at the field", "[documents][letter]") {
    test::DocumentsStage stage;
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.tab->letter().trouble() == QStringLiteral("Type whom it is to, or what it is about"));
    Keyboard::type(QStringLiteral("Title"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.tab->letter().trouble() == QStringLiteral("Write the letter first"));
    REQUIRE(stage.tab->letter().textEdit().hasFocus());
    REQUIRE(stage.documents().isEmpty());
}

TEST_CASE("Escape keeps what was typed, and it comes back", "[documents][letter]") {
    test::DocumentsStage stage;
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    Keyboard::type(QStringLiteral("To the surgery"));
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(stage.tab->shown() == &stage.tab->list());
    stage.tab.reset();
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    REQUIRE(stage.tab->letter().titleEdit().text() == QStringLiteral("To the surgery"));
    REQUIRE(stage.tab->letter().restored().startsWith(QStringLiteral("Restored from your draft of ")));
    Keyboard::type(QStringLiteral("It is well."));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.documents().size() == 1);
    Keyboard::ctrl(Qt::Key_N);
    REQUIRE(stage.tab->letter().titleEdit().text().isEmpty());
}

TEST_CASE("Leaving the page keeps the letter as a draft", "[documents][letter]") {
    test::DocumentsStage stage;
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    Keyboard::type(QStringLiteral("To the surgery"));
    REQUIRE(stage.tab->mayLeave());
    stage.tab.reset();
    stage.open();
    Keyboard::ctrl(Qt::Key_N);
    REQUIRE(stage.tab->letter().titleEdit().text() == QStringLiteral("To the surgery"));
}

TEST_CASE("A letter is opened, changed, saved and printed", "[documents][letter]") {
    test::DocumentsStage stage;
    record::Document written = stage.wanted(QStringLiteral("To the surgery"));
    written.text = QStringLiteral("One line.");
    const auto id = support::required(stage.care().saveLetter(written));
    stage.open();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(stage.tab->shown() == &stage.tab->letter());
    REQUIRE(stage.tab->letter().textEdit().hasFocus());
    Keyboard::type(QStringLiteral("Dear colleague. "));
    Keyboard::press(Qt::Key_Tab);
    REQUIRE(stage.tab->letter().saveButton().hasFocus());
    Keyboard::press(Qt::Key_Tab);
    Keyboard::press(Qt::Key_Space);
    REQUIRE(stage.documents().size() == 1);
    REQUIRE(stage.documents().first().text == QStringLiteral("Dear colleague. One line."));
    REQUIRE(stage.stage.navigator().opened() ==
            QList<ui::Place>{ui::LetterSheetPlace{stage.stage.patient(), id}});
}

} // namespace test_letter_form
