// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QTime>
#include <QTimeZone>

#include <optional>

namespace kairos::safety {

/// The session that a time of the clock is typed in.
struct SessionClock {
    base::Instant now;
    std::optional<base::Instant> arrivedAt;
    QTimeZone zone;
};

/// The moment that "@14:32" means: the latest moment of that name that is not to come and not before the
/// arrival, so that a session over midnight reaches into yesterday and the hour that is twice in autumn
/// means the nearer one. InvalidInput: still to come, before the arrival, or a time that the night skips.
[[nodiscard]] base::Result<base::Instant> measuredAt(QTime time, const SessionClock& clock);

} // namespace kairos::safety
