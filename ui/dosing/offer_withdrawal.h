// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dosing/dosing_controller.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/run_care.h"

namespace kairos::ui {

/// Offers to mark what was just saved as entered in error. The offer outlives the controller.
template <class Id>
void DosingController::offerWithdrawal(const QString& what, const Id& id) {
    auto& practice = m_context.practice;
    offerUndo(what, [&practice, id] { return workflow::RunCare(practice).withdraw(id, slipReason()); });
}

} // namespace kairos::ui
