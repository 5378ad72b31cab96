// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/find_query.h"

#include <QString>

namespace kairos::ui {

/// What a hit is, and which part of it: "Note: Assessment", "Goal: first step", "Allergy".
[[nodiscard]] QString foundKindText(const workflow::FoundRecord& hit);
/// The session it belongs to, "Integration 3" or "Dose 8"; empty where it belongs to none.
[[nodiscard]] QString foundSessionText(const workflow::FoundRecord& hit);

} // namespace kairos::ui
