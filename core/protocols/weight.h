// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"

#include <optional>

namespace kairos::protocols {

/// Refuses a weight that is no number, not above 0 or above the typing limit (300 kg by default).
[[nodiscard]] base::Outcome checkWeight(base::Kilograms weight, const DoseLimits& limits);

/// 154 lb is 69.853225 kg (one international pound is 0.45359237 kg).
[[nodiscard]] base::Kilograms kilogramsFromPounds(double pounds);

/// The change in per cent of `before`; 70 to 76 kg is +8.57. `before` must be above 0.
[[nodiscard]] double weightChangePercent(base::Kilograms before, base::Kilograms now);

/// A caution when the weight changed by more than the limit (5 % by default) since the last dose.
[[nodiscard]] std::optional<base::Finding> weightChangeFinding(base::Kilograms before, base::Kilograms now,
                                                               const DoseLimits& limits);

/// Which of Devine's two formulas is meant.
enum class DevineFormula { Male, Female };

/// Ideal body weight by Devine 1974: 50 kg (male) or 45.5 kg (female) plus 2.3 kg an inch above 60 inches.
/// None below 60 inches (152.4 cm), where the formula says nothing. Dosing by it is contested: for display.
[[nodiscard]] std::optional<base::Kilograms> idealBodyWeight(DevineFormula formula, base::Centimetres height);

/// Ideal weight plus 0.4 of the difference to the actual weight.
[[nodiscard]] base::Kilograms adjustedBodyWeight(base::Kilograms ideal, base::Kilograms actual);

/// Kilograms by square metres; none for a height that is not above 0.
[[nodiscard]] std::optional<double> bodyMassIndex(base::Kilograms weight, base::Centimetres height);

} // namespace kairos::protocols
