// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/local_days.h"

#include <limits>

namespace kairos::base {

namespace {

constexpr qint64 kMsPerDay = 86'400'000;

qint64 wholeParts(qint64 ms, qint64 part) {
    const qint64 whole = ms / part;
    return ms % part < 0 ? whole - 1 : whole;
}

} // namespace

qint64 LocalDays::of(const Instant& moment) {
    if (moment.utcMs < m_fromMs || moment.utcMs >= m_untilMs) {
        lookUp(moment.utcMs);
    }
    return wholeParts(moment.utcMs + m_offsetMs, kMsPerDay);
}

void LocalDays::lookUp(qint64 utcMs) {
    // The clocks change at whole seconds, and the look-ups of QTimeZone are unsure at a change itself: asked
    // between two seconds they never meet one.
    const auto between = QDateTime::fromMSecsSinceEpoch(wholeParts(utcMs, 1000) * 1000 + 1, Qt::UTC);
    m_offsetMs = qint64{m_zone.offsetFromUtc(between)} * 1000;
    m_fromMs = std::numeric_limits<qint64>::min();
    m_untilMs = std::numeric_limits<qint64>::max();
    if (!m_zone.hasTransitions()) {
        return;
    }
    if (const auto before = m_zone.previousTransition(between); before.atUtc.isValid()) {
        m_fromMs = before.atUtc.toMSecsSinceEpoch();
    }
    if (const auto after = m_zone.nextTransition(between); after.atUtc.isValid()) {
        m_untilMs = after.atUtc.toMSecsSinceEpoch();
    }
}

} // namespace kairos::base
