// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"

#include <QList>
#include <QString>

namespace kairos::base {

/// How strong a finding is. A caution informs; a stop holds until an override says who and why.
enum class FindingLevel { Information, Caution, Stop };

/// What a rule says of a value: the words, the value, the limit and where the limit comes from.
struct Finding {
    FindingLevel level = FindingLevel::Information;
    QString rule;   ///< stable id of the rule, e.g. "dose.iv.max-mg-per-kg"
    QString text;   ///< one sentence for the clinician, with value and limit
    QString source; ///< author and year, label, or "local default"
    Confidence confidence = Confidence::Check;
    QString subject; ///< what it is about where that helps, e.g. a step id; may be empty

    bool operator==(const Finding&) const = default;
};

using Findings = QList<Finding>;

/// The stable word of a level in files and JSON: "information", "caution", "stop".
[[nodiscard]] inline QString findingLevelId(FindingLevel level) {
    switch (level) {
    case FindingLevel::Information:
        return QStringLiteral("information");
    case FindingLevel::Caution:
        return QStringLiteral("caution");
    case FindingLevel::Stop:
        return QStringLiteral("stop");
    }
    return QStringLiteral("stop");
}

} // namespace kairos::base
