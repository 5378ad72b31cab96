// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::therapy {

/// The figures of goal attainment scaling (resources/therapy/goals.json).
struct GoalRules {
    double correlation = 0; ///< assumed between the goals of one person, at least 0, below 1
    QString correlationSource;
    base::Confidence correlationConfidence = base::Confidence::Check;
    double usefulChange = 0; ///< points of T, above 0
    QString usefulSource;
    base::Confidence usefulConfidence = base::Confidence::Check;
    QString baselineText; ///< when the baseline levels are to be written
    QString baselineSource;
    base::Confidence baselineConfidence = base::Confidence::Check;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<GoalRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const GoalRules& builtIn();
};

} // namespace kairos::therapy
