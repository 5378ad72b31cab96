// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/appointment.h"
#include "core/base/instant.h"

#include <catch2/catch_test_macros.hpp>

namespace test_instant {
using namespace kairos::base;

namespace {
const QTimeZone kOslo("Europe/Oslo");
} // namespace

TEST_CASE("A local time keeps the offset in force on its day", "[base][time]") {
    const auto winter = Instant::fromLocal(QDate(2026, 11, 2), QTime(9, 24), kOslo);
    const auto summer = Instant::fromLocal(QDate(2026, 7, 2), QTime(9, 24), kOslo);
    REQUIRE(winter.offsetSeconds == 3600);
    REQUIRE(summer.offsetSeconds == 7200);
    REQUIRE(winter.toIso() == QStringLiteral("2026-11-02T09:24:00+01:00"));
    REQUIRE(winter.local(kOslo).time() == QTime(9, 24));
}

TEST_CASE("In the spring night 02:30 does not exist and moves forward by the gap", "[base][time]") {
    const auto gap = Instant::fromLocal(QDate(2026, 3, 29), QTime(2, 30), kOslo);
    REQUIRE(gap.local(kOslo).time() == QTime(3, 30));
    REQUIRE(gap.offsetSeconds == 7200);
}

TEST_CASE("In the autumn night 02:30 happens twice and the first is taken", "[base][time]") {
    const auto twice = Instant::fromLocal(QDate(2026, 10, 25), QTime(2, 30), kOslo);
    REQUIRE(twice.offsetSeconds == 7200);
    REQUIRE(twice.plusMinutes(60).local(kOslo).time() == QTime(2, 30));
}

TEST_CASE("Twenty-four hours over a clock change are not one calendar day", "[base][time]") {
    const auto before = Instant::fromLocal(QDate(2026, 10, 24), QTime(10, 0), kOslo);
    REQUIRE(before.plusMinutes(24 * 60).local(kOslo).time() == QTime(9, 0));
}

TEST_CASE("An instant reads ISO 8601 only with an offset", "[base][time]") {
    REQUIRE(Instant::fromIso(QStringLiteral("2026-11-02T09:24:00+01:00")) ==
            Instant::fromLocal(QDate(2026, 11, 2), QTime(9, 24), kOslo));
    REQUIRE(Instant::fromIso(QStringLiteral("2026-11-02T08:24:00Z"))->offsetSeconds == 0);
    REQUIRE_FALSE(Instant::fromIso(QStringLiteral("2026-11-02T09:24:00")).has_value());
    REQUIRE_FALSE(Instant::fromIso(QStringLiteral("yesterday")).has_value());
}

TEST_CASE("An appointment stays at its local time when the clocks change", "[base][time]") {
    const Appointment before{QDate(2026, 10, 24), QTime(10, 0), QStringLiteral("Europe/Oslo")};
    const Appointment after{QDate(2026, 10, 26), QTime(10, 0), QStringLiteral("Europe/Oslo")};
    REQUIRE(after.instant().msSince(before.instant()) == qint64{49} * 3'600'000);
    REQUIRE_FALSE(Appointment{QDate(2026, 1, 1), QTime(9, 0), QStringLiteral("Mars/Base")}.isValid());
}

} // namespace test_instant
