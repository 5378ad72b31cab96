// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QString>

#include <optional>

namespace kairos::protocols {

/// A rate as a person types it, in both units where the bag is known.
struct TypedRate {
    base::MilligramsPerMinute mgPerMin;
    std::optional<base::MillilitresPerHour> mlPerH; ///< none without the bag's concentration
    QString reason;                                 ///< what was typed after the figure
};

/// mL/h of a pump by what it gives: rate * 60 / concentration of the bag. \pre bag above 0
[[nodiscard]] base::MillilitresPerHour pumpRate(base::MilligramsPerMinute rate,
                                                base::MilligramsPerMillilitre bag);
/// mg/min that a pump gives: rate * concentration of the bag / 60.
[[nodiscard]] base::MilligramsPerMinute givenRate(base::MillilitresPerHour rate,
                                                  base::MilligramsPerMillilitre bag);

/// Reads "60", "60 mL/h", "0.9 mg/min" and any of them with a reason behind: "60 mL/h blood pressure". A bare
/// number is mL/h where the bag is known, else mg/min. InvalidInput: no figure, not above 0, or mL/h without
/// the bag's concentration.
[[nodiscard]] base::Result<TypedRate> readRate(const QString& text,
                                               const std::optional<base::MilligramsPerMillilitre>& bag);

/// An amount beside the dose as typed: "5", "5 mg", "5 mg restless".
struct TypedAmount {
    base::Milligrams mg;
    QString reason;
};

/// InvalidInput: no figure, or not above 0.
[[nodiscard]] base::Result<TypedAmount> readBooster(const QString& text);

} // namespace kairos::protocols
