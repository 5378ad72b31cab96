// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace kairos::base {

/// How sure a clinical figure is: read in a source, from memory, or to be checked first.
enum class Confidence { High, Medium, Check };

/// The mark shown beside the value: "H", "M" or "C".
[[nodiscard]] inline QString confidenceMark(Confidence confidence) {
    switch (confidence) {
    case Confidence::High:
        return QStringLiteral("H");
    case Confidence::Medium:
        return QStringLiteral("M");
    case Confidence::Check:
        return QStringLiteral("C");
    }
    return QStringLiteral("C");
}

/// Reads "H", "M" or "C"; anything else is no confidence mark.
[[nodiscard]] inline std::optional<Confidence> confidenceFromMark(QStringView mark) {
    if (mark == QLatin1String("H")) {
        return Confidence::High;
    }
    if (mark == QLatin1String("M")) {
        return Confidence::Medium;
    }
    if (mark == QLatin1String("C")) {
        return Confidence::Check;
    }
    return std::nullopt;
}

} // namespace kairos::base
