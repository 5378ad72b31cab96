// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/random.h"
#include "core/demo/story.h"

#include <QTimeZone>

namespace kairos::demo {

/// The story's time: its Monday moved to the week of the as-of date, and ids that carry the time of their
/// story.
class Calendar final {
public:
    Calendar(QDate monday, const QString& zone, base::RandomSource& random)
        : m_monday(monday),
          m_zoneName(zone),
          m_zone(zone.toUtf8()),
          m_clock(0),
          m_ids(m_clock, random),
          m_lateIds(m_clock, m_lateRandom) {}

    [[nodiscard]] QDate date(int day) const { return m_monday.addDays(day); }
    [[nodiscard]] base::Instant instant(const Moment& moment) const {
        return base::Instant::fromLocal(date(moment.day), moment.time, m_zone);
    }
    [[nodiscard]] base::Appointment appointment(const Moment& moment) const {
        return {date(moment.day), moment.time, m_zoneName};
    }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    /// A new id made at this moment of the story.
    template <class Id>
    [[nodiscard]] Id id(const base::Instant& at) {
        m_clock.set(at.utcMs);
        return m_ids.next<Id>();
    }

    /// The same for a record that was added to the story later: the figures drawn for the others stay as they
    /// were.
    template <class Id>
    [[nodiscard]] Id lateId(const base::Instant& at) {
        m_clock.set(at.utcMs);
        return m_lateIds.next<Id>();
    }

private:
    QDate m_monday;
    QString m_zoneName;
    QTimeZone m_zone;
    base::ManualClock m_clock;
    base::IdSource m_ids;
    base::SeededRandom m_lateRandom{33};
    base::IdSource m_lateIds;
};

} // namespace kairos::demo
