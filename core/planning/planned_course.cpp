// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planned_course.h"

#include <algorithm>

namespace kairos::planning {

QString doseKey(int dose) {
    return QStringLiteral("dose-%1").arg(dose);
}

const PlannedStep* PlannedCourse::find(const QString& key) const {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&key](const PlannedStep& step) { return step.key == key; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace kairos::planning
