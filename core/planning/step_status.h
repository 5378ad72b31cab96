// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"

#include <QDateTime>

namespace kairos::planning {

/// What a step is judged by. All times are the practice's local wall time (see wallTime).
struct StatusContext {
    const PlannedCourse& course;
    const Facts& facts;
    QHash<QString, QStringList> gates; ///< by step key: gates that are not met, in words
    QDateTime now;
    Bookings bookings;
};

/// Where a step stands.
struct StepStatus {
    QString key;
    record::StepState state = record::StepState::Open;
    QStringList waitsFor;  ///< keys of the unmet dependencies
    QStringList blockedBy; ///< the same, unmet gates, and last that no date fits, in words
    bool isPastLatest = false;
    std::optional<record::StepWindow> window;

    bool operator==(const StepStatus&) const = default;
};

/// The state of one step: done or waived by its fact; missed when its time has passed, the course went on
/// without it, and it is not booked for today or later; blocked while a dependency or a gate is unmet or no
/// date fits; late after its latest time; due from its target on; open before.
[[nodiscard]] StepStatus statusOf(const PlannedStep& step, const StatusContext& context);

/// All steps in the order of the course.
[[nodiscard]] QList<StepStatus> statusesOf(const StatusContext& context);

/// What a person looks at first: each list with the most urgent step first.
struct WhatIsNext {
    QList<StepStatus> next;    ///< due, then open
    QList<StepStatus> late;    ///< the longest overdue first
    QList<StepStatus> blocked; ///< those whose window has begun, and those no date fits
};

[[nodiscard]] WhatIsNext whatIsNext(const StatusContext& context);

} // namespace kairos::planning
