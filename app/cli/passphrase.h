// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/base/result.h"

#include <QString>

namespace kairos::cli {

/// The option every practice command needs.
[[nodiscard]] Option passphraseOption();

/// The first line of a file, or of standard input for "-", without its line end.
/// InvalidInput: the file cannot be read, its line is empty, above 4096 bytes or not UTF-8.
[[nodiscard]] base::Result<QString> readSecret(const QString& file);

} // namespace kairos::cli
