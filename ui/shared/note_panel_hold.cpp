// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "core/workflow/note_holds.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {
namespace {

/// The page around a panel; null in a window of its own.
const Page* pageAround(const QWidget& panel) {
    for (const QWidget* widget = panel.parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (const auto* page = qobject_cast<const Page*>(widget)) {
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
    const Page* page = pageAround(*this);
    const auto taken = m_context.practice.noteHolds().take(
        m_subject.session, *this, page != nullptr ? page->title() : tr("another window"));
    m_isHeldElsewhere = !taken;
    if (!taken) {
        say(taken.error());
    }
}

void NotePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isLoaded && !isSigned()) {
        takeHold();
        showSigned();
    }
}

void NotePanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    // Another tab of the same page hides the note as well, and goes on holding it.
    const Page* page = pageAround(*this);
    if (page == nullptr || !page->isVisible()) {
        m_context.practice.noteHolds().release(*this);
    }
}

} // namespace kairos::ui
