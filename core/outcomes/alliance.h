// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/outcomes/scale_rhythms.h"

#include <QList>
#include <QString>

namespace kairos::outcomes {

/// A rating of the alliance with its place in the course.
struct AlliancePoint {
    double total = 0; ///< points, the sum of all items
    int session = 0;  ///< the how-maniest of the course; 0 before the first
    QString day;      ///< in words, for a rating without a session

    bool operator==(const AlliancePoint&) const = default;
};

/// What the last rating of the alliance asks to be talked about: that it is low, and that it fell since the
/// one before. Nothing without a rating.
/// \param points oldest first; at least two for a fall, whose deviation is that of all of them (n − 1)
/// \param items how many items the total is the sum of, 1 or more
[[nodiscard]] base::Findings allianceFindings(const QList<AlliancePoint>& points, int items,
                                              const AllianceRules& rules);

} // namespace kairos::outcomes
