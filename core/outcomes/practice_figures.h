// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/proportion.h"
#include "core/outcomes/survival.h"
#include "core/outcomes/trend.h"

#include "core/scales/instrument.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::outcomes {

/// What a practice's courses came to on one instrument. Each figure says of how many it is: only courses with
/// a baseline before the dose and a counted rating after it are analysed, which may overstate the effect.
struct ResponseFigures {
    QString instrument;
    qint64 courses = 0;  ///< with any rating of the instrument
    qint64 analysed = 0; ///< with a baseline before the dose and a counted follow-up
    Proportion response;
    Proportion remission;    ///< of those analysed who stood above the cut-off at baseline
    Proportion deteriorated; ///< reliably worse; of those analysed for whom it can be said
};

/// \param trends one a course, all of this instrument; judged at their latest counted rating
[[nodiscard]] ResponseFigures responseFigures(const QString& instrument, const QList<Trend>& trends);

/// How long a response lasted in days since it was first seen; ends with relapse as the rules define it, else
/// with the last counted rating. None without a response.
[[nodiscard]] std::optional<Follow> followAfterResponse(const scales::Instrument& instrument,
                                                        const Trend& trend,
                                                        const TrendRules& rules = builtInTrendRules());

/// Time to relapse over many courses, with the definition that belongs to the curve.
struct RelapseFigures {
    qint64 n = 0; ///< courses with a response
    qint64 events = 0;
    QList<SurvivalStep> curve;
    std::optional<double> median; ///< days: the first time at or below one half
    QString definition;
};

[[nodiscard]] RelapseFigures relapseFigures(const QList<Follow>& follows,
                                            const TrendRules& rules = builtInTrendRules());

} // namespace kairos::outcomes
