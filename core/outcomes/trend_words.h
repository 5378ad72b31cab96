// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace kairos::outcomes {

/// The series in one line: "PHQ-9 21 → 9 since 3 March: response, not remission; reliable improvement, at
/// least 6 points: SD 5.66, r 0.89 (alpha), Gyani2013, M". Says what keeps it from being judged otherwise.
/// \param zone the practice's zone, \param locale for dates
[[nodiscard]] QString changeInWords(const Trend& trend, const QTimeZone& zone, const QLocale& locale);

/// The class as a word within a sentence: "reliable improvement", "no reliable change", …
[[nodiscard]] QString changeClassWord(ChangeClass changeClass);

/// A total as it is written: whole where it is whole, else one decimal.
[[nodiscard]] QString totalText(double total, const QLocale& locale);

} // namespace kairos::outcomes
