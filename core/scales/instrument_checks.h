// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"
#include "core/scales/json_place.h"

#include <optional>

namespace kairos::scales {

/// What the single values of a file cannot show: whether they fit together.
/// Returns the first thing that does not fit.
[[nodiscard]] std::optional<JsonProblem> findContradiction(const Instrument& instrument);

} // namespace kairos::scales
