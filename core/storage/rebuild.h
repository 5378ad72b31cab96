// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/journal.h"
#include "core/storage/verify.h"

#include "core/security/secret_bytes.h"

#include <optional>

namespace kairos::storage {

/// Rebuilds every table from the journal in a scratch database and compares row by row. None when `progress`
/// stopped it. Throws SqlError.
[[nodiscard]] std::optional<QList<VerifyFinding>> compareWithRebuilt(Connection& connection, Journal& journal,
                                                                     const security::SecretBytes& recordKey,
                                                                     const VerifyProgress& progress);

} // namespace kairos::storage
