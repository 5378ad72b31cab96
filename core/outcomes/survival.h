// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/proportion.h"

#include <QList>

#include <optional>

namespace kairos::outcomes {

/// How long one person was seen, and whether it ended with the event (relapse) or with the looking.
struct Follow {
    double time = 0; ///< 0 or later, e.g. days
    bool hadEvent = false;
};

/// One step of the curve: at a time with at least one event.
struct SurvivalStep {
    double time = 0;
    qint64 atRisk = 0; ///< just before the time; events come before censorings of the same time
    qint64 events = 0;
    double survival = 1;
    std::optional<double> error;         ///< Greenwood's standard error; absent once nobody is left
    std::optional<Interval> logInterval; ///< R's default, capped at 1
    std::optional<Interval> logLogInterval;
};

/// Kaplan and Meier 1958 (JASA 53:457) with Greenwood 1926. Follows with a negative or undefined time are
/// left out: nobody is seen before the start.
[[nodiscard]] QList<SurvivalStep> kaplanMeier(const QList<Follow>& follows, double z = kZ95);

/// The first time at which survival is at or below `share` (0.5: the median); absent when it never is.
/// R prints the middle of a stretch that lies exactly at the share; this is its first time.
[[nodiscard]] std::optional<double> timeOfSurvival(const QList<SurvivalStep>& curve, double share = 0.5);

/// The area under the curve up to `limit`: mean time without the event, restricted to it.
[[nodiscard]] double restrictedMean(const QList<SurvivalStep>& curve, double limit);

struct LogRank {
    double observed = 0; ///< events in the first group
    double expected = 0;
    double variance = 0;
    double chiSquared = 0;
    double p = 1; ///< one degree of freedom
};

/// The log-rank test of two groups; absent when no event can tell them apart.
[[nodiscard]] std::optional<LogRank> logRank(const QList<Follow>& first, const QList<Follow>& second);

} // namespace kairos::outcomes
