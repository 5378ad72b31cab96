// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The tab "ratings" of a chart: trend, items, list. Owned by `parent`.
[[nodiscard]] Page* makeRatingsTab(const record::PatientId& patient, const PageContext& context,
                                   QWidget* parent);

} // namespace kairos::ui
