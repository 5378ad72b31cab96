// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/proportion.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace kairos::outcomes {

Proportion proportion(qint64 x, qint64 n, double z) {
    KAIROS_CHECK(x >= 0 && x <= n);
    Proportion result{x, n, std::nullopt, std::nullopt};
    if (n == 0) {
        return result;
    }
    const double size = double(n);
    const double p = double(x) / size;
    const double z2 = z * z;
    const double scale = 1 + z2 / size;
    const double centre = (p + z2 / (2 * size)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / size + z2 / (4 * size * size)) / scale;
    result.share = p;
    // The ends are exact by definition; the arithmetic would leave rounding noise.
    result.interval =
        Interval{x == 0 ? 0.0 : std::max(0.0, centre - half), x == n ? 1.0 : std::min(1.0, centre + half)};
    return result;
}

std::optional<ShareDifference> shareDifference(const Proportion& first, const Proportion& second) {
    if (!first.share || !second.share) {
        return std::nullopt;
    }
    const double p1 = *first.share;
    const double p2 = *second.share;
    ShareDifference result;
    result.difference = p1 - p2;
    result.interval =
        Interval{result.difference - std::hypot(p1 - first.interval->low, second.interval->high - p2),
                 result.difference + std::hypot(first.interval->high - p1, p2 - second.interval->low)};
    if (result.interval.low > 0 || result.interval.high < 0) {
        result.numberNeeded = 1 / result.difference;
    }
    return result;
}

} // namespace kairos::outcomes
