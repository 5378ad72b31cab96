// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/exposure_rules.h"

#include <catch2/catch_test_macros.hpp>

namespace test_exposure_rules {
using namespace kairos;
using namespace kairos::safety;

namespace {

QByteArray fileOf(const QByteArray& checks) {
    return R"({"id":"exposure","checks":[)" + checks + "]}";
}

QByteArray check(const QByteArray& id, const QByteArray& months) {
    return R"({"id":")" + id + R"(","text":"T","instruments":["icsi"],"everyMonths":)" + months +
           R"(,"source":"S","confidence":"C"})";
}

} // namespace

TEST_CASE("Bladder, liver, cognition and craving are checked, each with source and interval",
          "[safety][exposure]") {
    QStringList ids;
    for (const auto& one : ExposureRules::builtIn().checks) {
        ids.append(one.id);
        REQUIRE_FALSE(one.text.isEmpty());
        REQUIRE_FALSE(one.source.isEmpty());
        REQUIRE(one.everyMonths >= 1);
    }
    REQUIRE(ids == QStringList{QStringLiteral("bladder"), QStringLiteral("liver"),
                               QStringLiteral("cognition"), QStringLiteral("craving")});
}

TEST_CASE("A check is due its months after it was done, else after the first dose", "[safety][exposure]") {
    ExposureCheck bladder;
    bladder.everyMonths = 3;
    REQUIRE_FALSE(dueDay(bladder, {}, {}).has_value());
    REQUIRE(dueDay(bladder, {}, QDate(2026, 9, 7)) == QDate(2026, 12, 7));
    REQUIRE(dueDay(bladder, QDate(2026, 11, 30), QDate(2026, 9, 7)) == QDate(2027, 2, 28));
}

TEST_CASE("A file of checks that does not fit is refused with its place", "[safety][exposure]") {
    REQUIRE(ExposureRules::read(fileOf(check("a", "1"))).has_value());
    REQUIRE(ExposureRules::read(fileOf(check("a", "60"))).has_value());
    for (const char* months : {"0", "61", "-1", "\"x\""}) {
        REQUIRE_FALSE(ExposureRules::read(fileOf(check("a", months))).has_value());
    }
    REQUIRE_FALSE(ExposureRules::read(fileOf(check("a", "1") + "," + check("a", "2"))).has_value());
    REQUIRE_FALSE(ExposureRules::read("{}").has_value());
    REQUIRE_FALSE(ExposureRules::read("[").has_value());
}

TEST_CASE("The bladder is answered by a scale, the liver by the screening, the rest by a written result",
          "[safety][exposure]") {
    QStringList written;
    for (const auto& one : ExposureRules::builtIn().checks) {
        REQUIRE(one.hasAnswer());
        if (one.isWritten) {
            written.append(one.entry());
        }
    }
    REQUIRE(written == QStringList{QStringLiteral("check.cognition"), QStringLiteral("check.craving")});
    REQUIRE_FALSE(ExposureCheck().hasAnswer());
}

} // namespace test_exposure_rules
