// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/safety/reading_line.h"
#include "core/safety/typing_rules.h"

#include "core/base/finding.h"
#include "core/base/units.h"

#include <optional>

namespace kairos::safety {

/// Asks whether pulse and oxygen saturation were typed in the wrong order: a caution, beside whatever the
/// limits say of the figures as they stand. None when the figures do not look like it, or one is missing.
[[nodiscard]] std::optional<base::Finding> swapDoubt(const TypedReading& typed, const SwapRule& rule);
/// The reading with pulse and oxygen saturation exchanged.
[[nodiscard]] TypedReading swapped(const TypedReading& typed);

/// What is known of a patient's weight before the one that is typed.
struct WeightBackground {
    std::optional<base::Kilograms> last;
    std::optional<base::Centimetres> height;
};

/// Why this weight is asked back before it counts, the likeliest slip first; empty when it is taken at once.
/// \pre the weight is possible (protocols/weight.h checkWeight)
[[nodiscard]] base::Findings weightDoubts(base::Kilograms weight, const WeightBackground& background,
                                          const WeightSlipRule& rule);

} // namespace kairos::safety
