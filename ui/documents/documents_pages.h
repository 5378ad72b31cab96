// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The tab "documents" of a chart: scans and letters. Owned by `parent`.
[[nodiscard]] Page* makeDocumentsTab(const record::PatientId& patient, const PageContext& context,
                                     QWidget* parent);

} // namespace kairos::ui
