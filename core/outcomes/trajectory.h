// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace kairos::outcomes {

/// A total on a day.
struct DayScore {
    double day = 0;
    double total = 0;
};

/// A straight line through the scores by ordinary least squares.
struct Line {
    double slope = 0; ///< points a day
    double intercept = 0;
};

/// Area under the scores by trapezoids, points times days. \param scores by day, oldest first
[[nodiscard]] double areaUnder(std::span<const DayScore> scores);
/// The area divided by the days it spans; absent for fewer than two days.
[[nodiscard]] std::optional<double> timeAverage(std::span<const DayScore> scores);
/// Absent for fewer than two different days.
[[nodiscard]] std::optional<Line> leastSquares(std::span<const DayScore> scores);

} // namespace kairos::outcomes
