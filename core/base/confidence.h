// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace kairos::base {

/// How sure a clinical figure is: read in a source, from memory, or to be checked first. What a clinic
/// changed in a protocol of its own is local: its own decision, which has no such mark.
enum class Confidence { High, Medium, Check, Local };

/// The mark shown beside the value: "H", "M" or "C"; "local" stands in its place for a clinic's own decision.
[[nodiscard]] inline QString confidenceMark(Confidence confidence) {
    switch (confidence) {
    case Confidence::High:
        return QStringLiteral("H");
    case Confidence::Medium:
        return QStringLiteral("M");
    case Confidence::Check:
        return QStringLiteral("C");
    case Confidence::Local:
        return QStringLiteral("local");
    }
    return QStringLiteral("C");
}

/// Reads "H", "M", "C" or "local"; anything else is no confidence mark.
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
    if (mark == QLatin1String("local")) {
        return Confidence::Local;
    }
    return std::nullopt;
}

} // namespace kairos::base
