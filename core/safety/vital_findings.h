// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/record/reading.h"
#include "core/safety/safety_rules.h"

#include <QList>

#include <optional>

namespace kairos::safety {

/// The baseline of a session: the last reading with a blood pressure before minute 0. None without one, or
/// when the dose has not begun: then the last such reading so far.
[[nodiscard]] std::optional<record::Reading> baselineOf(const QList<record::Reading>& readings,
                                                        const std::optional<base::Instant>& startedAt);

/// What the rules say of a reading, worst first. Rises need a baseline with the same sign.
[[nodiscard]] base::Findings findingsOf(const record::Reading& reading,
                                        const std::optional<record::Reading>& baseline,
                                        const SafetyRules& rules);

/// The row that the pressure before a dose falls into: the worse of the two pressures decides.
[[nodiscard]] const PressureRow& pressureRowFor(int systolic, int diastolic, const SafetyRules& rules);

} // namespace kairos::safety
