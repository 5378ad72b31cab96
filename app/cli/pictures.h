// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/base/result.h"
#include "core/outcomes/dose_mark.h"
#include "core/outcomes/trend.h"
#include "core/record/ids.h"
#include "core/scales/instrument.h"

#include <QString>

namespace kairos::workflow {
class OpenPractice;
}

/// What kairos-cli draws: built only together with the desktop program's rooms.
namespace kairos::cli {

/// Writes the trend as PNG, SVG or PDF, by the ending of the path.
[[nodiscard]] base::Outcome writeTrend(const scales::Instrument& instrument, const outcomes::Trend& trend,
                                       const outcomes::Course& course, const QString& path);

/// The session summary as PDF.
[[nodiscard]] Command summaryCommand();

} // namespace kairos::cli
