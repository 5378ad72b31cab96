// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/risk_item.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace kairos::safety {

/// The days a practice may set between the closing of a risk item and its opening by an equal sign.
inline constexpr int kLeastReopenDays = 0;
inline constexpr int kMostReopenDays = 90;

/// When a closed risk item opens again: the figures of resources/safety/risk.json.
struct RiskRules {
    int reopenAfterDays = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
    QString text; ///< what the figure decides, for the settings page

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<RiskRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const RiskRules& builtIn();
};

/// A closing to measure a later sign by.
struct ClosedRisk {
    record::RiskLevel level = record::RiskLevel::Note; ///< as assessed at closing
    QDate day;
};

/// A sign that comes after a closing.
struct LaterSign {
    record::RiskLevel level = record::RiskLevel::Note;
    QDate day; ///< on which it was rated, not typed in
};

/// Whether the sign opens the closed item again: above the level assessed at closing always, else from
/// `afterDays` calendar days after closing on. Below both it is noted at the closed item.
[[nodiscard]] bool reopens(const ClosedRisk& closed, const LaterSign& sign, int afterDays);

} // namespace kairos::safety
