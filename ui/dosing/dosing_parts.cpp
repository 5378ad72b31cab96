// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/dosing_page.h"

#include "ui/dosing/after_panel.h"
#include "ui/dosing/before_panel.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_pages.h"
#include "ui/dosing/monitor_dialog.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/file_dialogs.h"
#include "ui/shared/note_panel.h"

#include <QPushButton>
#include <QTimer>

namespace kairos::ui {

Page* makeDosingPage(const DosingPlace& place, const PageContext& context, QWidget* parent) {
    auto* page = new DosingPage(place.session, context, parent);
    // The page is shown first: a view or a dialog belongs to its window, and the focus is placed after it.
    if (place.inRoom) {
        QTimer::singleShot(0, page, &DosingPage::openRoom);
    } else if (place.passage) {
        QTimer::singleShot(0, page, [page, passage = *place.passage] { page->showPassage(passage); });
    } else if (!place.part.isEmpty()) {
        QTimer::singleShot(0, page, [page, part = place.part] { page->showPart(part); });
    }
    return page;
}

void DosingPage::showPart(const QString& part) {
    if (m_controller->trouble()) {
        return;
    }
    if (part == kPartMonitor) {
        if (!m_monitorButton->isHidden()) {
            importMonitor();
        }
        return;
    }
    if (part == kPartCalls) {
        showStage(After);
        m_after->showCalls();
    } else if (part == kPartIntention) {
        showStage(Before);
        m_before->showIntention();
    } else if (m_run->hasEntry(part)) {
        showStage(Running);
        m_run->showEntry(part);
    }
}

void DosingPage::showPassage(const NotePassage& passage) {
    if (!m_controller->trouble()) {
        showStage(After);
        m_after->note().showPassage(passage);
    }
}

void DosingPage::importMonitor() {
    m_context.files.askOpen(
        {.title = tr("Which file did the monitor write?"), .filters = {tr("Tables (*.csv *.txt)")}}, *this,
        [this](const QString& path) {
            const auto bytes = workflow::MonitorImport::readFile(path);
            if (!bytes) {
                say(bytes.error());
                return;
            }
            auto* dialog = new MonitorDialog(m_controller->session(), m_context, *bytes, window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

} // namespace kairos::ui
