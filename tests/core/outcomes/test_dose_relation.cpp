// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/dose_relation.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_dose_relation {
using namespace kairos;
using namespace kairos::outcomes;
using namespace kairos::testing;
using Catch::Approx;

namespace {

DoseRelation relation(const char* id, base::Instant at, const Course& course) {
    return relationOf(rating(id, at, 5), instrument(id), course, builtInTrendRules());
}

} // namespace

TEST_CASE("PHQ-9 on day 3 is left out and on day 7 it counts", "[outcomes][recall]") {
    const Course course = courseOf({0, 3, 7});
    const DoseRelation day3 = relation("phq-9", dayAt(3, QTime(9, 0)), course);
    REQUIRE(day3.pretreatmentShare == Approx(11.0 / 14.0));
    REQUIRE(day3.excluded);
    const DoseRelation day6 = relation("phq-9", dayAt(6, QTime(9, 0)), course);
    REQUIRE(day6.pretreatmentShare == Approx(8.0 / 14.0));
    REQUIRE(day6.excluded);
    const DoseRelation day7 = relation("phq-9", dayAt(7, QTime(9, 0)), course);
    REQUIRE(day7.pretreatmentShare == Approx(0.5));
    REQUIRE_FALSE(day7.excluded);
    REQUIRE(day7.overlapsDose);
}

TEST_CASE("The share ends when the whole recall window lies after the first dose", "[outcomes][recall]") {
    const Course course = courseOf({0});
    REQUIRE(relation("phq-9", dayAt(13), course).pretreatmentShare == Approx(1.0 / 14.0));
    REQUIRE(relation("phq-9", dayAt(14), course).pretreatmentShare == 0.0);
    REQUIRE(relation("qids-sr16", dayAt(3), course).pretreatmentShare == Approx(4.0 / 7.0));
    REQUIRE(relation("qids-sr16", dayAt(7), course).pretreatmentShare == 0.0);
}

TEST_CASE("A rating of the dose's own day after its start lies wholly before it", "[outcomes][recall]") {
    const DoseRelation evening = relation("phq-9", dayAt(0, QTime(18, 0)), courseOf({0}));
    REQUIRE(evening.pretreatmentShare == 1.0);
    REQUIRE(evening.excluded);
    REQUIRE(*evening.hoursSinceDose == Approx(8.0));
}

TEST_CASE("A rating before the first dose has no share and no hours", "[outcomes][recall]") {
    const DoseRelation before = relation("phq-9", dayAt(0, QTime(9, 59)), courseOf({0}));
    REQUIRE(before.beforeFirstDose);
    REQUIRE(before.pretreatmentShare == 0.0);
    REQUIRE_FALSE(before.overlapsDose);
    REQUIRE_FALSE(before.hoursSinceDose.has_value());
    REQUIRE_FALSE(relation("phq-9", dayAt(0, QTime(10, 0)), courseOf({0})).beforeFirstDose);
}

TEST_CASE("Hours count from the start of the last dose", "[outcomes][recall]") {
    const DoseRelation after = relation("qids-sr16", dayAt(4, QTime(12, 30)), courseOf({0, 3, 9}));
    REQUIRE(*after.hoursSinceDose == Approx(26.5));
    REQUIRE(after.day == 4);
}

TEST_CASE("A dose overlaps while any of it lies inside the window", "[outcomes][recall]") {
    const Course course = courseOf({0});
    REQUIRE(relation("qids-sr16", dayAt(7, QTime(10, 39)), course).overlapsDose);
    REQUIRE_FALSE(relation("qids-sr16", dayAt(7, QTime(10, 40)), course).overlapsDose);
}

TEST_CASE("The recall window of a rating goes before that of its instrument", "[outcomes][recall]") {
    record::Rating dayVersion = rating("qids-sr16", dayAt(1), 9);
    dayVersion.recallDays = 1;
    const DoseRelation one =
        relationOf(dayVersion, instrument("qids-sr16"), courseOf({0}), builtInTrendRules());
    REQUIRE(one.pretreatmentShare == 0.0);
    REQUIRE_FALSE(one.excluded);
}

TEST_CASE("An instrument about this moment never overlaps", "[outcomes][recall]") {
    const DoseRelation now = relation("cadss", dayAt(0, QTime(10, 40)), courseOf({0}));
    REQUIRE(now.pretreatmentShare == 0.0);
    REQUIRE_FALSE(now.overlapsDose);
    REQUIRE(*now.hoursSinceDose == Approx(40.0 / 60.0));
}

TEST_CASE("A rating known by its day alone counts as before the dose of that day", "[outcomes][recall]") {
    record::Rating dayOnly = rating("phq-9", dayAt(0, QTime(12, 0)), 20);
    dayOnly.timeKnown = false;
    const Course course = courseOf({0});
    REQUIRE(relationOf(dayOnly, instrument("phq-9"), course, builtInTrendRules()).beforeFirstDose);
    dayOnly.assessedAt = dayAt(1, QTime(12, 0));
    const DoseRelation next = relationOf(dayOnly, instrument("phq-9"), course, builtInTrendRules());
    REQUIRE_FALSE(next.beforeFirstDose);
    REQUIRE_FALSE(next.hoursSinceDose.has_value());
}

TEST_CASE("Without doses a rating stands in no relation", "[outcomes][recall]") {
    const DoseRelation alone = relation("phq-9", dayAt(0), courseOf({}));
    REQUIRE(alone.beforeFirstDose);
    REQUIRE_FALSE(alone.excluded);
    REQUIRE_FALSE(alone.day.has_value());
}

} // namespace test_dose_relation
