// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol.h"

#include <algorithm>

namespace kairos::protocols {

const StepTemplate* Protocol::templateOf(const QString& key) const {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&key](const StepTemplate& step) { return step.key == key; });
    return found == steps.end() ? nullptr : &*found;
}

const Checkpoint* Protocol::checkpointOf(const QString& key) const {
    const auto found = std::find_if(checkpoints.begin(), checkpoints.end(),
                                    [&key](const Checkpoint& point) { return point.key == key; });
    return found == checkpoints.end() ? nullptr : &*found;
}

QList<const TherapyStrand*> Protocol::strands() const {
    QList<const TherapyStrand*> all;
    if (therapy) {
        all.append(&*therapy);
    }
    for (const TherapyStrand& strand : moreTherapies) {
        all.append(&strand);
    }
    return all;
}

const TherapyStrand* Protocol::strandOf(const QString& stepKey) const {
    const QString stem = stepKey.left(stepKey.lastIndexOf(QLatin1Char('-')));
    const QList<const TherapyStrand*> all = strands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&stem](const TherapyStrand* strand) { return strand->id == stem; });
    return found == all.end() ? nullptr : *found;
}

} // namespace kairos::protocols
