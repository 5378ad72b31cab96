// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/protocols/given_dose.h"

namespace kairos::workflow {

/// The infusion as it ran until `now` (or its end): segments between start, pauses, rate changes and stop,
/// and boosters. A single administration counts as given whole at minute 0.
[[nodiscard]] protocols::InfusionCourse infusionOf(const SessionContent& content, const base::Instant& now);

/// When the infusion ends if nothing changes: the planned minutes, later by the pauses so far.
[[nodiscard]] std::optional<base::Instant> expectedEnd(const SessionContent& content,
                                                       const base::Instant& now);

} // namespace kairos::workflow
