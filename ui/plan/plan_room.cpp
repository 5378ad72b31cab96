// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_room.h"

#include "ui/plan/plan_tab.h"

namespace kairos::ui {

Page* makePlanTab(const record::PatientId& patient, const PageContext& context, QWidget* parent) {
    return new PlanTab(patient, context, parent);
}

} // namespace kairos::ui
