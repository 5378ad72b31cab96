// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/rhythm_due.h"

#include <catch2/catch_test_macros.hpp>

namespace test_rhythm_due {
using namespace kairos::outcomes;

namespace {

const QDate kToday(2026, 11, 2);

const SessionRhythm& alliance() {
    return ScaleRhythms::builtIn().sessions.first();
}

/// So many sessions a week apart, the last one so many days ago.
QList<QDate> sessions(int count, int lastDaysAgo) {
    QList<QDate> days;
    for (int i = count - 1; i >= 0; --i) {
        days.append(kToday.addDays(-lastDaysAgo - 7 * i));
    }
    return days;
}

} // namespace

TEST_CASE("The alliance is due in the second session, not in the first", "[outcomes][rhythm]") {
    REQUIRE_FALSE(dueInCourse(alliance(), {}, {}, kToday).has_value());
    REQUIRE_FALSE(dueInCourse(alliance(), sessions(1, 0), {}, kToday).has_value());
    const auto due = dueInCourse(alliance(), sessions(2, 0), {}, kToday);
    REQUIRE(due == RhythmDue{kToday, QDate(), false});
}

TEST_CASE("The alliance is in time on the day of the third session and late on the day after it",
          "[outcomes][rhythm]") {
    const auto inTime = dueInCourse(alliance(), sessions(3, 0), {}, kToday);
    REQUIRE(inTime == RhythmDue{kToday.addDays(-7), kToday, false});
    const auto late = dueInCourse(alliance(), sessions(3, 1), {}, kToday);
    REQUIRE(late->latest == kToday.addDays(-1));
    REQUIRE(late->isLate);
}

TEST_CASE("After a rating the alliance is due three sessions on and late after the fourth",
          "[outcomes][rhythm]") {
    const auto ratedInSecond = [](int count, int lastDaysAgo) {
        const auto days = sessions(count, lastDaysAgo);
        return dueInCourse(alliance(), days, {days.at(1)}, kToday);
    };
    REQUIRE_FALSE(ratedInSecond(2, 0).has_value());
    REQUIRE_FALSE(ratedInSecond(4, 0).has_value());
    REQUIRE(ratedInSecond(5, 0) == RhythmDue{kToday, QDate(), false});
    REQUIRE_FALSE(ratedInSecond(6, 0)->isLate);
    REQUIRE(ratedInSecond(6, 0)->latest == kToday);
    REQUIRE(ratedInSecond(6, 1)->isLate);
}

TEST_CASE("A rating between two sessions belongs to the one before it, one of before the course to none",
          "[outcomes][rhythm]") {
    const auto days = sessions(5, 0);
    REQUIRE(sessionNumberOn(days, days.first().addDays(-1)) == 0);
    REQUIRE(sessionNumberOn(days, days.at(1)) == 2);
    REQUIRE(sessionNumberOn(days, days.at(1).addDays(3)) == 2);
    REQUIRE(dueInCourse(alliance(), days, {days.first().addDays(-30)}, kToday)->isLate);
    REQUIRE(dueInCourse(alliance(), days, {days.at(1).addDays(3)}, kToday)->target == days.at(4));
}

TEST_CASE("A course that is quiet for sixty days asks for nothing", "[outcomes][rhythm]") {
    REQUIRE(dueInCourse(alliance(), sessions(3, 59), {}, kToday).has_value());
    REQUIRE_FALSE(dueInCourse(alliance(), sessions(3, 60), {}, kToday).has_value());
}

TEST_CASE("A scale after a dose is in time on the day after it, then late, then gone", "[outcomes][rhythm]") {
    for (const DoseRhythm& rhythm : ScaleRhythms::builtIn().doses) {
        REQUIRE_FALSE(dueAfterDose(rhythm, kToday.addDays(1), kToday).has_value());
        REQUIRE(dueAfterDose(rhythm, kToday, kToday) == RhythmDue{kToday, kToday.addDays(1), false});
        REQUIRE_FALSE(dueAfterDose(rhythm, kToday.addDays(-1), kToday)->isLate);
        REQUIRE(dueAfterDose(rhythm, kToday.addDays(-2), kToday)->isLate);
        REQUIRE(dueAfterDose(rhythm, kToday.addDays(-6), kToday)->isLate);
        REQUIRE_FALSE(dueAfterDose(rhythm, kToday.addDays(-7), kToday).has_value());
    }
}

} // namespace test_rhythm_due
