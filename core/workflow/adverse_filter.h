// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::workflow {

/// What of the register of adverse events is asked for; what is absent does not narrow it.
struct AdverseFilter {
    QString term;                    ///< part of the event's term, whatever its case and accents
    std::optional<int> gradeAtLeast; ///< 1 to 5; an event that was not graded is left out
    bool onlySerious = false;
    bool onlyUnresolved = false;
    std::optional<QDate> from; ///< first day of onset, in the practice's zone
    std::optional<QDate> to;   ///< last day of onset

    bool operator==(const AdverseFilter&) const = default;
};

} // namespace kairos::workflow
