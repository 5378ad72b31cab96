// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/protocols/given_dose.h"

namespace kairos::workflow {

/// The infusion as it ran until `now` (or its end): segments between start, pauses, rate changes and stop,
/// and boosters. A rate that is changed during a pause holds from going on. A single administration counts
/// as given whole at minute 0, a nasal spray as its sprays were taken.
[[nodiscard]] protocols::InfusionCourse infusionOf(const SessionContent& content, const base::Instant& now);

/// What the pump is set to.
struct PumpState {
    base::MilligramsPerMinute rate; ///< also while it is paused
    bool isPaused = false;
};

/// None before minute 0 and for a single administration.
[[nodiscard]] std::optional<PumpState> pumpState(const SessionContent& content, const base::Instant& now);

/// When the planned dose is through: when it was, or when it will be if nothing changes. While it is paused
/// that is as if it went on now; none at a rate of 0 and of a nasal spray (workflow/device_course.h).
[[nodiscard]] std::optional<base::Instant> expectedEnd(const SessionContent& content,
                                                       const base::Instant& now);

} // namespace kairos::workflow
