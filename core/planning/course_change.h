// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

namespace kairos::planning {

/// How one step differs between two courses, for a person to see before accepting the second.
struct CourseChange {
    QString step; ///< its key
    QString title;
    std::optional<record::StepWindow> from; ///< none: it had no date, or was not there
    std::optional<record::StepWindow> to;   ///< none: no date fits any more, or it is not there
    QString why; ///< one sentence's worth, e.g. "dose 2 moved to 6 March; at least 2 days lie between"

    bool operator==(const CourseChange&) const = default;

    /// True when the day that is aimed at differs; otherwise only the limits do.
    [[nodiscard]] bool isMoved() const;
};

/// Two courses of one protocol, and what the second was planned by.
struct CoursePair {
    const protocols::Protocol& protocol;
    const PlannedCourse& before;
    const PlannedCourse& after;
    const Facts& facts;
    const PlanRequest& request;
};

/// What differs, in the order of the second course. The reasons are read from facts and request.
[[nodiscard]] QList<CourseChange> courseChanges(const CoursePair& pair);

} // namespace kairos::planning
