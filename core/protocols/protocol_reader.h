// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"

#include "core/base/result.h"

namespace kairos::protocols {

/// Reads one protocol file and refuses what cannot be a protocol: unknown fields and units, gaps that exclude
/// each other, a circle among the steps, a dose above its own maximum or above a stop limit of its route.
/// `place` names the file. Error: InvalidInput with the place in the file and the reason.
[[nodiscard]] base::Result<Protocol> readProtocol(const QByteArray& json, const QString& place,
                                                  const DoseLimits& limits);

} // namespace kairos::protocols
