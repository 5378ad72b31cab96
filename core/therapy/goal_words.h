// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/goal.h"

#include <QString>

namespace kairos::therapy {

/// "−2" to "+2", with the true minus sign.
[[nodiscard]] QString goalLevelText(int level);
/// What a level of the scale stands for: "much less than expected" to "much more than expected".
[[nodiscard]] QString goalLevelMeaning(int level);
/// The goal's own words for a level; empty where none are written.
[[nodiscard]] QString goalLevelWords(const record::Goal& goal, int level);
/// The area of life in words: "mood", "activity" …
[[nodiscard]] QString goalDomainText(record::GoalDomain domain);

} // namespace kairos::therapy
