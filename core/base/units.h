// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <compare>

namespace kairos::base {

/// A number with its unit in the type, so that milligrams never meet millilitres by accident.
/// Full precision is kept; rounding is for display alone.
template <class Unit>
struct Quantity {
    double value = 0.0;

    auto operator<=>(const Quantity&) const = default;

    [[nodiscard]] Quantity operator+(Quantity other) const { return Quantity{value + other.value}; }
    [[nodiscard]] Quantity operator-(Quantity other) const { return Quantity{value - other.value}; }
    [[nodiscard]] Quantity operator*(double factor) const { return Quantity{value * factor}; }
    /// False for NaN and the infinities.
    [[nodiscard]] bool isFinite() const { return std::isfinite(value); }
};

using Kilograms = Quantity<struct KilogramsUnit>;
using Centimetres = Quantity<struct CentimetresUnit>;
using Milligrams = Quantity<struct MilligramsUnit>;
using MilligramsPerKilogram = Quantity<struct MilligramsPerKilogramUnit>;
using MilligramsPerMillilitre = Quantity<struct MilligramsPerMillilitreUnit>;
using MilligramsPerMinute = Quantity<struct MilligramsPerMinuteUnit>;
using MicrogramsPerKilogramMinute = Quantity<struct MicrogramsPerKilogramMinuteUnit>;
using Millilitres = Quantity<struct MillilitresUnit>;
using MillilitresPerHour = Quantity<struct MillilitresPerHourUnit>;
using Minutes = Quantity<struct MinutesUnit>;

/// One international pound is 0.45359237 kg exactly.
inline constexpr double kKilogramsPerPound = 0.45359237;

} // namespace kairos::base
