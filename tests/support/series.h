// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"

#include "core/base/check.h"
#include "core/scales/instrument_library.h"

#include <initializer_list>

/// Small series for the tests of outcomes and charts: days count from Monday 7 September 2026, local 10:00.
namespace kairos::testing {

inline const QTimeZone& zone() {
    static const QTimeZone oslo("Europe/Oslo");
    return oslo;
}

inline base::Instant dayAt(int day, QTime time = QTime(10, 0)) {
    return base::Instant::fromLocal(QDate(2026, 9, 7).addDays(day), time, zone());
}

inline const scales::Instrument& instrument(const char* id) {
    static const scales::InstrumentLibrary library = scales::InstrumentLibrary::builtIn();
    const scales::Instrument* found = library.find(QString::fromLatin1(id));
    KAIROS_CHECK(found != nullptr);
    return *found;
}

inline record::Rating rating(const char* id, base::Instant at, double total) {
    const scales::Instrument& scale = instrument(id);
    record::Rating made;
    made.instrument = scale.id;
    made.instrumentVersion = scale.version;
    made.assessedAt = at;
    made.total = total;
    if (const scales::Band* band = scale.bandOf(total)) {
        made.band = band->id;
    }
    return made;
}

struct DayTotal {
    int day = 0;
    double total = 0;
};

inline QList<record::Rating> ratings(const char* id, std::initializer_list<DayTotal> totals) {
    QList<record::Rating> made;
    for (const DayTotal& point : totals) {
        // Ratings are taken before the dose of their day.
        made.append(rating(id, dayAt(point.day, QTime(9, 0)), point.total));
    }
    return made;
}

/// Doses of 40 minutes at 10:00.
inline outcomes::Course courseOf(std::initializer_list<int> days) {
    outcomes::Course course;
    course.zone = zone();
    int number = 0;
    for (const int day : days) {
        course.doses.append(outcomes::DoseMark{dayAt(day), dayAt(day).plusMinutes(40), ++number});
    }
    return course;
}

} // namespace kairos::testing
