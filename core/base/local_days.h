// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

namespace kairos::base {

/// Counts calendar days in a zone. It keeps the stretch between two changes of the clocks that it looked up
/// last, so that the days of a whole series cost one look at the zone's rules for each half-year.
class LocalDays final {
public:
    explicit LocalDays(const QTimeZone& zone) : m_zone(zone) {}

    /// The local calendar day of a moment, counted from 1970-01-01.
    [[nodiscard]] qint64 of(const Instant& moment);

private:
    void lookUp(qint64 utcMs);

    QTimeZone m_zone;
    qint64 m_fromMs = 0; ///< the stretch: from here, to before m_untilMs; empty at first
    qint64 m_untilMs = 0;
    qint64 m_offsetMs = 0; ///< local minus UTC within it
};

} // namespace kairos::base
