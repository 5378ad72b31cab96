// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/dose_mark.h"
#include "core/outcomes/trend_rules.h"

#include "core/base/local_days.h"
#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <optional>
#include <vector>

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

/// Says of many ratings of one course how they stand to its doses. The doses are put in order once; each
/// rating then costs the logarithm of their number.
class DoseRelations final {
public:
    /// Instrument and rules must outlive it.
    DoseRelations(const scales::Instrument& instrument, const Course& course, const TrendRules& rules);

    /// A rating with only its day known that falls on the day of the first dose counts as taken before it:
    /// its recall window holds hardly anything else.
    [[nodiscard]] DoseRelation of(const record::Rating& rating);

private:
    struct Dose {
        qint64 startMs = 0;
        qint64 lastEndMs = 0; ///< the latest end of this dose and those before
        qint64 day = 0;       ///< local, of the start
    };
    /// The last dose that the rating is not before; null when it is before all.
    [[nodiscard]] const Dose* lastBefore(const record::Rating& rating, qint64 day) const;
    /// Whether a recall window of this many days opens before `endMs`.
    [[nodiscard]] bool reaches(const base::Instant& at, int days, qint64 endMs) const;

    const scales::Instrument& m_instrument;
    const TrendRules& m_rules;
    QTimeZone m_zone;
    base::LocalDays m_days;
    std::vector<Dose> m_doses; ///< by their start
};

/// The same for one rating.
[[nodiscard]] DoseRelation relationOf(const record::Rating& rating, const scales::Instrument& instrument,
                                      const Course& course, const TrendRules& rules);

} // namespace kairos::outcomes
