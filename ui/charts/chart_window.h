// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"

#include <optional>

namespace kairos::ui {

/// The least that can be zoomed to: six hours, so that the hours after a dose can be told apart.
inline constexpr double kShortestWindow = 0.25;

/// A stretch of time that zooms and moves inside the whole.
struct ChartWindow {
    TrendChartModel::Span shown; ///< now
    TrendChartModel::Span whole; ///< where nothing is left out

    /// Zoomed by a factor (below 1 is closer) with `anchor` staying where it is. None: the whole is shown.
    [[nodiscard]] std::optional<TrendChartModel::Span> zoomed(double factor, double anchor) const;
    /// Moved by so many days, never beyond the whole.
    [[nodiscard]] std::optional<TrendChartModel::Span> moved(double days) const;
};

} // namespace kairos::ui
