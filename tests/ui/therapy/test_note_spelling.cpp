// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/dictionary_samples.h"

#include "ui/shared/note_spelling.h"

#include "core/workflow/spelling_desk.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextLayout>

#include <catch2/catch_test_macros.hpp>

namespace test_note_spelling {
using namespace kairos;
using test::TherapyStage;

namespace {

/// A preparation being written, read by the tests' English dictionary unless others are wanted.
struct Writing {
    TherapyStage desk;
    ui::TherapyPage* page = nullptr;
    ui::NoteTextEdit* edit = nullptr;

    explicit Writing(const QStringList& languages = {QStringLiteral("en_XA")}) {
        test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder());
        support::required(workflow::SpellingDesk(desk.practice()).choose(languages));
        page = &desk.open(desk.book(record::TherapyType::Preparation));
        edit = page->note()->editor().sectionEdit(QStringLiteral("data"));
        edit->setFocus();
    }
    QString folder() { return desk.stage().fixture().folder() + QStringLiteral("/dictionaries"); }
    std::string text() const { return edit->toPlainText().toStdString(); }
    /// The words with a wave, with bars between them, once the paragraphs in sight are looked through.
    std::string marked() const {
        constexpr int kRounds = 5; // what is painted first, what it starts, and so on
        for (int i = 0; i < kRounds; ++i) {
            QCoreApplication::processEvents();
        }
        QStringList words;
        for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
                if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline) {
                    words.append(block.text().mid(range.start, range.length));
                }
            }
        }
        return words.join(QLatin1Char('|')).toStdString();
    }
    /// The menu that is open over the text.
    QMenu& menu() const {
        auto* open = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (open == nullptr) {
            throw std::runtime_error("no menu is open");
        }
        return *open;
    }
    /// Presses a key in the open menu. The offscreen platform gives the focus back to no window by itself.
    void choose(Qt::Key key) const {
        QTest::keyClick(&menu(), key);
        page->window()->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page->window()));
        edit->setFocus();
    }
};

QAction* actOf(const QMenu& menu, const QString& words) {
    for (QAction* act : menu.actions()) {
        if (act->text().contains(words)) {
            return act;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("A misspelt word has a wave once it is written, not while it is typed", "[therapy][spelling]") {
    Writing note;
    TherapyStage::type(QStringLiteral("the greif"));
    REQUIRE(note.marked().empty());
    TherapyStage::type(QStringLiteral(" "));
    REQUIRE(note.marked() == "greif");
    // Back into it: it is being written again.
    TherapyStage::press(Qt::Key_Backspace);
    REQUIRE(note.marked().empty());
    TherapyStage::press(Qt::Key_Home);
    REQUIRE(note.marked() == "greif");
}

TEST_CASE("Names, medicines, triggers, blanks and abbreviations have no wave", "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral(
        "Elena Marsh, Ruth Adeyemi: Sertraline, PHQ-9, [dose: not known], {score}, ;intake and wrogn\n"));
    REQUIRE(note.marked() == "wrogn");
}

TEST_CASE("With two languages a word of either is good", "[therapy][spelling]") {
    Writing note({QStringLiteral("en_XA"), QStringLiteral("de_XA")});
    note.edit->takeText(QString::fromUtf8("the grief und die Gärten, greif\n"));
    REQUIRE(note.marked() == "greif");
}

TEST_CASE("Alt+Enter goes to the next misspelt word, and a choice is one step back", "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral("**Calm** the greif\nand watter"));
    TherapyStage::press(Qt::Key_Home, Qt::ControlModifier);
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(note.edit->textCursor().selectedText() == QStringLiteral("greif"));
    REQUIRE(note.menu().activeAction()->text() == QStringLiteral("grief"));
    note.choose(Qt::Key_Return);
    REQUIRE(note.text() == "**Calm** the grief\nand watter");
    REQUIRE(note.marked() == "watter");
    note.edit->undo();
    REQUIRE(note.text() == "**Calm** the greif\nand watter");
    note.edit->redo();
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(note.edit->textCursor().selectedText() == QStringLiteral("watter"));
    // Escape leaves the text as it is.
    note.choose(Qt::Key_Escape);
    REQUIRE(note.text() == "**Calm** the grief\nand watter");
    // From the end it begins again at the beginning.
    note.edit->undo();
    TherapyStage::press(Qt::Key_End, Qt::ControlModifier);
    TherapyStage::type(QStringLiteral(" calm"));
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(note.edit->textCursor().selectedText() == QStringLiteral("greif"));
    note.choose(Qt::Key_Escape);
}

TEST_CASE("A word is added to the own ones, or left in this note alone", "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral("ayni and watter\n"));
    REQUIRE(note.marked() == "ayni|watter");
    TherapyStage::press(Qt::Key_Home, Qt::ControlModifier);
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    actOf(note.menu(), QStringLiteral("to my words"))->trigger();
    note.choose(Qt::Key_Escape);
    REQUIRE(note.marked() == "watter");
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    actOf(note.menu(), QStringLiteral("Leave it"))->trigger();
    note.choose(Qt::Key_Escape);
    REQUIRE(note.marked().empty());
    REQUIRE(workflow::SpellingDesk(note.desk.practice()).words() == QStringList{QStringLiteral("ayni")});
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(note.page->note()->message().contains(QStringLiteral("No word is misspelt")));
}

TEST_CASE("The menu over a misspelt word offers what could be meant, over a good one nothing",
          "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral("grief greif\n"));
    const auto openAt = [&](int position) {
        QTextCursor place = note.edit->textCursor();
        place.setPosition(position);
        note.edit->setTextCursor(place);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(note.edit->viewport(), &event);
    };
    openAt(2);
    REQUIRE(actOf(note.menu(), QStringLiteral("to my words")) == nullptr);
    note.choose(Qt::Key_Escape);
    openAt(8);
    REQUIRE(note.menu().actions().first()->text() == QStringLiteral("grief"));
    note.menu().actions().first()->trigger();
    note.choose(Qt::Key_Escape);
    REQUIRE(note.text() == "grief grief\n");
}

TEST_CASE("Marks come with the paragraphs that come in sight, and are no writing", "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral("greif\n").repeated(400));
    const auto count = [&] { return QString::fromStdString(note.marked()).count(QStringLiteral("greif")); };
    const auto atEnd = count();
    REQUIRE(atEnd > 0);
    REQUIRE(atEnd < 400);
    QSignalSpy written(&note.page->note()->editor(), &ui::NoteEditor::changed);
    TherapyStage::press(Qt::Key_Home, Qt::ControlModifier);
    const auto atStart = count();
    REQUIRE(atStart > atEnd);
    REQUIRE(atStart < 400);
    note.desk.themes().setTheme(ui::ThemeId::Dark);
    REQUIRE(count() == atStart);
    REQUIRE(written.count() == 0);
}

TEST_CASE("Without a language nothing is marked, and Alt+Enter says where to choose one",
          "[therapy][spelling]") {
    Writing note(QStringList{});
    note.edit->takeText(QStringLiteral("greif\n"));
    REQUIRE(note.marked().empty());
    TherapyStage::press(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(note.page->note()->message().contains(QStringLiteral("Settings, Spelling")));
    REQUIRE(note.text() == "greif\n");
}

TEST_CASE("A dictionary that was damaged since it was chosen is told beside the note",
          "[therapy][spelling]") {
    Writing note;
    note.desk.close();
    test::writeBytes(note.folder() + QStringLiteral("/en_XA.dic"), "no count\n");
    auto& page = note.desk.open(note.desk.book(record::TherapyType::Integration));
    REQUIRE(page.note()->message().contains(QStringLiteral("en_XA")));
    REQUIRE_FALSE(page.note()->spelling().isOn());
}

TEST_CASE("A signed note has no marks", "[therapy][spelling]") {
    Writing note;
    note.edit->takeText(QStringLiteral("greif\n"));
    REQUIRE(note.marked() == "greif");
    note.page->note()->editor().setEditing(ui::Editing::ReadOnly);
    REQUIRE(note.marked().empty());
    note.page->note()->editor().setEditing(ui::Editing::Open);
    REQUIRE(note.marked() == "greif");
}

} // namespace test_note_spelling
