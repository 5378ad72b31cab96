// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/verify.h"

namespace kairos::storage {

class Connection;

/// Every scan against its hash, every document against its scan, and bytes that belong to no document.
/// `keepOn` is asked between two scans; false ends the check, and what was found so far is handed on.
[[nodiscard]] QList<VerifyFinding> checkAttachments(Connection& connection,
                                                    const std::function<bool()>& keepOn);

} // namespace kairos::storage
