// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include "core/workflow/need.h"

#include <QList>

namespace kairos::ui {

/// Where a need is settled: the best place first, then those that do where a program has not the first.
[[nodiscard]] QList<Place> placesOf(const workflow::Need& need);

} // namespace kairos::ui
