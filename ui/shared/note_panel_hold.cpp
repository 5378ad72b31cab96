// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "core/workflow/note_holds.h"
#include "core/workflow/open_practice.h"

#include <QEvent>

namespace kairos::ui {
namespace {

/// The page around a panel; null in a window of its own.
Page* pageAround(const QWidget& panel) {
    for (QWidget* widget = panel.parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (auto* page = qobject_cast<Page*>(widget)) {
            return page;
        }
    }
    return nullptr;
}

} // namespace

void NotePanel::connectHolds() {
    connect(&m_context.practice.noteHolds(), &workflow::NoteHolds::released, this,
            [this](const record::SessionId& session) {
                if (m_isHeldElsewhere && session == m_subject.session) {
                    // What was written there meanwhile is read as if this place had just been opened.
                    m_isLoaded = false;
                    m_isDirty = false;
                    say({}, {}, {});
                    refresh();
                }
            });
}

void NotePanel::takeHold() {
    if (isSigned()) {
        m_context.practice.noteHolds().release(*this);
        m_isHeldElsewhere = false;
        return;
    }
    Page* page = pageAround(*this);
    if (page != nullptr) {
        page->installEventFilter(this);
        if (!page->isVisible()) {
            return; // It reads what changes, and holds the note from when it is seen.
        }
    }
    const auto taken = m_context.practice.noteHolds().take(
        m_subject.session, *this, page != nullptr ? page->title() : tr("another window"));
    m_isHeldElsewhere = !taken;
    if (!taken) {
        say(taken.error());
    }
}

bool NotePanel::eventFilter(QObject* watched, QEvent* event) {
    // Another tab of the same page hides the note as well, and goes on holding it: what counts is the page.
    if (watched == pageAround(*this)) {
        if (event->type() == QEvent::Hide) {
            m_context.practice.noteHolds().release(*this);
        } else if (event->type() == QEvent::Show && m_isLoaded && !isSigned()) {
            takeHold();
            showSigned();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kairos::ui
