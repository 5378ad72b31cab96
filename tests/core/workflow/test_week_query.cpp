// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/week_query.h"

#include "tests/support/booked_course.h"

#include "core/storage/practice_file.h"
#include "core/workflow/appointment_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_week_query {
using namespace kairos;
using namespace kairos::workflow;
using support::BookedCourse;
using support::required;

namespace {

const QDate kMonday(2026, 11, 9);

WeekAppointment doseOf(BookedCourse& course, QDate day = kMonday) {
    const auto list = required(WeekQuery(course.practice()).appointmentsOn(day));
    const auto found =
        std::find_if(list.begin(), list.end(), [](const WeekAppointment& one) { return one.isDosing; });
    REQUIRE(found != list.end());
    return *found;
}

record::SessionId bookTherapy(BookedCourse& course, const record::PatientId& patient, QDate day, QTime time) {
    record::TherapySession session;
    session.patient = patient;
    session.type = record::TherapyType::Other;
    session.booked = {day, time, course.practice().practice().zone};
    session.therapist = course.fixture.clinician();
    return required(TherapyCare(course.practice()).book(session));
}

base::Appointment at(BookedCourse& course, QDate day, QTime time) {
    return {day, time, course.practice().practice().zone};
}

} // namespace

TEST_CASE("The week runs from Monday to Sunday and holds what is booked", "[workflow][week]") {
    BookedCourse course;
    const auto week = required(WeekQuery(course.practice()).week(QDate(2026, 11, 12)));
    REQUIRE(week.monday == kMonday);
    REQUIRE(week.days.size() == 7);
    REQUIRE(week.appointmentCount() == 1);
    const auto& dose = week.days.first().appointments.first();
    REQUIRE(dose.title == QStringLiteral("Dose 1"));
    REQUIRE(dose.stepKey == QStringLiteral("dose-1"));
    REQUIRE(dose.window.has_value());
    REQUIRE(dose.minutes > 0);
    REQUIRE(week.conflictCount() == 0);
}

TEST_CASE("A step that is booked without a session stands in the week too", "[workflow][week]") {
    BookedCourse course;
    required(PlanCare(course.practice())
                 .bookStep(course.step("review-1").id, at(course, kMonday.addDays(1), QTime(11, 0))));
    const auto list = required(WeekQuery(course.practice()).appointmentsOn(kMonday.addDays(1)));
    REQUIRE(list.size() == 1);
    REQUIRE_FALSE(list.first().session.has_value());
    REQUIRE(list.first().title == course.step("review-1").title);
}

TEST_CASE("The same clinician, room or patient twice is said of both, a cancelled session of none",
          "[workflow][week]") {
    BookedCourse course;
    const auto other =
        course.fixture.addPatient(QStringLiteral("A-2"), QStringLiteral("Marcus"), QStringLiteral("Bell"));
    const auto therapy = bookTherapy(course, other, kMonday, QTime(10, 0));
    AppointmentCare care(course.practice());
    REQUIRE(doseOf(course).conflicts.isEmpty());
    required(care.assign(course.dose, QStringLiteral("Room 1"), course.fixture.clinician()));
    REQUIRE(doseOf(course).conflicts ==
            QStringList{QStringLiteral("Ruth Adeyemi twice: Marcus Bell, Session")});
    required(care.assign(therapy, QStringLiteral("room 1"), course.fixture.clinician()));
    REQUIRE(doseOf(course).conflicts.size() == 2);
    REQUIRE(required(WeekQuery(course.practice()).week(kMonday)).conflictCount() == 2);
    required(SessionDesk(course.practice()).cancel(therapy, QStringLiteral("by the patient")));
    REQUIRE(doseOf(course).conflicts.isEmpty());
    bookTherapy(course, course.patient, kMonday, QTime(10, 30));
    REQUIRE(doseOf(course).conflicts.first() == QStringLiteral("the patient twice: Session"));
}

TEST_CASE("Two sessions that only touch do not clash", "[workflow][week]") {
    BookedCourse course;
    const auto dose = doseOf(course);
    bookTherapy(course, course.patient, kMonday, dose.end());
    REQUIRE(doseOf(course).conflicts.isEmpty());
}

TEST_CASE("Moving within the window says nothing against it and moves session and step", "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    const auto to = at(course, kMonday, QTime(11, 15));
    const auto trial = required(care.tryMove(doseOf(course), to));
    REQUIRE(trial.notes.isEmpty());
    REQUIRE(trial.broken.isEmpty());
    REQUIRE(doseOf(course).booked.time == QTime(10, 0));
    required(care.move(doseOf(course), to));
    REQUIRE(doseOf(course).booked == to);
    REQUIRE(course.step("dose-1").booked == to);
}

TEST_CASE("Moving shows closed days, broken windows and the steps that would follow", "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    auto practice = course.practice().practice();
    practice.closedWeekdays = {6, 7};
    course.practice().adopt(practice);
    const auto saturday =
        required(care.tryMove(doseOf(course), at(course, QDate(2026, 11, 14), QTime(10, 0))));
    REQUIRE(saturday.notes.contains(QStringLiteral("the clinic is closed on that day")));
    REQUIRE_FALSE(saturday.broken.isEmpty());
    const auto later = required(care.tryMove(doseOf(course), at(course, kMonday.addDays(10), QTime(10, 0))));
    REQUIRE(later.notes.contains(QStringLiteral("outside the window of its step")));
    REQUIRE_FALSE(later.changes.isEmpty());
    REQUIRE(doseOf(course).booked.date == kMonday);
}

TEST_CASE("Moving a dose to another day is one revision of its plan: step, session and what follows",
          "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    const int revision = required(PlanCare(course.practice()).plan(course.plan)).revision;
    const auto entries = required(course.practice().file().head()).count;
    const auto second = course.step("dose-2").window->target.date;
    const auto to = at(course, kMonday.addDays(2), QTime(11, 30));
    const auto trial = required(care.tryMove(doseOf(course), to));
    REQUIRE(trial.revisesPlan);
    REQUIRE(care.move(doseOf(course), to).error().code == base::ErrorCode::InvalidInput);
    REQUIRE(required(course.practice().file().head()).count == entries);
    required(care.move(doseOf(course), to, QStringLiteral("The patient has a cold"), {}));
    const auto plan = required(PlanCare(course.practice()).plan(course.plan));
    REQUIRE(plan.revision == revision + 1);
    REQUIRE(plan.revisionReason == QStringLiteral("The patient has a cold"));
    REQUIRE(doseOf(course, to.date).booked == to);
    REQUIRE(course.step("dose-1").booked == to);
    REQUIRE(course.step("dose-1").chosen == to.date);
    REQUIRE(course.step("dose-1").window->target.date == to.date);
    REQUIRE(course.step("integration-1").window->target.date > to.date);
    REQUIRE(course.step("dose-2").window->target.date >= second);
    // Planning on from it moves nothing more.
    const auto effect = required(PlanRevision(course.practice()).effectOf(course.plan, {}));
    REQUIRE(std::none_of(effect.changes.begin(), effect.changes.end(),
                         [](const planning::CourseChange& change) { return change.isMoved(); }));
}

TEST_CASE("Another time of the same day, and a session without a step, stay a rebooking",
          "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    const int revision = required(PlanCare(course.practice()).plan(course.plan)).revision;
    const auto later = at(course, kMonday, QTime(12, 0));
    REQUIRE_FALSE(required(care.tryMove(doseOf(course), later)).revisesPlan);
    required(care.move(doseOf(course), later));
    bookTherapy(course, course.patient, kMonday.addDays(1), QTime(10, 0));
    const auto therapy = required(WeekQuery(course.practice()).appointmentsOn(kMonday.addDays(1))).first();
    const auto to = at(course, kMonday.addDays(3), QTime(9, 0));
    REQUIRE_FALSE(required(care.tryMove(therapy, to)).revisesPlan);
    required(care.move(therapy, to));
    REQUIRE(required(WeekQuery(course.practice()).appointmentsOn(to.date)).size() == 1);
    REQUIRE(required(PlanCare(course.practice()).plan(course.plan)).revision == revision);
}

TEST_CASE("A move that breaks the gap between doses needs a prescriber's password", "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    record::DosingSession second;
    second.patient = course.patient;
    second.step = course.step("dose-2").id;
    const QDate day = course.step("dose-2").window->target.date;
    second.booked = at(course, day, QTime(10, 0));
    required(DosingCare(course.practice()).book(second));
    const auto to = at(course, kMonday.addDays(1), QTime(10, 0));
    REQUIRE(required(care.tryMove(doseOf(course, day), to)).needsOverride());
    const QString why = QStringLiteral("The patient travels");
    REQUIRE_FALSE(care.move(doseOf(course, day), to, why, QStringLiteral("wrong")).has_value());
    REQUIRE(doseOf(course, day).booked.date == day);
    required(care.move(doseOf(course, day), to, why, support::OpenPracticeFixture::password()));
    REQUIRE(course.step("dose-2").booked == to);
}

TEST_CASE("What has begun, and a time that is past, cannot be moved", "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    const auto dose = doseOf(course);
    REQUIRE(care.tryMove(dose, at(course, QDate(2026, 11, 5), QTime(10, 0))).error().code ==
            base::ErrorCode::Refused);
    REQUIRE(care.tryMove(dose, {}).error().code == base::ErrorCode::InvalidInput);
    required(SessionDesk(course.practice()).cancel(course.dose, QStringLiteral("by the clinic")));
    REQUIRE(care.tryMove(doseOf(course), at(course, kMonday, QTime(12, 0))).error().code ==
            base::ErrorCode::Refused);
}

TEST_CASE("A therapy session keeps its therapist, a dose may have nobody yet", "[workflow][week]") {
    BookedCourse course;
    AppointmentCare care(course.practice());
    const auto therapy = bookTherapy(course, course.patient, kMonday.addDays(1), QTime(10, 0));
    REQUIRE(care.assign(therapy, QStringLiteral("2"), std::nullopt).error().code ==
            base::ErrorCode::InvalidInput);
    required(care.assign(course.dose, QStringLiteral(" Room 2 "), std::nullopt));
    REQUIRE(doseOf(course).room == QStringLiteral("Room 2"));
    REQUIRE_FALSE(doseOf(course).clinician.has_value());
}

} // namespace test_week_query
