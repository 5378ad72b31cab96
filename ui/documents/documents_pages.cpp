// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documents_pages.h"

#include "ui/documents/documents_tab.h"

namespace kairos::ui {

Page* makeDocumentsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent) {
    return new DocumentsTab(patient, context, parent);
}

} // namespace kairos::ui
