// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trajectory.h"

namespace kairos::outcomes {

double areaUnder(std::span<const DayScore> scores) {
    double area = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        area += (scores[i].day - scores[i - 1].day) * (scores[i].total + scores[i - 1].total) / 2;
    }
    return area;
}

std::optional<double> timeAverage(std::span<const DayScore> scores) {
    if (scores.empty() || !(scores.back().day > scores.front().day)) {
        return std::nullopt;
    }
    return areaUnder(scores) / (scores.back().day - scores.front().day);
}

std::optional<Line> leastSquares(std::span<const DayScore> scores) {
    double days = 0;
    double totals = 0;
    for (const DayScore& score : scores) {
        days += score.day;
        totals += score.total;
    }
    const double n = double(scores.size());
    double squares = 0;
    double products = 0;
    for (const DayScore& score : scores) {
        squares += (score.day - days / n) * (score.day - days / n);
        products += (score.day - days / n) * (score.total - totals / n);
    }
    if (!(squares > 0)) {
        return std::nullopt;
    }
    const double slope = products / squares;
    return Line{slope, (totals - slope * days) / n};
}

} // namespace kairos::outcomes
