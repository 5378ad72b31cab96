// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include "core/workflow/find_query.h"

namespace kairos::ui {

/// Where a hit is read: at its passage, or at its record as far as its page knows parts.
[[nodiscard]] Place placeOf(const workflow::FoundRecord& hit);

} // namespace kairos::ui
