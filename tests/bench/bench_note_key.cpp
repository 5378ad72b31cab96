// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/dictionary_samples.h"
#include "tests/support/page_stage.h"

#include "ui/shared/note_panel.h"
#include "ui/shared/note_spelling.h"
#include "ui/shared/theme_manager.h"

#include "core/spelling/dictionary_files.h"
#include "core/workflow/spelling_desk.h"
#include "core/workflow/therapy_care.h"

#include <QApplication>
#include <QPlainTextEdit>

#include <cstdio>

namespace kairos::bench {
namespace {

constexpr int kRuns = 200;
constexpr int kDrafts = 30;
constexpr qsizetype kLetters = 150'000; ///< fifty pages
constexpr double kFrame = 16'000;       ///< microseconds: the next picture of the screen shows the letter

/// Fifty pages as they are written: headings, lists, bold words, blanks, a word in twenty misspelt.
QString longNote() {
    const QString page = QStringLiteral(
        "# What arose\n"
        "She spoke of the **garden** and of her sister, slowly, with long pauses, and slept well afterwards. "
        "Grief came in waves that she could watch without going under; the mornings are hevy still. "
        "[dose: not known] The letter to her father is begun and lies on the table, she reads it alowd.\n"
        "- walk to the water before breakfast\n"
        "- call her sister on Tuesday about the house\n\n");
    QString text;
    while (text.size() < kLetters) {
        text += page;
    }
    return text;
}

/// Types letter by letter into an editor and knows when each was painted.
class Typist final : public QObject {
public:
    explicit Typist(QPlainTextEdit& edit) : m_edit(edit) {
        edit.viewport()->installEventFilter(this);
        QTextCursor middle(edit.document());
        middle.setPosition(edit.document()->characterCount() / 2);
        edit.setTextCursor(middle);
        edit.ensureCursorVisible();
    }
    /// From the key event to the painted letter.
    void key() {
        static const QString kTyped = QStringLiteral("and the mornign was better, so ");
        const char letter = kTyped.at(m_typed++ % kTyped.size()).toLatin1();
        m_isPainted = false;
        QTest::keyClick(&m_edit, letter);
        while (!m_isPainted) {
            QCoreApplication::processEvents();
        }
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    QPlainTextEdit& m_edit;
    qsizetype m_typed = 0;
    bool m_isPainted = false;
};

/// The dictionary of this PC, or the tests' own where it has none; puts it where the practice looks.
void chooseDictionary(test::PageStage& stage) {
    const QString folder = stage.fixture().folder() + QStringLiteral("/dictionaries");
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder);
    QString language = QStringLiteral("en_XA");
    for (const auto& files : spelling::dictionariesIn(spelling::dictionaryFolders())) {
        if (files.language.startsWith(QStringLiteral("en"))) {
            language = files.language;
            QFile::copy(files.aff, folder + QLatin1Char('/') + language + QStringLiteral(".aff"));
            QFile::copy(files.dic, folder + QLatin1Char('/') + language + QStringLiteral(".dic"));
            break;
        }
    }
    support::required(workflow::SpellingDesk(stage.practice()).choose({language}));
    std::printf("%-52s %s\n", "  the note below is read by", qPrintable(language));
}

record::SessionId bookSession(test::PageStage& stage) {
    record::TherapySession session;
    session.patient = stage.patient();
    session.type = record::TherapyType::Integration;
    session.booked = {stage.practice().today(), QTime(9, 0), stage.practice().practice().zone};
    return support::required(workflow::TherapyCare(stage.practice()).book(session));
}

} // namespace

int benchNoteKey() {
    const ui::ThemeManager themes(*qApp);
    test::PageStage stage;
    chooseDictionary(stage);
    const auto session = bookSession(stage);
    ui::NotePanel panel({session, stage.patient(), record::TherapyType::Integration}, stage.context());
    panel.refresh();
    ui::NoteTextEdit* section = panel.editor().sectionEdit(QStringLiteral("data"));
    QPlainTextEdit plain;
    for (QPlainTextEdit* edit : {static_cast<QPlainTextEdit*>(section), &plain}) {
        edit->setPlainText(longNote());
    }
    panel.resize(1290, 640);
    panel.show();
    plain.resize(section->size());
    plain.show();
    QCoreApplication::processEvents();
    if (!panel.spelling().isOn() || section->document()->characterCount() < kLetters) {
        std::printf("a key in a note of 50 pages: the note is not as it should be\n");
        return 1;
    }
    Typist ours(*section);
    Typist bare(plain);
    const int missed = reportTime(
        "Key in a note of 50 pages to painted", kRuns, [&] { ours.key(); }, kFrame);
    // What a key may have to wait for, once in 0.7 seconds.
    tell("  the same with its draft kept on disk / without", measure(
                                                                 kDrafts,
                                                                 [&] {
                                                                     ours.key();
                                                                     panel.keepDraft();
                                                                 },
                                                                 [&] { ours.key(); }));
    tell("  the same against a plain editor", measure(
                                                  kRuns, [&] { ours.key(); }, [&] { bare.key(); }));
    return missed;
}

} // namespace kairos::bench
