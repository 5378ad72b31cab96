// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QList>

#include <optional>

namespace kairos::protocols {

/// A stretch of an infusion at one rate. A pause is a segment at rate 0.
struct DoseSegment {
    base::MilligramsPerMinute rate;
    base::Minutes duration;
};

/// What an infusion was to give and how it ran.
struct InfusionCourse {
    base::Milligrams planned;
    QList<DoseSegment> segments;
    QList<base::Milligrams> boosters;
    std::optional<base::Milligrams>
        leftInLine; ///< the line's volume times the bag's concentration, when entered
};

struct GivenDose {
    base::Milligrams given;
    base::Milligrams notGiven; ///< of the planned dose, never below 0; boosters do not count here
    std::optional<base::Milligrams> notInfused; ///< what stayed in the line, told beside the given dose
};

/// Sum of rate times running minutes over the segments, plus boosters. 35 mg over 40 min stopped at 12 min is
/// 10.5 mg given, 24.5 mg not given. Error: InvalidInput for a negative or endless figure.
[[nodiscard]] base::Result<GivenDose> givenDose(const InfusionCourse& course);

} // namespace kairos::protocols
