// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/regimen.h"

#include "core/base/finding.h"

#include <QDate>

namespace kairos::planning {

/// The total of an instrument on one day.
struct DatedScore {
    QString instrument;
    QDate day;
    double total = 0;

    bool operator==(const DatedScore&) const = default;
};

/// The booster rules that the latest score of an instrument meets: at least so high, or so many points above
/// its lowest since the last dose. Scores from before or on the day of the last dose say nothing of what came
/// after it and are left out, but for the lowest one to rise from. Each finding names its rule's source; the
/// prescriber decides.
[[nodiscard]] base::Findings boosterFindings(const QList<protocols::BoosterRule>& rules,
                                             const QList<DatedScore>& scores, QDate lastDose);

} // namespace kairos::planning
