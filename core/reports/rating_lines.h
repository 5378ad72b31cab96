// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"

namespace kairos::reports {

/// One line an instrument of the course: baseline, last before the day, today, change and what it means.
[[nodiscard]] QList<RatingLine> ratingLines(const SummaryFacts& facts);
/// The change in words of the first instrument, with the rule that was used: the table says the others.
[[nodiscard]] QStringList ratingNotes(const SummaryFacts& facts);

} // namespace kairos::reports
