// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol.h"

#include "core/base/check.h"

#include <algorithm>
#include <numeric>

namespace kairos::protocols {

int Regimen::count() const {
    return std::accumulate(blocks.begin(), blocks.end(), 0,
                           [](int sum, const DoseBlock& block) { return sum + block.count; });
}

const DoseBlock& Regimen::blockOf(int number) const {
    KAIROS_CHECK(number >= 1 && number <= count());
    int last = 0;
    for (const DoseBlock& block : blocks) {
        last += block.count;
        if (number <= last) {
            return block;
        }
    }
    return blocks.last();
}

int TherapyStrand::count() const {
    return std::accumulate(perWeek.begin(), perWeek.end(), 0);
}

const StepTemplate* Protocol::templateOf(const QString& key) const {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&key](const StepTemplate& step) { return step.key == key; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace kairos::protocols
