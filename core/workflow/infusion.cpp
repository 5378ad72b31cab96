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

} // namespace

protocols::InfusionCourse infusionOf(const SessionContent& content, const base::Instant& now) {
    protocols::InfusionCourse course;
    const DosingSession& session = *content.dosing;
    course.planned = session.dose.value_or(base::Milligrams{});
    if (!session.startedAt) {
        return course;
    }
    const bool isInfusion = session.minutes && session.minutes->value > 0;
    const double planned = isInfusion ? session.minutes->value : 1.0;
    double rate = course.planned.value / planned;
    double running = rate;
    double left = course.planned.value;
    base::Instant since = *session.startedAt;
    const base::Instant end = session.stoppedAt.value_or(now);
    const auto closeSegment = [&](const base::Instant& at) {
        // The bag is empty once the planned dose has run, however late somebody presses stop.
        const double most = running > 0 ? left / running : 0;
        const double minutes = std::min(minutesBetween(since, std::min(at, end)), most);
        if (running > 0 && minutes > 0) {
            course.segments.append({base::MilligramsPerMinute{running}, base::Minutes{minutes}});
            left -= running * minutes;
        }
        since = at;
    };
    if (!isInfusion) {
        course.segments.append({base::MilligramsPerMinute{rate}, base::Minutes{1.0}});
    }
    for (const SessionEvent& event : inOrder(content.events)) {
        switch (event.type) {
        case EventType::Pause:
            closeSegment(event.at);
            running = 0;
            break;
        case EventType::Resume:
            closeSegment(event.at);
            running = rate;
            break;
        case EventType::RateChange:
            closeSegment(event.at);
            rate = event.amount.value_or(rate);
            running = rate;
            break;
        case EventType::Booster:
            course.boosters.append(base::Milligrams{event.amount.value_or(0)});
            break;
        case EventType::Observation:
        case EventType::RescueDrug:
            break;
        }
    }
    if (isInfusion) {
        closeSegment(end);
    }
    return course;
}

std::optional<base::Instant> expectedEnd(const SessionContent& content, const base::Instant& now) {
    const DosingSession& session = *content.dosing;
    if (!session.startedAt || !session.minutes) {
        return std::nullopt;
    }
    qint64 pausedMs = 0;
    bool isPaused = false;
    base::Instant pausedAt;
    for (const SessionEvent& event : inOrder(content.events)) {
        if (event.type == EventType::Pause && !isPaused) {
            pausedAt = event.at;
            isPaused = true;
        } else if (event.type == EventType::Resume && isPaused) {
            pausedMs += event.at.msSince(pausedAt);
            isPaused = false;
        }
    }
    if (isPaused) {
        pausedMs += std::max<qint64>(0, now.msSince(pausedAt));
    }
    return session.startedAt->plusMs(static_cast<qint64>(session.minutes->value * 60'000) + pausedMs);
}

} // namespace kairos::workflow
