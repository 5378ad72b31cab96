// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/demo/story.h"
#include "core/record/reading.h"

#include <QList>

namespace kairos::demo {

/// The figures of one reading `minute` minutes after the start of a 40-minute infusion: a rise to the peak at
/// the end of the infusion and a slow return, with a little noise. The last reading is never above the one
/// before.
[[nodiscard]] record::Reading readingAt(const PressureStory& pressure, int minute,
                                        base::RandomSource& random);

/// The minutes at which the protocol asks for readings, minute -15 first.
[[nodiscard]] QList<int> monitoringMinutes();

} // namespace kairos::demo
