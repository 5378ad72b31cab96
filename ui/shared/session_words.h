// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/therapy_session.h"

#include <QString>

namespace kairos::ui {

/// "Preparation", "Integration", "Therapy", "Session".
[[nodiscard]] QString therapyTypeText(record::TherapyType type);

} // namespace kairos::ui
