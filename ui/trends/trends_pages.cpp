// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trends_pages.h"

#include "ui/trends/ratings_tab.h"

namespace kairos::ui {

Page* makeRatingsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent) {
    return new RatingsTab(patient, context, parent);
}

} // namespace kairos::ui
