// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/today_query.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/rating_query.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_today_query {
using namespace kairos;
using namespace kairos::workflow;
using support::required;

namespace {

const QString kWeekly = QStringLiteral("Weekly ratings");

/// Elena's signed course, begun on Monday 9 November 2026, on this day.
struct Course {
    support::OpenPracticeFixture fixture;
    record::PatientId elena = fixture.addElena();
    record::PlanId plan;

    explicit Course(QDate today) {
        PlanCare plans(fixture.practice());
        plan = required(plans.start({elena, QStringLiteral("iv-cbt"), QDate(2026, 11, 9), {6, 7}, {}, {}}));
        required(plans.sign(plan, support::OpenPracticeFixture::password()));
        const auto noon = fixture.at(today, QTime(12, 0));
        fixture.clock().advanceMs(noon.msSince(fixture.practice().now()));
    }

    qsizetype weeklyNeeds() {
        const auto needs = required(TodayQuery(fixture.practice()).needs());
        return std::count_if(needs.begin(), needs.end(),
                             [](const Need& need) { return need.detail == kWeekly; });
    }
};

} // namespace

TEST_CASE("Of weekly ratings that nobody filled in only this week's is asked for", "[workflow][today]") {
    Course course(QDate(2026, 12, 24));
    const auto missed = required(PlanQuery(course.fixture.practice()).missed(course.plan));
    REQUIRE(missed.size() == 3);
    REQUIRE(course.weeklyNeeds() == 1);
}

TEST_CASE("A weekly rating is missed once the next one is open, not before", "[workflow][today]") {
    Course sunday(QDate(2026, 12, 6));
    REQUIRE(required(PlanQuery(sunday.fixture.practice()).missed(sunday.plan)).isEmpty());
    REQUIRE(sunday.weeklyNeeds() == 1);
    Course monday(QDate(2026, 12, 7));
    REQUIRE(required(PlanQuery(monday.fixture.practice()).missed(monday.plan)).size() == 1);
}

TEST_CASE("A rating that can no longer be done is no duty of the patient's ratings", "[workflow][today]") {
    Course course(QDate(2026, 12, 24));
    const auto duties = required(RatingQuery(course.fixture.practice()).duties(course.elena));
    const auto missed = required(PlanQuery(course.fixture.practice()).missed(course.plan));
    REQUIRE_FALSE(duties.isEmpty());
    REQUIRE(std::none_of(duties.begin(), duties.end(), [&](const RatingDuty& duty) {
        return duty.asked.step && missed.contains(*duty.asked.step);
    }));
}

} // namespace test_today_query
