// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/result.h"

#include <optional>

namespace kairos::scales {

/// Scores one of the instrument's own worked examples.
[[nodiscard]] base::Result<Score> scoreVector(const Instrument& instrument, const Vector& vector);

/// Compares the score of a vector with what it expects; the first difference in words, none when it holds.
[[nodiscard]] std::optional<QString> findDifference(const Instrument& instrument, const Vector& vector);

} // namespace kairos::scales
