// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/clock_strip.h"

#include <catch2/catch_test_macros.hpp>

namespace test_clock_strip {
using namespace kairos;

namespace {

workflow::IntegrationClock clockAt(double hours) {
    workflow::IntegrationClock clock;
    clock.patient.givenName = QStringLiteral("Daniel");
    clock.patient.familyName = QStringLiteral("Okafor");
    clock.dose = 3;
    clock.hoursSince = hours;
    clock.windowFrom = 24;
    clock.windowTo = 72;
    return clock;
}

} // namespace

TEST_CASE("A window is before, open and late at its own edges", "[today][clock]") {
    REQUIRE(ui::clockWords(clockAt(23)) == QStringLiteral("opens in 1 h 0 min"));
    REQUIRE(ui::clockWords(clockAt(24)) == QStringLiteral("2 d 0 h left"));
    REQUIRE(ui::clockWords(clockAt(66.5)) == QStringLiteral("5 h 30 min left"));
    REQUIRE(ui::clockWords(clockAt(73)) == QStringLiteral("1 h 0 min late"));
}

TEST_CASE("A held integration names its hour and whether it lay outside", "[today][clock]") {
    auto clock = clockAt(80);
    clock.held = 24;
    REQUIRE(ui::clockWords(clock) == QStringLiteral("held at 24 h"));
    clock.held = 72;
    REQUIRE(ui::clockWords(clock) == QStringLiteral("held at 72 h"));
    clock.held = 79;
    REQUIRE(ui::clockWords(clock) == QStringLiteral("held at 79 h, outside"));
}

TEST_CASE("A dose without any open day for its integration says so", "[today][clock]") {
    auto clock = clockAt(5);
    clock.windowFrom.reset();
    clock.windowTo.reset();
    REQUIRE(ui::clockWords(clock) == QStringLiteral("no open day fits"));
    REQUIRE(ui::clockSentence(clock).contains(QStringLiteral("Daniel Okafor, dose 3")));
}

} // namespace test_clock_strip
