// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace kairos::outcomes {

/// Where the patient stands, in a few words: "Response, not remission", "Reliably worse", "Not judged yet".
/// Empty without a rating.
[[nodiscard]] QString standingWord(const Trend& trend);

/// The change with the standing alone: "PHQ-9 21 → 9 since 3 March: response, not remission".
[[nodiscard]] QString changeBriefly(const Trend& trend, const QTimeZone& zone, const QLocale& locale);

/// Why the series is judged as it is, a sentence each: which baseline and why that one, the limits with
/// source and mark, first response and best, what is left out, what changed on the way.
[[nodiscard]] QStringList reasonsInWords(const Trend& trend, const QTimeZone& zone, const QLocale& locale);

} // namespace kairos::outcomes
