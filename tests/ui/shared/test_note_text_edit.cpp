// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_text_edit.h"

#include "ui/shared/theme_manager.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/therapy/note_text.h"

#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTextBlock>

#include <catch2/catch_test_macros.hpp>

namespace test_note_text_edit {
using namespace kairos;

namespace {

/// A section alone in a window, with a field behind it.
struct Desk : test::Keyboard {
    ui::ThemeManager themes{*qApp};
    QWidget window;
    ui::NoteTextEdit* edit = new ui::NoteTextEdit(&window);
    QLineEdit* next = new QLineEdit(&window);

    Desk() {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(edit);
        column->addWidget(next);
        edit->setTabChangesFocus(true);
        edit->setMacros([](const QString& name) -> std::optional<QString> {
            return name == QStringLiteral("hi") ? std::optional(QStringLiteral("Good\nmorning"))
                                                : std::nullopt;
        });
        if (!test::present(window, QSize(500, 300))) {
            throw std::runtime_error("the window did not become active");
        }
        edit->setFocus();
    }
    std::string text() const { return edit->toPlainText().toStdString(); }
    void paste(QMimeData* data) {
        QApplication::clipboard()->setMimeData(data);
        edit->paste();
    }
    void pasteText(const QString& text) {
        auto* data = new QMimeData;
        data->setText(text);
        paste(data);
    }
};

} // namespace

TEST_CASE("A macro expands at a space, at Enter and at Tab", "[shared][note-text]") {
    Desk desk;
    Desk::type(QStringLiteral("Said ;hi there"));
    REQUIRE(desk.text() == "Said Good\nmorning there");
    desk.edit->clear();
    Desk::type(QStringLiteral(";hi"));
    Desk::press(Qt::Key_Return);
    REQUIRE(desk.text() == "Good\nmorning\n");
    desk.edit->clear();
    Desk::type(QStringLiteral(";hi"));
    Desk::press(Qt::Key_Tab);
    REQUIRE(desk.text() == "Good\nmorning");
    REQUIRE(QApplication::focusWidget() == desk.edit);
    Desk::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == desk.next);
}

TEST_CASE("One step back takes an expansion back, and one forth brings it again", "[shared][note-text]") {
    Desk desk;
    Desk::type(QStringLiteral("Said ;hi "));
    Desk::type(QStringLiteral("x"));
    desk.edit->undo(); // the x
    REQUIRE(desk.text() == "Said Good\nmorning ");
    desk.edit->undo();
    REQUIRE(desk.text() == "Said ;hi");
    desk.edit->redo();
    REQUIRE(desk.text() == "Said Good\nmorning ");
}

TEST_CASE("A semicolon that names no macro stays what it is", "[shared][note-text]") {
    Desk desk;
    Desk::type(QStringLiteral("calm;hi ;unknown "));
    REQUIRE(desk.text() == "calm;hi ;unknown ");
    desk.edit->setReadOnly(true);
    desk.edit->setPlainText(QStringLiteral(";hi"));
    desk.edit->moveCursor(QTextCursor::End);
    Desk::press(Qt::Key_Space);
    REQUIRE(desk.text() == ";hi");
}

TEST_CASE("Enter goes on with a list, and ends it at an empty item", "[shared][note-text]") {
    Desk desk;
    Desk::type(QStringLiteral("- swim"));
    Desk::press(Qt::Key_Return);
    Desk::type(QStringLiteral("call"));
    Desk::press(Qt::Key_Return);
    REQUIRE(desk.text() == "- swim\n- call\n- ");
    Desk::press(Qt::Key_Return);
    Desk::type(QStringLiteral("end"));
    REQUIRE(desk.text() == "- swim\n- call\nend");
    // In front of the item's sign a new line is a new line.
    desk.edit->setPlainText(QStringLiteral("- a"));
    desk.edit->moveCursor(QTextCursor::Start);
    Desk::press(Qt::Key_Return);
    REQUIRE(desk.text() == "\n- a");
}

TEST_CASE("Ctrl+B marks a selection bold and takes the marks away again", "[shared][note-text]") {
    Desk desk;
    Desk::type(QStringLiteral("mood"));
    desk.edit->selectAll();
    Desk::press(Qt::Key_B, Qt::ControlModifier);
    REQUIRE(desk.text() == "**mood**");
    Desk::press(Qt::Key_B, Qt::ControlModifier);
    REQUIRE(desk.text() == "mood");
    desk.edit->setPlainText(QStringLiteral("a\n\nb"));
    desk.edit->selectAll();
    Desk::press(Qt::Key_B, Qt::ControlModifier);
    REQUIRE(desk.text() == "**a**\n\n**b**");
    desk.edit->clear();
    Desk::press(Qt::Key_B, Qt::ControlModifier);
    Desk::type(QStringLiteral("x"));
    Desk::press(Qt::Key_B, Qt::ControlModifier);
    Desk::type(QStringLiteral(" y"));
    REQUIRE(desk.text() == "**x** y");
}

TEST_CASE("Headings and bold text stand out while they are typed", "[shared][note-text]") {
    Desk desk;
    desk.edit->setPlainText(QStringLiteral("# Plan\none **two** [dose: not known]"));
    const auto formats = [&](int line) {
        return desk.edit->document()->findBlockByNumber(line).layout()->formats();
    };
    REQUIRE(QTest::qWaitFor([&] { return !formats(0).isEmpty() && formats(1).size() >= 4; }));
    bool isStrong = false;
    bool isUnderlined = false;
    for (const auto& range : formats(1)) {
        isStrong = isStrong || (range.start <= 7 && range.format.fontWeight() == QFont::DemiBold);
        isUnderlined = isUnderlined || (range.start == 12 && range.format.fontUnderline());
    }
    REQUIRE(isStrong);
    REQUIRE(isUnderlined);
}

TEST_CASE("What is pasted is cleaned: rich text to its structure, plain text of control characters",
          "[shared][note-text]") {
    Desk desk;
    auto* rich = new QMimeData;
    rich->setHtml(QStringLiteral("<h1>Plan</h1><ul><li>walk</li></ul>"));
    rich->setText(QStringLiteral("Plan walk"));
    desk.paste(rich);
    REQUIRE(desk.text() == "# Plan\n- walk");
    desk.edit->undo();
    REQUIRE(desk.text().empty());
    desk.pasteText(QStringLiteral("a\r\nb") + QChar(7) + QString::fromUtf8(" שלום e\u0301"));
    REQUIRE(desk.text() == "a\nb שלום e\u0301");
}

TEST_CASE("Ten megabytes are refused with a sentence, and what stood there stays", "[shared][note-text]") {
    Desk desk;
    QSignalSpy refused(desk.edit, &ui::NoteTextEdit::refused);
    Desk::type(QStringLiteral("Seen. "));
    desk.pasteText(QString(10'000'000, QLatin1Char('x')));
    REQUIRE(refused.count() == 1);
    REQUIRE(refused.first().first().value<base::Error>().why.contains(QStringLiteral("500,000")));
    auto* rich = new QMimeData;
    rich->setHtml(QStringLiteral("<p>") + QString(10'000'000, QLatin1Char('x')) + QStringLiteral("</p>"));
    desk.paste(rich);
    REQUIRE(refused.count() == 2);
    REQUIRE(desk.text() == "Seen. ");
}

TEST_CASE("A section is filled to its last letter and not beyond", "[shared][note-text]") {
    Desk desk;
    QSignalSpy refused(desk.edit, &ui::NoteTextEdit::refused);
    const QString line = QString(99, QLatin1Char('x')) + QLatin1Char('\n');
    desk.edit->setPlainText(line.repeated(static_cast<int>(therapy::kLongestSection / 100) - 1));
    desk.edit->moveCursor(QTextCursor::End);
    desk.pasteText(QString(101, QLatin1Char('y')));
    REQUIRE(refused.count() == 1);
    desk.pasteText(QString(100, QLatin1Char('y')));
    REQUIRE(refused.count() == 1);
    REQUIRE(desk.edit->toPlainText().size() == therapy::kLongestSection);
}

} // namespace test_note_text_edit
