// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/reliable_change.h"

#include <QList>

#include <optional>

namespace kairos::outcomes {

/// How a group changed from baseline to follow-up; falls are positive. What needs two patients, or any
/// spread, is absent without them.
struct GroupChange {
    int n = 0;
    double meanBefore = 0;
    double meanAfter = 0;
    double meanFall = 0;
    std::optional<double> sdBefore; ///< n - 1 in the denominator, as all deviations here
    std::optional<double> sdAfter;
    std::optional<double> sdFall;
    std::optional<double> t;           ///< paired, n - 1 degrees of freedom
    std::optional<double> correlation; ///< Pearson, before with after
    std::optional<double> dz;          ///< mean fall over SD of falls
    std::optional<double> dPre;        ///< mean fall over SD before (Glass)
    std::optional<double> dAverage;    ///< mean fall over the mean of both SDs
    std::optional<double> hedges;      ///< small-sample factor J = 1 - 3 / (4(n - 1) - 1)
    std::optional<double> gPre;        ///< dPre times J
};

/// Absent for no pairs.
[[nodiscard]] std::optional<GroupChange> groupChange(const QList<TotalPair>& pairs);

} // namespace kairos::outcomes
