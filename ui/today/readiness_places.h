// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include "core/workflow/readiness.h"

#include <QList>

namespace kairos::ui {

/// Where an item of a dose is settled, the best place first; without a cell the sheet of the dose.
[[nodiscard]] QList<Place> placesOf(const workflow::ReadinessRow& row, const workflow::ReadinessCell* cell);

} // namespace kairos::ui
