// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/group_change.h"

#include <cmath>

namespace kairos::outcomes {

namespace {

struct Sums {
    double before = 0, after = 0, fall = 0, cross = 0; ///< sums of squared and crossed deviations
};

std::optional<double> ratio(double value, double by) {
    return by > 0 ? std::optional(value / by) : std::nullopt;
}

Sums deviations(const QList<TotalPair>& pairs, const GroupChange& means) {
    Sums sums;
    for (const TotalPair& pair : pairs) {
        const double before = pair.baseline - means.meanBefore;
        const double after = pair.followUp - means.meanAfter;
        sums.before += before * before;
        sums.after += after * after;
        sums.cross += before * after;
        sums.fall += (before - after) * (before - after);
    }
    return sums;
}

} // namespace

std::optional<GroupChange> groupChange(const QList<TotalPair>& pairs) {
    if (pairs.isEmpty()) {
        return std::nullopt;
    }
    GroupChange change;
    change.n = static_cast<int>(pairs.size());
    for (const TotalPair& pair : pairs) {
        change.meanBefore += pair.baseline / change.n;
        change.meanAfter += pair.followUp / change.n;
    }
    change.meanFall = change.meanBefore - change.meanAfter;
    if (change.n < 2) {
        return change;
    }
    const Sums sums = deviations(pairs, change);
    const double free = change.n - 1;
    change.sdBefore = std::sqrt(sums.before / free);
    change.sdAfter = std::sqrt(sums.after / free);
    change.sdFall = std::sqrt(sums.fall / free);
    change.t = ratio(change.meanFall * std::sqrt(double(change.n)), *change.sdFall);
    change.correlation = ratio(sums.cross, std::sqrt(sums.before * sums.after));
    change.dz = ratio(change.meanFall, *change.sdFall);
    change.dPre = ratio(change.meanFall, *change.sdBefore);
    change.dAverage = ratio(change.meanFall, (*change.sdBefore + *change.sdAfter) / 2);
    change.hedges = 1 - 3 / (4 * free - 1);
    if (change.dPre) {
        change.gPre = *change.dPre * *change.hedges;
    }
    return change;
}

} // namespace kairos::outcomes
