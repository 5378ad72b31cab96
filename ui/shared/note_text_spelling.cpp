// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_text_edit.h"

#include "ui/shared/markup_highlighter.h"
#include "ui/shared/note_spelling.h"
#include "ui/shared/spell_menu.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTextBlock>

#include <algorithm>

namespace kairos::ui {

void NoteTextEdit::setSpelling(NoteSpelling* spelling) {
    if (m_spelling) {
        disconnect(m_spelling, nullptr, this, nullptr);
    }
    m_spelling = spelling;
    m_highlighter->setSpelling(spelling);
    if (spelling != nullptr) {
        connect(spelling, &NoteSpelling::changed, this, [this] {
            m_highlighter->forgetSpelling();
            m_spellSoon.start();
        });
        // The note goes with its spelling, but not always in this order.
        connect(spelling, &QObject::destroyed, this, [this] { m_highlighter->setSpelling(nullptr); });
        m_spellSoon.start();
    }
}

bool NoteTextEdit::isRestyling() const {
    return m_highlighter->isRestyling();
}

void NoteTextEdit::spellInSight() {
    if (!m_spelling || !isVisible() || document()->isEmpty()) {
        return;
    }
    const QTextBlock first = firstVisibleBlock();
    QTextBlock last = first;
    qreal bottom = blockBoundingGeometry(first).translated(contentOffset()).bottom();
    while (bottom < viewport()->height() && last.next().isValid()) {
        last = last.next();
        bottom += blockBoundingRect(last).height();
    }
    m_highlighter->spell(first, last);
}

void NoteTextEdit::offerSpelling() {
    if (!m_spelling) {
        return;
    }
    m_highlighter->endTyping(textCursor().block());
    const auto word = nextMisspelt(textCursor(), *m_spelling);
    if (!word) {
        Q_EMIT m_spelling->nothingFound();
        return;
    }
    setTextCursor(*word);
    ensureCursorVisible();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSpellingActs(*menu, *m_spelling, *word);
    menu->popup(viewport()->mapToGlobal(cursorRect().bottomLeft()));
    const QList<QAction*> acts = menu->actions();
    const auto first = std::find_if(
        acts.begin(), acts.end(), [](const QAction* act) { return act->isEnabled() && !act->isSeparator(); });
    menu->setActiveAction(first != acts.end() ? *first : nullptr);
}

void NoteTextEdit::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const QTextCursor place = isByMouse ? cursorForPosition(event->pos()) : textCursor();
    const auto word = m_spelling && !isReadOnly() ? misspeltAt(place, *m_spelling) : std::nullopt;
    if (word) {
        addSpellingActs(*menu, *m_spelling, *word);
    }
    menu->popup(event->globalPos());
    event->accept();
}

void NoteTextEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_highlighter->beginTyping();
    QPlainTextEdit::inputMethodEvent(event);
}

void NoteTextEdit::mousePressEvent(QMouseEvent* event) {
    m_highlighter->endTyping(textCursor().block());
    QPlainTextEdit::mousePressEvent(event);
}

void NoteTextEdit::focusOutEvent(QFocusEvent* event) {
    m_highlighter->endTyping(textCursor().block());
    QPlainTextEdit::focusOutEvent(event);
}

void NoteTextEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    m_spellSoon.start();
}

void NoteTextEdit::showEvent(QShowEvent* event) {
    QPlainTextEdit::showEvent(event);
    m_spellSoon.start();
}

} // namespace kairos::ui
