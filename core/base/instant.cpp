// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/instant.h"

namespace kairos::base {

Instant Instant::inZone(qint64 utcMs, const QTimeZone& zone) {
    const auto utc = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
    return Instant{utcMs, zone.offsetFromUtc(utc)};
}

Instant Instant::fromLocal(QDate date, QTime time, const QTimeZone& zone) {
    const QDateTime wall(date, time, Qt::UTC);
    // The offset in force is looked up from the moment itself, tried with the offsets before and after:
    // Qt 6.4 resolves a time inside a gap differently from Qt 6.7.
    const qint64 asUtc = wall.toMSecsSinceEpoch();
    const int before = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(asUtc - 86'400'000, Qt::UTC));
    const int after = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(asUtc + 86'400'000, Qt::UTC));
    for (const int offset : {before, after}) {
        const qint64 moment = asUtc - qint64{offset} * 1000;
        if (zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)) == offset) {
            return Instant{moment, offset};
        }
    }
    return inZone(asUtc - qint64{before} * 1000, zone);
}

std::optional<Instant> Instant::fromIso(const QString& text) {
    const auto when = QDateTime::fromString(text, Qt::ISODate);
    const bool hasOffset = when.isValid() && when.timeSpec() != Qt::LocalTime;
    if (!hasOffset) {
        return std::nullopt;
    }
    return Instant{when.toMSecsSinceEpoch(), when.offsetFromUtc()};
}

QDateTime Instant::local(const QTimeZone& zone) const {
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toTimeZone(zone);
}

QString Instant::toIso() const {
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offsetSeconds).toString(Qt::ISODate);
}

} // namespace kairos::base
