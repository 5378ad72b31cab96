// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include "core/base/result.h"
#include "core/protocols/protocol_library.h"

#include <QString>

namespace kairos::cli {

/// The protocols of the program, then those of a folder, then those beside a practice, where one is named.
/// NotFound: there is no such folder or practice file.
[[nodiscard]] base::Result<protocols::ProtocolLibrary> installedProtocols(const QString& practicePath,
                                                                          const QString& folder = {});

/// The practice that a command takes protocols from: the optional FILE at this place of the line or, the
/// same, the value of --practice; empty for none. InvalidInput: both are given.
[[nodiscard]] base::Result<QString> practiceBeside(const Arguments& arguments, int place);

/// The option --practice, for the commands that read a practice's own protocols.
[[nodiscard]] Option practiceOption();

} // namespace kairos::cli
