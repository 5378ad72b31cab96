// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"
#include "core/scales/score.h"

#include "core/record/answer.h"

#include <QString>

#include <span>

namespace kairos::scales {

/// The signs of danger in a rating as a clinician says them, each item once:
/// "QIDS-SR16 item 12 (death or suicide): 2 of 3; total 18",
/// "C-SSRS: high. Yes: 1 wish to be dead (past month). Not answered: 5 plan with intent (past month)".
/// \param answers as they were scored; beside a typed total those of the extras, or none.
/// \pre the score raised a rule that is marked for the risk lane
[[nodiscard]] QString signWords(const Instrument& instrument, std::span<const record::Answer> answers,
                                const Score& score);

} // namespace kairos::scales
