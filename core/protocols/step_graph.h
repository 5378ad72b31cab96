// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/protocol.h"

#include "core/base/result.h"

namespace kairos::protocols {

/// What a step is reckoned from when dates are found.
enum class StepOrigin {
    Template,
    Dose,
    Integration,
    Therapy,
    Checkpoint,
    MeasureBeforeDose,
    MeasureAfterDose,
    MeasureWeekly,
    MeasureEveryDays
};

/// A step of a protocol without dates.
struct StepSkeleton {
    QString key; ///< "dose-3", "integration-3", "therapy-5", "rating-dose-3", "rating-week-7", or a
                 ///< template's or checkpoint's key
    record::StepKind kind = record::StepKind::Review;
    int number = 0; ///< from 1 within its kind, in the order of the list; 0 for a checkpoint
    QString title;
    QString strand;
    StepOrigin origin = StepOrigin::Template;
    int index = 0; ///< of a dose, integration, therapy session, week or turn, from 1; of what stands against
                   ///< a dose that dose
    int part = -1; ///< index in Protocol::measures or Protocol::strands()
    int minutes = 0; ///< length of the appointment; 0 where none is booked
    QStringList dependsOn;
    QStringList instruments;
    QString basis;
};

/// Every step of the protocol, in the order of care: what comes before the doses, each dose with its measure
/// and its integration, what comes after. Keys are unique in a protocol the loader accepted.
[[nodiscard]] QList<StepSkeleton> stepSkeletons(const Protocol& protocol);

/// The skeletons so ordered that each follows everything it depends on; otherwise the given order is kept.
/// Error: InvalidInput naming a step that waits for itself, for no known step, or that stands twice.
[[nodiscard]] base::Result<QList<StepSkeleton>> inOrderOfDependence(const QList<StepSkeleton>& steps);

} // namespace kairos::protocols
