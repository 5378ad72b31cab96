// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"
#include "core/scales/score.h"

#include "core/base/result.h"
#include "core/record/answer.h"
#include "core/record/patient.h"

#include <span>

namespace kairos::scales {

/// What besides the answers a cut-off may depend on.
struct ScoreContext {
    record::Sex sex = record::Sex::Unknown; ///< AUDIT-C, PC-PTSD-5
    /// For scoreTotal: answers of the instrument's extras, e.g. the suicide question beside a BDI-II total.
    std::span<const record::Answer> extras = {};
};

/// Scores one filled form.
/// \param answers one an item in the order of the form, each within the item's range; the unscored extras may
///        be left out all together. Unanswered, declined and not applicable are never the number zero.
/// \return the score; its total is none when more is missing than the instrument's own rule allows.
///         Error InvalidInput, naming the item, for a value out of range, a wrong number of answers, or an
///         instrument that takes a total only.
/// Linear in the number of items and rules.
[[nodiscard]] base::Result<Score> score(const Instrument& instrument, std::span<const record::Answer> answers,
                                        const ScoreContext& context = {});

/// Scores a typed total: band and the flags that a total alone decides. A critical item is then not answered,
/// and that is said. Error InvalidInput for a total outside the instrument's range, for a fraction where
/// totals are whole numbers, and for triage, which has no total.
[[nodiscard]] base::Result<Score> scoreTotal(const Instrument& instrument, double total,
                                             const ScoreContext& context = {});

} // namespace kairos::scales
