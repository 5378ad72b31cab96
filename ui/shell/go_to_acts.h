// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/go_to_model.h"

#include "ui/shared/page.h"

#include <optional>

namespace kairos::ui {

/// What Ctrl+K reaches beside places of the rail and patients: the register of adverse events and the two
/// inspection prints by their own words, an adverse event of the patient whose page is open, and a monitor's
/// file into each dose of today that takes one. Only what the words find; last the search for the words
/// themselves in all that was written.
[[nodiscard]] QList<GoToRow> goToActs(const PageContext& context, const QString& words,
                                      const std::optional<record::PatientId>& opened);

} // namespace kairos::ui
