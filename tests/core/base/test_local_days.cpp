// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/local_days.h"

#include <catch2/catch_test_macros.hpp>

namespace test_local_days {
using namespace kairos::base;

namespace {

constexpr qint64 kHourMs = 3'600'000;

qint64 dayByCalendar(const Instant& moment, const QTimeZone& zone) {
    return QDate(1970, 1, 1).daysTo(moment.local(zone).date());
}

} // namespace

TEST_CASE("A local day is the calendar's, on both sides of every change of the clocks", "[base][time]") {
    // Half-hour offsets, changes at midnight, a day left out (Apia, 2011) and a zone that never changes.
    for (const char* name : {"Europe/Oslo", "America/Sao_Paulo", "America/New_York", "Asia/Kolkata",
                             "Australia/Lord_Howe", "Pacific/Apia", "UTC"}) {
        const QTimeZone zone(name);
        LocalDays days(zone);
        QStringList wrong;
        for (int year : {1968, 1996, 2010, 2011, 2026, 2037, 2038, 2060}) {
            const qint64 start = QDate(year, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
            for (int hour = 0; hour < 370 * 24; hour += 1) {
                for (const qint64 aside : {qint64{-1}, qint64{0}, qint64{1}}) {
                    const Instant moment{start + hour * kHourMs + aside, 0};
                    if (days.of(moment) != dayByCalendar(moment, zone)) {
                        wrong.append(moment.toIso());
                    }
                }
            }
        }
        INFO(name);
        REQUIRE(wrong == QStringList());
    }
}

TEST_CASE("Moments may be asked in any order", "[base][time]") {
    const QTimeZone oslo("Europe/Oslo");
    LocalDays days(oslo);
    for (const QDate date : {QDate(2026, 7, 2), QDate(2026, 1, 2), QDate(2027, 7, 2), QDate(2026, 7, 2)}) {
        const auto moment = Instant::fromLocal(date, QTime(0, 30), oslo);
        REQUIRE(days.of(moment) == QDate(1970, 1, 1).daysTo(date));
    }
}

} // namespace test_local_days
