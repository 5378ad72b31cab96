// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/measured_at.h"

#include <catch2/catch_test_macros.hpp>

namespace test_measured_at {
using namespace kairos;
using base::Instant;
using safety::measuredAt;
using safety::SessionClock;

namespace {

const QTimeZone kOslo("Europe/Oslo");

Instant at(QDate date, int hour, int minute) {
    return Instant::fromLocal(date, QTime(hour, minute), kOslo);
}

} // namespace

TEST_CASE("A time of the clock is today's, up to this minute", "[safety][line]") {
    const QDate day(2026, 11, 2);
    const SessionClock clock{at(day, 14, 40), at(day, 13, 0), kOslo};
    REQUIRE(measuredAt(QTime(14, 32), clock) == at(day, 14, 32));
    REQUIRE(measuredAt(QTime(14, 40), clock) == at(day, 14, 40));
    REQUIRE(measuredAt(QTime(13, 0), clock) == at(day, 13, 0));
}

TEST_CASE("A time that is to come or before the arrival is refused and never another day's",
          "[safety][line]") {
    const QDate day(2026, 11, 2);
    const SessionClock clock{at(day, 14, 40), at(day, 13, 0), kOslo};
    const auto toCome = measuredAt(QTime(14, 41), clock);
    REQUIRE_FALSE(toCome.has_value());
    REQUIRE(toCome.error().why == QStringLiteral("14:41 is still to come"));
    const auto before = measuredAt(QTime(12, 59), clock);
    REQUIRE_FALSE(before.has_value());
    REQUIRE(before.error().why == QStringLiteral("at 12:59 the patient had not arrived"));
}

TEST_CASE("A session over midnight reaches into the evening", "[safety][line]") {
    const QDate day(2026, 11, 2);
    const SessionClock clock{at(day, 0, 10), at(day.addDays(-1), 22, 30), kOslo};
    REQUIRE(measuredAt(QTime(23, 55), clock) == at(day.addDays(-1), 23, 55));
    REQUIRE(measuredAt(QTime(0, 5), clock) == at(day, 0, 5));
    REQUIRE_FALSE(measuredAt(QTime(22, 0), clock).has_value());
    REQUIRE(measuredAt(QTime(0, 11), clock).error().why == QStringLiteral("00:11 is still to come"));
}

TEST_CASE("The hour that autumn repeats means the nearer one that has passed", "[safety][line]") {
    // 25 October 2026: 03:00 summer time becomes 02:00.
    const QDate night(2026, 10, 25);
    const Instant firstHalf = Instant::fromLocal(night, QTime(2, 30), kOslo);
    const Instant secondHalf = Instant::inZone(firstHalf.utcMs + 3'600'000, kOslo);
    REQUIRE(secondHalf.local(kOslo).time() == QTime(2, 30));
    const Instant arrived = at(night, 0, 30);
    REQUIRE(measuredAt(QTime(2, 30), {secondHalf.plusMinutes(10), arrived, kOslo}) == secondHalf);
    REQUIRE(measuredAt(QTime(2, 30), {secondHalf.plusMinutes(-10), arrived, kOslo}) == firstHalf);
    REQUIRE(measuredAt(QTime(2, 30), {firstHalf.plusMinutes(5), arrived, kOslo}) == firstHalf);
}

TEST_CASE("A time that spring skips is no time of that night", "[safety][line]") {
    // 29 March 2026: 02:00 becomes 03:00.
    const QDate night(2026, 3, 29);
    const SessionClock clock{at(night, 4, 0), at(night, 0, 30), kOslo};
    const auto skipped = measuredAt(QTime(2, 30), clock);
    REQUIRE_FALSE(skipped.has_value());
    REQUIRE(skipped.error().why == QStringLiteral("the clock was put forward and had no 02:30"));
    REQUIRE(measuredAt(QTime(3, 0), clock) == at(night, 3, 0));
    REQUIRE(measuredAt(QTime(1, 59), clock) == at(night, 1, 59));
}

} // namespace test_measured_at
