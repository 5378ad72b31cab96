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
    int due = 0;  ///< those whose time has come: held, missed, late, or past their target

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

/// "5 of 6 doses given", "4 of 5 integration sessions that were due held in their window (80 %)", "9 of 11
/// ratings that were due done (82 %)"; kinds that the plan has not are left out.
[[nodiscard]] QStringList shareWords(const PlanActual& actual);

} // namespace kairos::planning
