// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/dose_mark.h"
#include "core/outcomes/dose_relation.h"
#include "core/outcomes/reliable_change.h"
#include "core/outcomes/trend_rules.h"

#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::outcomes {

/// One rating of a series.
struct TrendPoint {
    record::RatingId rating;
    base::Instant at;
    bool timeKnown = true;
    double total = 0;
    QString band;                         ///< stable id; empty when the instrument has no bands
    std::optional<double> hoursSinceDose; ///< from the start of the last dose
    bool overlapsDose = false;
    bool beforeFirstDose = false;
    double pretreatmentShare = 0; ///< 0 to 1; above 0 it is drawn hollow
    bool excluded = false;        ///< left out of response
    bool prorated = false;
    bool suicideItemMissing = false; ///< prorated without the critical item: never a remission
    std::optional<int> day;          ///< calendar days since the first dose
    QString version;                 ///< of the instrument

    bool operator==(const TrendPoint&) const = default;
};

/// A series of one instrument and what it says. Optional parts are absent where the question has no answer:
/// no follow-up yet, no baseline before the dose, no rule in the instrument's file.
struct Trend {
    QString instrument; ///< id
    QString title;      ///< short title, e.g. "PHQ-9"
    scales::Direction direction = scales::Direction::LowIsGood;
    QList<TrendPoint> points; ///< oldest first; only ratings with a total

    std::optional<qsizetype> baseline; ///< index into points
    bool noBaselineBeforeDose = false; ///< the baseline is the first rating after the dose, or there is none
    /// Index of the newest point that counts; when none after the baseline does, of the newest point.
    std::optional<qsizetype> latest;

    std::optional<double> changePoints;  ///< latest minus baseline
    std::optional<double> changePercent; ///< positive is a fall; absent when the baseline is 0
    std::optional<bool> response;
    std::optional<bool> partialResponse;     ///< short of response
    std::optional<bool> remission;           ///< of the latest total; needs no baseline
    std::optional<bool> remissionAtBaseline; ///< "was below cut-off at baseline"
    std::optional<ReliableChange> reliable;
    std::optional<bool> deteriorated; ///< reliable change for the worse

    std::optional<double> responseLine;  ///< the last total that is a response, to be drawn
    std::optional<double> remissionLine; ///< the last total that is a remission
    scales::Basis responseBasis;
    scales::Basis remissionBasis;

    std::optional<qsizetype> firstResponse;  ///< first counted point with response
    std::optional<qsizetype> firstRemission; ///< first counted point after the baseline with remission
    std::optional<qsizetype> best;           ///< best counted point after the baseline, the newest of equals
    std::optional<ReliableChange> sinceBest; ///< from the best to the latest
    bool mixedVersions = false;              ///< the series spans versions of the instrument
    bool countsAll = false; ///< the rule that leaves out ratings with a mixed recall window was off

    [[nodiscard]] const TrendPoint* baselinePoint() const;
    [[nodiscard]] const TrendPoint* latestPoint() const;
    /// How many points are left out of response.
    [[nodiscard]] qsizetype excludedPoints() const;
};

/// Judges a series.
/// \param ratings any order; those of other instruments and those without a total are passed over
/// Baseline (clinical convention, see outcome_rules.json): the last rating with a total before the first
/// dose's start and not older than the rules allow; else the first rating after it, and then there is no
/// response. Without doses (imported series) the earliest. Linearithmic in the number of ratings.
[[nodiscard]] Trend trendOf(const scales::Instrument& instrument, const QList<record::Rating>& ratings,
                            const Course& course, const TrendRules& rules = builtInTrendRules());

} // namespace kairos::outcomes
