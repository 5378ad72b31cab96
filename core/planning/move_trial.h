// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/course_change.h"

#include "core/base/result.h"

namespace kairos::planning {

/// What a plan stands on: what is needed to try something out on it.
struct CourseState {
    const protocols::Protocol& protocol;
    const PlannedCourse& course;
    const Facts& facts;
    const PlanRequest& request;
};

/// What moving one step would do. Nothing is changed by trying.
struct MoveTrial {
    PlanRequest request; ///< with the day chosen; what the course is to be replanned by once accepted
    PlannedCourse course;
    base::Findings violated; ///< rules and windows that the move breaks and the course did not break before
    QList<CourseChange> changes;
};

/// Tries `step` on `day` and replans what follows. Errors: NotFound for a step the course has not, Refused
/// for one that was held or waived or whose day is another step's, InvalidInput for a day that is none.
[[nodiscard]] base::Result<MoveTrial> tryMove(const CourseState& state, const QString& step, QDate day);

} // namespace kairos::planning
