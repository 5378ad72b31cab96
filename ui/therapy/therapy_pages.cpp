// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/therapy_pages.h"

#include "ui/therapy/sheets_tab.h"
#include "ui/therapy/therapy_page.h"

#include <QTimer>

namespace kairos::ui {

Page* makeTherapyPage(const TherapyPlace& place, const PageContext& context, QWidget* parent) {
    auto* page = new TherapyPage(place.session, context, parent);
    if (place.passage) {
        // The page is shown first: the focus is placed after it, in editors that have their size.
        QTimer::singleShot(0, page, [page, passage = *place.passage] { page->showPassage(passage); });
    }
    return page;
}

Page* makeSheetsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent) {
    return new SheetsTab(patient, context, parent);
}

} // namespace kairos::ui
