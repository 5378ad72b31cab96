// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/measured_at.h"

#include "core/safety/words.h"

#include <QList>

#include <algorithm>

namespace kairos::safety {
namespace {

/// Every moment of this date and time in the zone: two in the hour that autumn repeats, none in the hour
/// that spring skips.
QList<base::Instant> momentsOf(QDate date, QTime time, const QTimeZone& zone) {
    const qint64 asUtc = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&](qint64 ms) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
    };
    constexpr qint64 kDayMs = 86'400'000;
    QList<base::Instant> moments;
    for (const int offset : {offsetAt(asUtc - kDayMs), offsetAt(asUtc + kDayMs)}) {
        const base::Instant moment{asUtc - qint64{offset} * 1000, offset};
        if (offsetAt(moment.utcMs) == offset && !moments.contains(moment)) {
            moments.append(moment);
        }
    }
    return moments;
}

} // namespace

base::Result<base::Instant> measuredAt(QTime time, const SessionClock& clock) {
    const QDate today = clock.now.local(clock.zone).date();
    const QList<base::Instant> ofToday = momentsOf(today, time, clock.zone);
    const QList<base::Instant> all = momentsOf(today.addDays(-1), time, clock.zone) + ofToday;
    std::optional<base::Instant> latest;
    for (const base::Instant& moment : all) {
        const bool isWithin = moment <= clock.now && (!clock.arrivedAt || moment >= *clock.arrivedAt);
        if (isWithin && (!latest || moment > *latest)) {
            latest = moment;
        }
    }
    if (latest) {
        return *latest;
    }
    const QString what = Words::tr("The reading was not taken");
    const QString typed = time.toString(QStringLiteral("HH:mm"));
    if (ofToday.isEmpty()) {
        return base::fail(base::ErrorCode::InvalidInput, what,
                          Words::tr("the clock was put forward and had no %1").arg(typed),
                          Words::tr("type when it was measured, like @14:32"));
    }
    const bool isToCome = std::all_of(ofToday.begin(), ofToday.end(),
                                      [&](const base::Instant& moment) { return moment > clock.now; });
    return base::fail(base::ErrorCode::InvalidInput, what,
                      isToCome ? Words::tr("%1 is still to come").arg(typed)
                               : Words::tr("at %1 the patient had not arrived").arg(typed),
                      Words::tr("type when it was measured, like @14:32"));
}

} // namespace kairos::safety
