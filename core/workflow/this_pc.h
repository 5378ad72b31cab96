// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::workflow {

/// Where the programs of this PC's user remember the journal heads they saw: one file, shared by the desktop
/// and the command line, so that an old file put back is noticed by both.
[[nodiscard]] QString seenHeadsPath();

/// Where the desktop keeps the anchor of the clock while a dose runs.
[[nodiscard]] QString sessionClockPath();

} // namespace kairos::workflow
