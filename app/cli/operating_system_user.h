// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::cli {

/// The account this process runs under, for the journal.
[[nodiscard]] QString operatingSystemUser();

} // namespace kairos::cli
