// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/demo/story.h"

namespace kairos::demo {

/// One more synthetic patient, made up from the story's names and the random numbers: for practices larger
/// than the story. `number` counts from 1 and becomes the MRN.
[[nodiscard]] PatientStory crowdPatient(const StoryWords& words, int number, QDate monday,
                                        base::RandomSource& random);

} // namespace kairos::demo
