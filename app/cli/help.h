// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QString>

namespace kairos::cli {

/// What the program is, its commands, and its exit codes.
[[nodiscard]] QString programHelp();
/// What one command takes.
[[nodiscard]] QString commandHelp(const Command& command);

} // namespace kairos::cli
