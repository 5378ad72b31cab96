// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend_rules.h"

namespace kairos::scales {
class JsonPlace;
}

namespace kairos::outcomes {

/// The values a figure may have, both ends allowed.
struct FigureRange {
    double low = 0;
    double high = 0;
};

/// H, M or C of the key "confidence".
[[nodiscard]] base::Confidence confidenceAt(const scales::JsonPlace& place);
/// A figure with its value, source, confidence and text; out of its range it is refused at its place.
[[nodiscard]] RuleFigure ruleFigureAt(const scales::JsonPlace& root, QLatin1String key,
                                      const FigureRange& range);

} // namespace kairos::outcomes
