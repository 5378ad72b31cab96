// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/demo/story.h"
#include "core/record/answer.h"
#include "core/scales/instrument.h"

#include <QList>

namespace kairos::demo {

/// Answers that score the wanted total, the same for the same random numbers. Exact items of the story are
/// kept.
[[nodiscard]] QList<record::Answer> answersFor(const scales::Instrument& instrument,
                                               const RatingStory& rating, base::RandomSource& random);

} // namespace kairos::demo
