// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_watch.h"

#include "tests/support/booked_course.h"

#include "core/workflow/kept_needs.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/today_query.h"

#include <QCoreApplication>

#include <catch2/catch_test_macros.hpp>

namespace test_need_watch {
using namespace kairos;
using namespace kairos::workflow;
using support::BookedCourse;
using support::required;

namespace {

/// Courses enough that the first stride does not reach the end.
void addCourses(BookedCourse& course, int count) {
    PlanCare plans(course.practice());
    for (int i = 0; i < count; ++i) {
        const auto patient = course.fixture.addPatient(QStringLiteral("W-%1").arg(i), QStringLiteral("Given"),
                                                       QStringLiteral("Family %1").arg(i));
        const auto plan =
            required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 9), {6, 7}, {}, {}}));
        required(plans.sign(plan, support::OpenPracticeFixture::password()));
    }
}

} // namespace

TEST_CASE("A small practice is looked through before refresh returns", "[workflow][needs]") {
    BookedCourse course;
    const auto expected = required(TodayQuery(course.practice()).needs()).size();
    REQUIRE(expected > 0);
    course.practice().needs().forget();
    NeedWatch watch(course.practice());
    watch.refresh();
    REQUIRE_FALSE(watch.isSearching());
    REQUIRE_FALSE(TodayQuery(course.practice()).searched().has_value());
    REQUIRE(required(TodayQuery(course.practice()).needs()).size() == expected);
}

TEST_CASE("A watch that has not looked yet says that all is still to be searched, and reads nothing",
          "[workflow][needs]") {
    BookedCourse course;
    course.practice().needs().forget();
    NeedWatch watch(course.practice());
    REQUIRE(required(TodayQuery(course.practice()).needs()).isEmpty());
    REQUIRE_FALSE(course.practice().needs().needs.has_value());
    REQUIRE(TodayQuery(course.practice()).searched() == 0.0);
    watch.refresh();
    REQUIRE_FALSE(required(TodayQuery(course.practice()).needs()).isEmpty());
    REQUIRE_FALSE(TodayQuery(course.practice()).searched().has_value());
}

TEST_CASE("A large practice is looked through while the events run, the open risks first",
          "[workflow][needs]") {
    BookedCourse course;
    addCourses(course, 60);
    course.moveTo(QDate(2026, 11, 23));
    required(RiskLane(course.practice())
                 .open(course.patient, record::RiskLevel::Urgent, QStringLiteral("said so")));
    const auto expected = required(TodayQuery(course.practice()).needs()).size();
    course.practice().needs().forget();
    NeedWatch watch(course.practice());
    int found = 0;
    QObject::connect(&watch, &NeedWatch::found, &watch, [&] { ++found; });
    watch.refresh();
    REQUIRE(watch.isSearching());
    const TodayQuery today(course.practice());
    REQUIRE(today.searched().value() < 1);
    const auto first = required(today.needs());
    REQUIRE(first.size() < expected);
    REQUIRE(first.first().kind == NeedKind::OpenRisk);
    while (watch.isSearching()) {
        QCoreApplication::processEvents();
    }
    REQUIRE(found == 1);
    REQUIRE_FALSE(today.searched().has_value());
    REQUIRE(required(today.needs()).size() == expected);
}

TEST_CASE("What was saved is seen at the next refresh, also in the middle of a search", "[workflow][needs]") {
    BookedCourse course;
    addCourses(course, 60);
    course.moveTo(QDate(2026, 11, 23));
    NeedWatch watch(course.practice());
    watch.refresh();
    REQUIRE(watch.isSearching());
    required(RiskLane(course.practice())
                 .open(course.patient, record::RiskLevel::Urgent, QStringLiteral("said so")));
    watch.refresh();
    while (watch.isSearching()) {
        QCoreApplication::processEvents();
    }
    REQUIRE(required(TodayQuery(course.practice()).needs()).first().kind == NeedKind::OpenRisk);
}

TEST_CASE("Without a watch whoever asks reckons anew", "[workflow][needs]") {
    BookedCourse course;
    {
        NeedWatch watch(course.practice());
        watch.refresh();
    }
    required(RiskLane(course.practice())
                 .open(course.patient, record::RiskLevel::Urgent, QStringLiteral("said so")));
    REQUIRE(required(TodayQuery(course.practice()).needs()).first().kind == NeedKind::OpenRisk);
}

} // namespace test_need_watch
