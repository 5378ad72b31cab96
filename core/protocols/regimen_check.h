// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"

namespace kairos::protocols {

/// What keeps a regimen from being given: a dose or a titration step above its own maximum or above a stop
/// limit of the route, an amount in another unit than the maximum, gaps that a cadence cannot keep. Each with
/// its place in the file.
[[nodiscard]] QStringList regimenTroubles(const Regimen& regimen, const DoseLimits& limits);

} // namespace kairos::protocols
