// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/dose_mark.h"
#include "core/outcomes/trend_rules.h"

#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <optional>

namespace kairos::outcomes {

/// How one rating stands to the doses. Reckoned from the record each time, so a corrected dose time counts.
struct DoseRelation {
    /// Elapsed hours from the start of the last dose before the rating; none before the first dose and when
    /// only the day of the rating is known.
    std::optional<double> hoursSinceDose;
    bool overlapsDose = false;    ///< a dose lies inside the recall window: information only
    bool beforeFirstDose = false; ///< taken before treatment; true as well while no dose has been given
    /// The part of the recall window that lies before the course's first dose, 0 to 1, in calendar days:
    /// PHQ-9 on day 3 has 11/14, on day 7 half. Always 0 for a rating taken before the first dose, whose
    /// window holds no treatment it could be mixed with.
    double pretreatmentShare = 0;
    bool excluded = false;  ///< the share is above the rules' limit: left out of response
    std::optional<int> day; ///< calendar days since the first dose; none without doses

    bool operator==(const DoseRelation&) const = default;
};

/// A rating with only its day known that falls on the day of the first dose counts as taken before it:
/// its recall window holds hardly anything else.
[[nodiscard]] DoseRelation relationOf(const record::Rating& rating, const scales::Instrument& instrument,
                                      const Course& course, const TrendRules& rules);

} // namespace kairos::outcomes
