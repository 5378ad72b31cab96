// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"

namespace kairos::protocols {

/// What keeps well-formed parts from being one protocol, each with its place in the file: sources nobody
/// listed, anchors that are missing, a circle among the steps, windows that exclude each other, a dose above
/// its maximum or the limits of its route, fewer than three vectors. Empty when all is well.
[[nodiscard]] QStringList protocolTroubles(const Protocol& protocol, const DoseLimits& limits);

} // namespace kairos::protocols
