// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace kairos::outcomes {

/// The 97.5 % point of the normal distribution: 95 % intervals.
inline constexpr double kZ95 = 1.959964;

struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval&) const = default;
};

/// x of n, with its interval. The share and the interval are absent for an empty group.
struct Proportion {
    qint64 x = 0;
    qint64 n = 0;
    std::optional<double> share; ///< 0 to 1
    std::optional<Interval> interval;
};

/// Wilson's score interval (Wilson 1927, JASA 22:209). Exactly 0 for none and exactly 1 for all.
/// \pre 0 <= x <= n
[[nodiscard]] Proportion proportion(qint64 x, qint64 n, double z = kZ95);

/// The difference of two shares with Newcombe's interval (1998, Stat Med 17:873, method 10).
struct ShareDifference {
    double difference = 0;
    Interval interval;
    /// 1 / difference; absent unless the interval leaves out 0.
    std::optional<double> numberNeeded;
};

/// `first` minus `second`; absent when either group is empty.
[[nodiscard]] std::optional<ShareDifference> shareDifference(const Proportion& first,
                                                             const Proportion& second);

} // namespace kairos::outcomes
