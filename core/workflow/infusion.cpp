// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/infusion.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

QList<SessionEvent> inOrder(const QList<SessionEvent>& events) {
    QList<SessionEvent> sorted = events;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const SessionEvent& a, const SessionEvent& b) { return a.at < b.at; });
    return sorted;
}

double minutesBetween(const base::Instant& from, const base::Instant& to) {
    return std::max(0.0, static_cast<double>(to.msSince(from)) / 60'000.0);
}

bool isInfusion(const DosingSession& session) {
    return session.route != Route::Intranasal && session.minutes && session.minutes->value > 0;
}

/// The pump as its log tells it: it runs, is paused, and runs at another rate.
class Pump final {
public:
    Pump(const DosingSession& session, const base::Instant& end)
        : m_end(end),
          m_since(*session.startedAt),
          m_rate(session.dose.value_or(base::Milligrams{}).value / session.minutes->value),
          m_left(session.dose.value_or(base::Milligrams{}).value) {}

    void take(const SessionEvent& event) {
        switch (event.type) {
        case EventType::Pause:
            runUntil(event.at);
            m_isPaused = true;
            break;
        case EventType::Resume:
            runUntil(event.at);
            m_isPaused = false;
            break;
        case EventType::RateChange:
            runUntil(event.at);
            m_rate = event.amount.value_or(m_rate);
            break;
        case EventType::Observation:
        case EventType::RescueDrug:
        case EventType::Booster:
        case EventType::Distress:
        case EventType::Spray:
            break;
        }
    }
    void runUntil(const base::Instant& at) {
        const base::Instant until = std::min(at, m_end);
        if (!m_isPaused && m_rate > 0 && m_left > 0) {
            // The bag is empty once the planned dose has run, however late somebody presses stop.
            const double most = m_left / m_rate;
            const double minutes = std::min(minutesBetween(m_since, until), most);
            if (minutes > 0) {
                m_segments.append({base::MilligramsPerMinute{m_rate}, base::Minutes{minutes}});
            }
            if (minutes >= most) {
                m_emptyAt = m_since.plusMs(qRound64(most * 60'000));
                m_left = 0;
            } else {
                m_left -= m_rate * minutes;
            }
        }
        m_since = std::max(m_since, until);
    }

    [[nodiscard]] const QList<protocols::DoseSegment>& segments() const { return m_segments; }
    [[nodiscard]] base::MilligramsPerMinute rate() const { return {m_rate}; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] std::optional<base::Instant> emptyAt() const {
        if (m_emptyAt || m_rate <= 0) {
            return m_emptyAt;
        }
        return m_since.plusMs(qRound64(m_left / m_rate * 60'000));
    }

private:
    base::Instant m_end;
    base::Instant m_since;
    double m_rate; ///< mg/min, also while paused
    double m_left; ///< mg of the planned dose
    bool m_isPaused = false;
    std::optional<base::Instant> m_emptyAt;
    QList<protocols::DoseSegment> m_segments;
};

Pump pumpOf(const SessionContent& content, const base::Instant& now) {
    const base::Instant end = content.dosing->stoppedAt.value_or(now);
    Pump pump(*content.dosing, end);
    for (const SessionEvent& event : inOrder(content.events)) {
        pump.take(event);
    }
    pump.runUntil(end);
    return pump;
}

/// What sprays gave. A session that ended without a reason and has none is from before sprays were written
/// down: its dose counts as given whole.
QList<protocols::DoseSegment> spraySegments(const SessionContent& content, base::Milligrams planned) {
    QList<protocols::DoseSegment> segments;
    for (const SessionEvent& event : content.events) {
        if (event.type == EventType::Spray) {
            segments.append({base::MilligramsPerMinute{event.amount.value_or(0)}, base::Minutes{1.0}});
        }
    }
    const DosingSession& session = *content.dosing;
    if (segments.isEmpty() && session.stoppedAt && session.endReason.isEmpty()) {
        segments.append({base::MilligramsPerMinute{planned.value}, base::Minutes{1.0}});
    }
    return segments;
}

QList<protocols::DoseSegment> segmentsOf(const SessionContent& content, const base::Instant& now,
                                         base::Milligrams planned) {
    if (content.dosing->route == Route::Intranasal) {
        return spraySegments(content, planned);
    }
    if (isInfusion(*content.dosing)) {
        return pumpOf(content, now).segments();
    }
    return {{base::MilligramsPerMinute{planned.value}, base::Minutes{1.0}}};
}

} // namespace

protocols::InfusionCourse infusionOf(const SessionContent& content, const base::Instant& now) {
    protocols::InfusionCourse course;
    const DosingSession& session = *content.dosing;
    course.planned = session.dose.value_or(base::Milligrams{});
    if (!session.startedAt) {
        return course;
    }
    course.segments = segmentsOf(content, now, course.planned);
    for (const SessionEvent& event : inOrder(content.events)) {
        if (event.type == EventType::Booster) {
            course.boosters.append(base::Milligrams{event.amount.value_or(0)});
        }
    }
    return course;
}

std::optional<PumpState> pumpState(const SessionContent& content, const base::Instant& now) {
    const DosingSession& session = *content.dosing;
    if (!session.startedAt || !session.dose || !isInfusion(session)) {
        return std::nullopt;
    }
    const Pump pump = pumpOf(content, now);
    return PumpState{pump.rate(), pump.isPaused()};
}

std::optional<base::Instant> expectedEnd(const SessionContent& content, const base::Instant& now) {
    const DosingSession& session = *content.dosing;
    if (!session.startedAt || !session.minutes || session.route == Route::Intranasal) {
        return std::nullopt;
    }
    if (!isInfusion(session)) {
        return session.startedAt;
    }
    return session.dose ? pumpOf(content, now).emptyAt()
                        : std::optional(session.startedAt->plusMs(qRound64(session.minutes->value * 60'000)));
}

} // namespace kairos::workflow
