// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_practice.h"

#include "core/workflow/catalog.h"

namespace kairos::bench {

/// How many patients the practice has, and how many of them are in a course now; the others' care ended.
inline constexpr int kCrowd = 10'000;
inline constexpr int kInCourse = 400;

/// Fills the practice through the batch door with what Today reads: patients, plans with their steps, orders,
/// consents, answered screenings, sessions of the last days and the next two weeks, some open risk items and
/// some things left undone. Leaner than the demo's crowd: no readings, notes and ratings.
void fillCrowd(support::TempPractice& practice, const workflow::Catalog& catalog);

} // namespace kairos::bench
