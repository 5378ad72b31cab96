// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_text_edit.h"

#include "ui/shared/markup_highlighter.h"
#include "ui/shared/note_spelling.h"
#include "ui/shared/plain_structure.h"

#include "core/therapy/macros.h"
#include "core/therapy/note_text.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>

namespace kairos::ui {
namespace {

/// Markup may be far longer than the text in it; beyond this the plain text is taken, which is read at once.
constexpr qsizetype kLongestHtml = 4 * therapy::kLongestSection;

bool isEnter(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool isPlain(const QKeyEvent& event) {
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

/// Alt+Enter, as spelling is asked for.
bool isSpelling(const QKeyEvent& event) {
    return isEnter(event) && (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

/// Whether the key writes or takes away a letter.
bool isWriting(const QKeyEvent& event) {
    const bool takesAway = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    const bool isLetter = !event.text().isEmpty() && event.text().at(0).isPrint();
    return (takesAway || isEnter(event) || isLetter) && !isSpelling(event);
}

} // namespace

NoteTextEdit::NoteTextEdit(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new MarkupHighlighter(*this)) {
    m_spellSoon.setSingleShot(true);
    m_spellSoon.setInterval(0);
    connect(&m_spellSoon, &QTimer::timeout, this, &NoteTextEdit::spellInSight);
    const auto later = [this] {
        if (m_spelling && !isRestyling()) {
            m_spellSoon.start();
        }
    };
    // Not by the scroll bar, which is silent where a key moves the text.
    connect(this, &QPlainTextEdit::updateRequest, this, [later](const QRect&, int moved) {
        if (moved != 0) {
            later();
        }
    });
    connect(document(), &QTextDocument::contentsChange, this, later);
}

bool NoteTextEdit::event(QEvent* event) {
    if (event->type() == QEvent::ReadOnlyChange) {
        m_highlighter->restyle(); // What nobody may change is not marked as misspelt.
    }
    // Tab leaves the field, which happens before the key reaches the text.
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Tab && isPlain(key) && expandMacro({})) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteTextEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter != nullptr) {
        m_highlighter->restyle();
    }
}

void NoteTextEdit::keyPressEvent(QKeyEvent* event) {
    const QTextCursor before = textCursor();
    if (isWriting(*event)) {
        m_highlighter->beginTyping();
    }
    takeKey(event);
    if (!isWriting(*event) && textCursor().position() != before.position()) {
        m_highlighter->endTyping(before.block());
    }
}

void NoteTextEdit::takeKey(QKeyEvent* event) {
    const bool isBold = event->key() == Qt::Key_B && event->modifiers() == Qt::ControlModifier;
    const bool isSpace = event->key() == Qt::Key_Space && isPlain(*event);
    const bool isNewLine = isEnter(*event) && isPlain(*event);
    if (isReadOnly()) {
        QPlainTextEdit::keyPressEvent(event);
    } else if (isSpelling(*event)) {
        offerSpelling();
    } else if (isBold) {
        toggleBold();
    } else if ((isSpace && expandMacro(QStringLiteral(" "))) ||
               (isNewLine && (expandMacro(QStringLiteral("\n")) || continueList()))) {
        event->accept();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool NoteTextEdit::expandMacro(const QString& after) {
    QTextCursor cursor = textCursor();
    if (isReadOnly() || !m_macros || cursor.hasSelection()) {
        return false;
    }
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const auto name = therapy::macroEndingAt(line);
    const auto text = name ? m_macros(*name) : std::nullopt;
    if (!text) {
        return false;
    }
    cursor.setPosition(cursor.position() - static_cast<int>(name->size()) - 1, QTextCursor::KeepAnchor);
    cursor.insertText(*text + after);
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

bool NoteTextEdit::continueList() {
    QTextCursor cursor = textCursor();
    static const QRegularExpression kItem(QStringLiteral("^(\\s*- )(.*)$"));
    const auto item = kItem.match(cursor.block().text());
    const bool isInside = item.hasMatch() && cursor.positionInBlock() >= item.capturedLength(1);
    if (!isInside || cursor.hasSelection()) {
        return false;
    }
    if (item.capturedView(2).trimmed().isEmpty()) {
        cursor.select(QTextCursor::LineUnderCursor);
        cursor.removeSelectedText();
    } else {
        cursor.insertText(QLatin1Char('\n') + item.captured(1));
    }
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

void NoteTextEdit::toggleBold() {
    const QString mark = QStringLiteral("**");
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection()) {
        const QString rest = cursor.block().text().mid(cursor.positionInBlock(), 2);
        if (rest == mark) {
            cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 2); // Out of the bold text.
        } else {
            cursor.insertText(mark + mark);
            cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, 2);
        }
        setTextCursor(cursor);
        return;
    }
    QStringList lines = cursor.selectedText().split(QChar::ParagraphSeparator);
    for (QString& line : lines) {
        const bool isMarked = line.size() > 4 && line.startsWith(mark) && line.endsWith(mark);
        if (isMarked) {
            line = line.mid(2, line.size() - 4);
        } else if (!line.trimmed().isEmpty()) {
            line = mark + line + mark;
        }
    }
    const QString changed = lines.join(QLatin1Char('\n'));
    const int from = cursor.selectionStart();
    cursor.insertText(changed);
    cursor.setPosition(from);
    cursor.setPosition(from + static_cast<int>(changed.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void NoteTextEdit::takeText(const QString& text) {
    QTextCursor cursor = textCursor();
    const qsizetype selected = cursor.selectionEnd() - cursor.selectionStart();
    const qsizetype kept = document()->characterCount() - 1 - selected;
    if (text.size() > 2 * therapy::kLongestSection) {
        Q_EMIT refused(therapy::tooLongForNote());
        return;
    }
    const QString clean = therapy::cleanNoteText(text);
    if (kept + clean.size() > therapy::kLongestSection) {
        Q_EMIT refused(therapy::tooLongForNote());
        return;
    }
    cursor.insertText(clean);
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool NoteTextEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText() || source->hasHtml();
}

void NoteTextEdit::insertFromMimeData(const QMimeData* source) {
    const QString html = source->html();
    if (!html.isEmpty() && html.size() <= kLongestHtml) {
        takeText(plainStructure(html));
    } else if (!html.isEmpty() && !source->hasText()) {
        Q_EMIT refused(therapy::tooLongForNote());
    } else {
        takeText(source->text());
    }
}

} // namespace kairos::ui
