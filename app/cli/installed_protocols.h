// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/protocol_library.h"

#include <QString>

namespace kairos::cli {

/// The protocols of the program, then those of a folder, then those beside a practice, where one is named.
/// NotFound: there is no such folder or practice file.
[[nodiscard]] base::Result<protocols::ProtocolLibrary> installedProtocols(const QString& practicePath,
                                                                          const QString& folder = {});

} // namespace kairos::cli
