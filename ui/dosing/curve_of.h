// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/session_curve.h"

#include "core/record/reading.h"

namespace kairos::ui {

class DosingController;

/// The curve of the session as it stands: its readings over those of the earlier doses, the pressure limits
/// of the rules as lines, the infusion, events by letter. `preview` is the reading that Enter would save.
[[nodiscard]] SessionCurve curveOf(const DosingController& controller,
                                   const std::optional<record::Reading>& preview = {});
/// "a 10:24 settled · b 10:36 …": the letters of the curve in words.
[[nodiscard]] QString curveEventWords(const DosingController& controller);

} // namespace kairos::ui
