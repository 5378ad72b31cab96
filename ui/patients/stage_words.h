// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/patient.h"

#include <QString>

namespace kairos::ui {

/// A stage of care in words for lists and filters: "Screening", "Induction" …
[[nodiscard]] QString stageText(record::Stage stage);

} // namespace kairos::ui
