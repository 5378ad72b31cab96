// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/step_time.h"

namespace kairos::planning {

QDateTime wallTime(QDate date, QTime time) {
    return QDateTime(date, time, Qt::UTC);
}

QDateTime wallTime(const base::Instant& instant, const QTimeZone& zone) {
    const QDateTime local = instant.local(zone);
    return wallTime(local.date(), local.time());
}

QDateTime startOf(const record::StepTime& point) {
    return wallTime(point.date, point.time.value_or(QTime(0, 0)));
}

QDateTime endOf(const record::StepTime& point) {
    return wallTime(point.date, point.time.value_or(QTime(23, 59, 59, 999)));
}

bool isInside(const record::StepWindow& window, const QDateTime& wall) {
    return startOf(window.earliest) <= wall && wall <= endOf(window.latest);
}

QString toIso(const record::StepTime& point) {
    const QString day = point.date.toString(Qt::ISODate);
    return point.time ? day + point.time->toString(QStringLiteral("'T'HH:mm")) : day;
}

} // namespace kairos::planning
