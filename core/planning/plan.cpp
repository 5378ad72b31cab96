// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

#include "core/planning/course_builder.h"

namespace kairos::planning {

PlannedCourse plan(const protocols::Protocol& protocol, const PlanRequest& request) {
    const Facts none;
    return CourseBuilder({protocol, request, none, nullptr}).build();
}

PlannedCourse replan(const protocols::Protocol& protocol, const PlannedCourse& course, const Facts& facts,
                     const PlanRequest& request) {
    return CourseBuilder({protocol, request, facts, &course}).build();
}

} // namespace kairos::planning
