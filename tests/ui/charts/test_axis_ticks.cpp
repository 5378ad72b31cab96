// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include <catch2/catch_test_macros.hpp>

namespace test_axis_ticks {
using namespace kairos::ui;

namespace {

/// Monday 7 September 2026 is day 0.
AxisRange range(double first, double last, double pixelsPerDay) {
    return {QDate(2026, 9, 7), first, last, pixelsPerDay};
}

} // namespace

TEST_CASE("Dates stand on Mondays, every week where they fit", "[charts][axis]") {
    const auto ticks = dateTicks(range(-16, 20, 10), 50, QLocale::c());
    REQUIRE(ticks.size() == 5);
    REQUIRE(ticks.at(0).x == -14);
    REQUIRE(ticks.at(0).label == QStringLiteral("24 Aug"));
    REQUIRE(ticks.at(1).label == QStringLiteral("31"));
    REQUIRE(ticks.at(2).label == QStringLiteral("7 Sep"));
    REQUIRE(ticks.at(3).label == QStringLiteral("14"));
    for (const AxisTick& tick : ticks) {
        REQUIRE(QDate(2026, 9, 7).addDays(qint64(tick.x)).dayOfWeek() == Qt::Monday);
    }
}

TEST_CASE("Dates stand every two or four weeks where a week is too narrow", "[charts][axis]") {
    const auto two = dateTicks(range(0, 60, 4), 50, QLocale::c());
    REQUIRE(two.at(1).x - two.at(0).x == 14);
    const auto four = dateTicks(range(0, 60, 3), 50, QLocale::c());
    REQUIRE(four.at(1).x - four.at(0).x == 28);
}

TEST_CASE("A new year is named", "[charts][axis]") {
    const auto ticks = dateTicks(range(100, 130, 10), 50, QLocale::c());
    bool named = false;
    for (const AxisTick& tick : ticks) {
        named = named || tick.label == QStringLiteral("4 Jan 2027");
    }
    REQUIRE(named);
}

TEST_CASE("Days since dose 1 hold day 0 and a true minus sign", "[charts][axis]") {
    const auto ticks = dayTicks(range(-15, 30, 10), 50);
    REQUIRE(ticks.at(0).label == QStringLiteral("−14"));
    REQUIRE(ticks.at(2).label == QStringLiteral("day 0"));
    REQUIRE(ticks.last().label == QStringLiteral("28"));
}

TEST_CASE("An axis without width or origin has no ticks", "[charts][axis]") {
    REQUIRE(dateTicks(range(0, 10, 0), 50, QLocale::c()).isEmpty());
    REQUIRE(dayTicks(range(0, 10, 0), 50).isEmpty());
    REQUIRE(dateTicks({QDate(), 0, 10, 10}, 50, QLocale::c()).isEmpty());
}

TEST_CASE("Ten years of ratings make a bounded number of ticks", "[charts][axis]") {
    REQUIRE(dateTicks(range(0, 3650, 0.001), 0.0001, QLocale::c()).size() <= 201);
}

TEST_CASE("Values without bands are round and hold both ends", "[charts][axis]") {
    REQUIRE(valueTicks(0, 30, 6) == QList<double>{0, 10, 20, 30});
    REQUIRE(valueTicks(0, 100, 6) == QList<double>{0, 20, 40, 60, 80, 100});
    REQUIRE(valueTicks(12, 60, 6).first() == 12);
    REQUIRE(valueTicks(12, 60, 6).last() == 60);
    REQUIRE(valueTicks(5, 5, 6) == QList<double>{5});
}

TEST_CASE("Two weeks and less are told in days and hours since the first dose", "[charts][axis]") {
    AxisRange near = range(0, 4, 200);
    near.zone = QTimeZone("Europe/Oslo");
    near.firstDose = kairos::base::Instant::fromLocal(QDate(2026, 9, 7), QTime(10, 0), near.zone);
    const auto ticks = dayTicks(near, 90);
    // 12 hours of 200 pixels a day have room for 90.
    REQUIRE(ticks.size() == 8);
    REQUIRE(ticks.at(0).label == QStringLiteral("0 h"));
    REQUIRE(ticks.at(0).x == 10.0 / 24);
    REQUIRE(ticks.at(1).label == QStringLiteral("12 h"));
    REQUIRE(ticks.at(2).label == QStringLiteral("1 d"));
    REQUIRE(ticks.at(3).label == QStringLiteral("1 d 12 h"));
    near.first = -1;
    REQUIRE(dayTicks(near, 90).first().label == QStringLiteral("−1 d"));
}

TEST_CASE("Elapsed hours keep their length across a change of the clocks", "[charts][axis]") {
    AxisRange near{QDate(2026, 10, 24), 0, 2, 400, {}, QTimeZone("Europe/Oslo")};
    near.firstDose = kairos::base::Instant::fromLocal(QDate(2026, 10, 24), QTime(10, 0), near.zone);
    const auto ticks = dayTicks(near, 300);
    // 24 h after 10:00 summer time it is 09:00 winter time.
    REQUIRE(ticks.at(1).label == QStringLiteral("1 d"));
    REQUIRE(ticks.at(1).x == 1 + 9.0 / 24);
}

TEST_CASE("Dates zoomed in name the hours between the days", "[charts][axis]") {
    const auto ticks = dateTicks(range(0.1, 1.6, 400), 60, QLocale::c());
    REQUIRE(ticks.at(0).label == QStringLiteral("06:00"));
    REQUIRE(ticks.at(3).label == QStringLiteral("8 Sep"));
    REQUIRE(ticks.at(3).x == 1);
    const auto days = dateTicks(range(0, 10, 60), 50, QLocale::c());
    REQUIRE(days.size() == 11);
    REQUIRE(days.last().label == QStringLiteral("17 Sep"));
}

} // namespace test_axis_ticks
