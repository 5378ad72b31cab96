// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/reliable_change.h"

#include "core/scales/instrument.h"

#include <optional>

namespace kairos::outcomes {

/// Whether a follow-up is a response by the instrument's own rule, inclusive and in exact arithmetic
/// (21 to 10 is, 21 to 11 is not); absent without a rule, and for a share of a baseline that is not above 0.
[[nodiscard]] std::optional<bool> isResponse(const scales::Instrument& instrument, TotalPair totals);

/// At least `percent` of the baseline lost, but short of response; absent for instruments that do not judge
/// by a share of the baseline.
[[nodiscard]] std::optional<bool> isPartialResponse(const scales::Instrument& instrument, TotalPair totals,
                                                    double percent);

/// The last whole total that is a response, for a line in a chart.
[[nodiscard]] std::optional<double> responseLine(const scales::Instrument& instrument, double baseline);

/// (baseline - follow-up) / baseline * 100: positive is a fall. Absent when the baseline is not above 0.
[[nodiscard]] std::optional<double> changePercent(TotalPair totals);

/// The cut-off a course uses: the one with its id, else the file's first; none without a cut-off.
[[nodiscard]] const scales::RemissionCut* remissionCutOf(const scales::Instrument& instrument,
                                                         const QString& id);

} // namespace kairos::outcomes
