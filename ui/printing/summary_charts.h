// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/summary_blocks.h"

namespace kairos::ui {

/// The vital signs of the session over the earlier ones, in lines and letters alone.
[[nodiscard]] Block curveBlock(const SummarySource& source);
/// The first instrument's trend with its doses; empty without a rating.
[[nodiscard]] Block trendBlock(const SummarySource& source, double extraHeight);

} // namespace kairos::ui
