// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"

namespace kairos::reports {

/// "Ketamine (racemic) 34.2 mg IV over 40 min"
[[nodiscard]] QString doseHeadline(const SummaryFacts& facts);
/// Times, rates, concentration, given of ordered, lot and volume: one sentence a line.
[[nodiscard]] QStringList doseLines(const SummaryFacts& facts);

} // namespace kairos::reports
