// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/condition_parser.h"
#include "core/scales/instrument.h"
#include "core/scales/json_place.h"

namespace kairos::scales {

/// Reads "source" and "confidence" beside a figure.
[[nodiscard]] Basis parseBasis(const JsonPlace& place);
/// Reads a confidence mark: "H", "M" or "C".
[[nodiscard]] base::Confidence parseConfidence(const JsonPlace& place);

/// Reads everything of the file that judges a total: bands, classes, rules, cut-offs and change.
void parseJudgement(const JsonPlace& root, const ConditionNames& names, Instrument& instrument);

} // namespace kairos::scales
