// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/regimen.h"

#include "core/base/check.h"

#include <algorithm>
#include <numeric>

namespace kairos::protocols {

int Regimen::count() const {
    return std::accumulate(blocks.begin(), blocks.end(), 0,
                           [](int sum, const DoseBlock& block) { return sum + block.count; });
}

const DoseBlock& Regimen::blockOf(int number) const {
    int last = 0;
    for (const DoseBlock& block : blocks) {
        last += block.count;
        if (number >= 1 && number <= last) {
            return block;
        }
    }
    KAIROS_CHECK(false); // no dose of this course has that number
    return blocks.last();
}

QDate idealDayAfter(QDate last, const DoseBlock& block, int shift) {
    constexpr int kHalfWeek = 3;
    if (block.weekdays.isEmpty()) {
        return last.addDays(block.targetGapDays.value_or(block.minGapDays));
    }
    // The pattern's day nearest to the gap that is aimed at, or the first one after the smallest gap.
    const int from =
        block.targetGapDays ? std::max(block.minGapDays, *block.targetGapDays - kHalfWeek) : block.minGapDays;
    QDate day = last.addDays(from);
    const auto patternDay = [shift](QDate date) { return (date.dayOfWeek() - 1 - shift + 14) % 7 + 1; };
    while (!block.weekdays.contains(patternDay(day))) {
        day = day.addDays(1);
    }
    return day;
}

} // namespace kairos::protocols
