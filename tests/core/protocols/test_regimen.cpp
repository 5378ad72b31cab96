// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/regimen.h"

#include <catch2/catch_test_macros.hpp>

namespace test_regimen {
using namespace kairos::protocols;

namespace {

const QDate kMonday(2026, 3, 2);

DoseBlock block(const QList<int>& weekdays, int min, int max, std::optional<int> target = {}) {
    DoseBlock made;
    made.count = 2;
    made.weekdays = weekdays;
    made.minGapDays = min;
    made.maxGapDays = max;
    made.targetGapDays = target;
    return made;
}

} // namespace

TEST_CASE("The next dose is the next day of the pattern after the smallest gap", "[protocols][regimen]") {
    REQUIRE(idealDayAfter(kMonday, block({1, 4}, 2, 5), 0) == QDate(2026, 3, 5));
    REQUIRE(idealDayAfter(QDate(2026, 3, 5), block({1, 4}, 2, 5), 0) == QDate(2026, 3, 9));
    REQUIRE(idealDayAfter(kMonday, block({1}, 5, 9), 0) == QDate(2026, 3, 9));
}

TEST_CASE("A pattern moved by a day gives the days after", "[protocols][regimen]") {
    REQUIRE(idealDayAfter(QDate(2026, 3, 3), block({1, 4}, 2, 5), 1) == QDate(2026, 3, 6));
    REQUIRE(idealDayAfter(QDate(2026, 3, 1), block({1, 4}, 2, 5), -1) == QDate(2026, 3, 4));
}

TEST_CASE("A gap that is aimed at keeps the weekday and the count of weeks", "[protocols][regimen]") {
    REQUIRE(idealDayAfter(kMonday, block({1}, 11, 17, 14), 0) == QDate(2026, 3, 16));
    REQUIRE(idealDayAfter(kMonday, block({1}, 21, 35, 28), 0) == QDate(2026, 3, 30));
    REQUIRE(idealDayAfter(kMonday, block({}, 2, 4, 3), 0) == QDate(2026, 3, 5));
}

TEST_CASE("Each dose belongs to its block", "[protocols][regimen]") {
    Regimen regimen;
    regimen.blocks = {block({1}, 5, 9), block({1}, 11, 17, 14)};
    regimen.blocks[0].cadence = QStringLiteral("weekly");
    regimen.blocks[1].cadence = QStringLiteral("two-weekly");
    REQUIRE(regimen.count() == 4);
    REQUIRE(regimen.blockOf(2).cadence == QStringLiteral("weekly"));
    REQUIRE(regimen.blockOf(3).cadence == QStringLiteral("two-weekly"));
}

} // namespace test_regimen
