// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/course_place.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_course_place {
using namespace kairos;
using support::required;

namespace {

struct Course {
    support::OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();
    record::PlanId plan;

    Course() {
        plan = required(workflow::PlanCare(fixture.practice())
                            .start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
    }
    [[nodiscard]] base::Appointment booked() {
        return {QDate(2026, 11, 4), QTime(9, 0), fixture.practice().practice().zone};
    }
    record::TherapySession session(record::TherapyType type) {
        record::TherapySession session;
        session.patient = patient;
        session.type = type;
        session.booked = booked();
        return session;
    }
    void book(record::TherapyType type) {
        (void)required(workflow::TherapyCare(fixture.practice()).book(session(type)));
    }
};

} // namespace

TEST_CASE("A session for a step takes the step's plan and number, and the step its booking",
          "[workflow][course_place]") {
    Course course;
    const auto steps = required(workflow::PlanCare(course.fixture.practice()).steps(course.plan));
    const auto second = std::find_if(steps.begin(), steps.end(), [](const record::PlanStep& step) {
        return step.kind == record::StepKind::Dosing && step.number == 2;
    });
    REQUIRE(second != steps.end());
    record::DosingSession dose;
    dose.patient = course.patient;
    dose.step = second->id;
    dose.booked = course.booked();
    const auto step = required(workflow::placeInCourse(course.fixture.practice(), dose));
    REQUIRE(dose.plan == course.plan);
    REQUIRE(dose.number == 2);
    REQUIRE(step);
    REQUIRE(step->id == second->id);
    REQUIRE(step->booked == course.booked());
}

TEST_CASE("A session without a step belongs to the plan in force and is the next of its own kind",
          "[workflow][course_place]") {
    Course course;
    course.book(record::TherapyType::Preparation);
    course.book(record::TherapyType::Preparation);
    course.book(record::TherapyType::Integration);

    auto third = course.session(record::TherapyType::Preparation);
    REQUIRE_FALSE(required(workflow::placeInCourse(course.fixture.practice(), third)));
    REQUIRE(third.plan == course.plan);
    REQUIRE(third.number == 3);

    record::DosingSession dose;
    dose.patient = course.patient;
    dose.booked = course.booked();
    (void)required(workflow::placeInCourse(course.fixture.practice(), dose));
    REQUIRE(dose.number == 1);
}

TEST_CASE("A session of a patient without a plan has no plan and is the first", "[workflow][course_place]") {
    support::OpenPracticeFixture fixture;
    record::DosingSession dose;
    dose.patient = fixture.addElena();
    dose.booked = {QDate(2026, 11, 4), QTime(9, 0), fixture.practice().practice().zone};
    (void)required(workflow::placeInCourse(fixture.practice(), dose));
    REQUIRE_FALSE(dose.plan);
    REQUIRE(dose.number == 1);
}

TEST_CASE("A number that the caller gave stays", "[workflow][course_place]") {
    Course course;
    auto session = course.session(record::TherapyType::Therapy);
    session.number = 7;
    (void)required(workflow::placeInCourse(course.fixture.practice(), session));
    REQUIRE(session.number == 7);
}

} // namespace test_course_place
