// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/reading.h"

#include <QString>

namespace kairos::test {

inline constexpr qint64 kPulses = 100;

/// A reading that can be typed and that carries a number up to 9999: its hundreds in the systolic pressure,
/// the rest in the pulse.
[[nodiscard]] inline QString numberedLine(qint64 number) {
    return QStringLiteral("%1/60 %2 97").arg(100 + number / kPulses).arg(50 + number % kPulses);
}

/// The number of a stored reading; none of one that was not numbered.
[[nodiscard]] inline std::optional<qint64> numberOf(const record::Reading& reading) {
    if (reading.diastolic != 60 || !reading.systolic || !reading.pulse) {
        return std::nullopt;
    }
    return (*reading.systolic - 100) * kPulses + (*reading.pulse - 50);
}

} // namespace kairos::test
