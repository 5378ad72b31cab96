// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::outcomes {

/// One figure of the rules, with where it comes from.
struct RuleFigure {
    double value = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
    QString text; ///< what it decides, for the settings page

    bool operator==(const RuleFigure&) const = default;
};

/// How series of ratings are judged: the figures of resources/safety/outcome_rules.json.
struct TrendRules {
    RuleFigure baselineMaxAgeDays;     ///< calendar days before the first dose
    RuleFigure exclusionShare;         ///< 0 to 1; a rating above it does not count for response
    RuleFigure partialResponsePercent; ///< 0 to 100
    RuleFigure reliableChangeZ;        ///< 1.959964 for 95 %
    RuleFigure relapseRatings;         ///< counted ratings in a row without response
    RuleFigure smallGroup;             ///< patients
    RuleFigure suppressedGroup;        ///< patients
    RuleFigure quartileCourses;        ///< courses from which the practice's own quartiles are drawn

    /// The same rules with every rating counted, however much of its recall window lies before the first
    /// dose.
    [[nodiscard]] TrendRules countingAll() const;
    /// Whether ratings with a mixed recall window may be left out.
    [[nodiscard]] bool leavesOut() const { return exclusionShare.value < 1; }

    bool operator==(const TrendRules&) const = default;
};

/// Reads a rules file. InvalidInput names the place that does not fit.
[[nodiscard]] base::Result<TrendRules> parseTrendRules(const QByteArray& json);

/// The rules the program brings.
[[nodiscard]] const TrendRules& builtInTrendRules();

} // namespace kairos::outcomes
