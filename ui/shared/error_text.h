// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace kairos::ui {

/// Why and what to do, as sentences for the line below a field: "The passphrase does not fit this file. Type
/// it again, or use the recovery code." What did not happen is plain there.
[[nodiscard]] QString errorText(const base::Error& error);

} // namespace kairos::ui
