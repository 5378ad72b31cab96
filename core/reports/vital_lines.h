// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"

namespace kairos::reports {

/// Times down, parameters across, with the dissociation rating nearest to each time.
[[nodiscard]] QList<VitalLine> vitalLines(const SummaryFacts& facts, const safety::SafetyRules& rules);
/// What the marks mean and where the limits come from; empty when no reading passed one.
[[nodiscard]] QString vitalsNote(const SummaryFacts& facts, const safety::SafetyRules& rules);

} // namespace kairos::reports
