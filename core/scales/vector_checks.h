// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"
#include "core/scales/json_place.h"

#include <optional>

namespace kairos::scales {

/// Holds an instrument against its own worked examples: each must come out as the file says, and together
/// they must stand on both sides of every band edge, every remission cut-off and every rule.
/// Returns the first thing that does not hold.
[[nodiscard]] std::optional<JsonProblem> checkVectors(const Instrument& instrument);

} // namespace kairos::scales
