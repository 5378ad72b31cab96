// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/safety/measured_at.h"
#include "core/workflow/dosing_view.h"

#include <QString>

namespace kairos::ui {

class DosingController;

/// Reads what is typed of a nasal device: nothing (all that the device still holds, now), "1", "2 @14:32",
/// each with a reason behind. A typed minute that holds the start or the last spray means that moment.
/// InvalidInput: a time that is none. Refused: the dose comes from no device.
[[nodiscard]] base::Result<workflow::SprayEntry>
parseSprayLine(const QString& line, const workflow::DosingView& view, const safety::SessionClock& clock);

/// Where a nasal dose stands: "device 2 at minute 5, in 3 min", "device 2 may follow now", "1 spray left in
/// device 2", "all devices taken".
[[nodiscard]] QString deviceWords(const DosingController& controller);
/// "1 of 3 devices, 2 of 6 sprays".
[[nodiscard]] QString deviceCountWords(const workflow::DeviceCourse& course);

} // namespace kairos::ui
