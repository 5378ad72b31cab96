// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

/// The run sheet of a dosing session (DosingPlace).
[[nodiscard]] Page* makeDosingPage(const DosingPlace& place, const PageContext& context,
                                   QWidget* parent = nullptr);

} // namespace kairos::ui
