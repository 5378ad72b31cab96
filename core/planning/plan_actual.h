// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/step_status.h"

namespace kairos::planning {

/// How one kind of step was kept.
struct KindActual {
    record::StepKind kind = record::StepKind::Dosing;
    int planned = 0; ///< steps of the kind in the plan
    int held = 0;
    int inWindow = 0; ///< of the held ones
    int waived = 0;
    int missed = 0;
    int late = 0; ///< past their latest time and still open

    bool operator==(const KindActual&) const = default;
};

/// Plan against actual for one step that was held.
struct StepActual {
    QString key;
    qint64 daysFromTarget = 0; ///< calendar days, positive when held after the target
    bool isInWindow = false;

    bool operator==(const StepActual&) const = default;
};

struct PlanActual {
    QList<KindActual> kinds; ///< in the order of the kinds, those that the plan has
    QList<StepActual> steps; ///< held steps that have a window, in the order of the course

    [[nodiscard]] const KindActual* of(record::StepKind kind) const;
};

/// `zone` is the practice's: held moments are compared in local time.
[[nodiscard]] PlanActual planAgainstActual(const StatusContext& context, const QTimeZone& zone);

} // namespace kairos::planning
