// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"

#include "core/reports/session_summary.h"

namespace kairos::ui {

/// Criteria in three columns, down before across, as evenly high as can be: a ticked box, the criterion, its
/// evidence. Long words break.
[[nodiscard]] Block criteriaGrid(QList<reports::CriterionLine> lines);

} // namespace kairos::ui
