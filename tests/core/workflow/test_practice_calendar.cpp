// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/practice_calendar.h"

#include "core/workflow/calendar_care.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"

#include "core/storage/practice_file.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_practice_calendar {
using namespace kairos;
using base::ErrorCode;
using record::Absence;
using support::OpenPracticeFixture;
using support::required;
using workflow::CalendarCare;
using workflow::PracticeCalendar;

namespace {

const QDate kMonday(2026, 11, 2);

Absence daysAway(QDate first, QDate last) {
    Absence absence;
    absence.first = first;
    absence.last = last;
    return absence;
}

QDate doseDay(const planning::PlannedCourse& course, int dose) {
    const auto* step = course.find(QStringLiteral("dose-%1").arg(dose));
    REQUIRE(step != nullptr);
    REQUIRE(step->window.has_value());
    return step->window->target.date;
}

workflow::PlanWish wishFor(OpenPracticeFixture& fixture) {
    workflow::PlanWish wish;
    wish.patient = fixture.addElena();
    wish.protocol = QStringLiteral("iv-cbt");
    wish.start = kMonday.addDays(28);
    return wish;
}

planning::PlannedCourse preview(OpenPracticeFixture& fixture, const workflow::PlanWish& wish) {
    return required(workflow::PlanCare(fixture.practice()).preview(wish));
}

} // namespace

TEST_CASE("A new practice keeps default hours on weekdays and says that they are a default",
          "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    const PracticeCalendar calendar(fixture.practice());
    REQUIRE(calendar.isDefault());
    REQUIRE(calendar.hoursOn(kMonday) == PracticeCalendar::defaultHours());
    REQUIRE_FALSE(calendar.hoursOn(kMonday.addDays(5)).has_value());
    REQUIRE_FALSE(calendar.hoursOn(kMonday.addDays(6)).has_value());
}

TEST_CASE("The clinic's own week replaces the default and outlives the window", "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    auto week = CalendarCare(fixture.practice()).week();
    REQUIRE(week.hours.size() == 5);
    week.hours.removeAt(2);
    week.closedWeekdays = {3, 6, 7};
    week.hours.first().opens = QTime(7, 30);
    required(CalendarCare(fixture.practice()).saveWeek(week));
    fixture.reopen();
    const PracticeCalendar calendar(fixture.practice());
    REQUIRE_FALSE(calendar.isDefault());
    REQUIRE(calendar.hoursOn(kMonday)->opens == QTime(7, 30));
    REQUIRE(calendar.hoursOn(kMonday.addDays(1))->opens == QTime(9, 0));
    REQUIRE_FALSE(calendar.hoursOn(kMonday.addDays(2)).has_value());
    REQUIRE(CalendarCare(fixture.practice()).week() == week);
}

TEST_CASE("A week that cannot be is refused", "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    auto week = CalendarCare(fixture.practice()).week();
    const auto requireRefused = [&] {
        const auto saved = CalendarCare(fixture.practice()).saveWeek(week);
        REQUIRE(saved.error().code == ErrorCode::InvalidInput);
        REQUIRE(PracticeCalendar(fixture.practice()).isDefault());
    };
    SECTION("closed before it opens") {
        week.hours.first().closes = QTime(8, 59);
        requireRefused();
    }
    SECTION("closed the minute it opens") {
        week.hours.first().closes = week.hours.first().opens;
        requireRefused();
    }
    SECTION("an open day without hours") {
        week.hours.removeFirst();
        requireRefused();
    }
    SECTION("never open") {
        week.closedWeekdays = {1, 2, 3, 4, 5, 6, 7};
        requireRefused();
    }
}

TEST_CASE("Holidays have a name, stand in order and can be taken back", "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    CalendarCare care(fixture.practice());
    required(care.saveHoliday({QDate(2026, 12, 25), QStringLiteral("Christmas")}));
    required(care.saveHoliday({QDate(2026, 11, 11), QStringLiteral(" Staff day ")}));
    required(care.saveHoliday({QDate(2026, 12, 25), QStringLiteral("Christmas Day")}));
    const auto& holidays = fixture.practice().practice().holidays;
    REQUIRE(holidays.size() == 2);
    REQUIRE(holidays.first() == record::Holiday{QDate(2026, 11, 11), QStringLiteral("Staff day")});
    REQUIRE(PracticeCalendar(fixture.practice()).holidayOn(QDate(2026, 12, 25)) ==
            QStringLiteral("Christmas Day"));
    REQUIRE_FALSE(PracticeCalendar(fixture.practice()).hoursOn(QDate(2026, 12, 25)).has_value());
    REQUIRE(care.saveHoliday({QDate(2026, 12, 24), {}}).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.saveHoliday({QDate(), QStringLiteral("Easter")}).error().code == ErrorCode::InvalidInput);
    required(care.removeHoliday(QDate(2026, 11, 11)));
    REQUIRE(care.removeHoliday(QDate(2026, 11, 11)).error().code == ErrorCode::NotFound);
}

TEST_CASE("Days away belong to one person, end after they begin and last a year at most",
          "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    CalendarCare care(fixture.practice());
    auto absence = daysAway(kMonday, kMonday.addDays(-1));
    absence.patient = elena;
    REQUIRE(care.saveAbsence(absence).error().code == ErrorCode::InvalidInput);
    absence.last = kMonday.addDays(366);
    REQUIRE(care.saveAbsence(absence).error().code == ErrorCode::InvalidInput);
    absence.last = kMonday.addDays(365);
    required(care.saveAbsence(absence));
    absence.clinician = fixture.clinician();
    REQUIRE(care.saveAbsence(absence).error().code == ErrorCode::InvalidInput);
    absence.patient.reset();
    absence.clinician.reset();
    REQUIRE(care.saveAbsence(absence).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("Days away are changed, and removed when the person comes after all", "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    CalendarCare care(fixture.practice());
    auto absence = daysAway(kMonday, kMonday.addDays(4));
    absence.clinician = fixture.clinician();
    absence.id = required(care.saveAbsence(absence));
    absence.last = kMonday.addDays(1);
    required(care.saveAbsence(absence));
    const PracticeCalendar calendar(fixture.practice());
    REQUIRE(required(calendar.awayOn(kMonday.addDays(1))) == QList{fixture.clinician()});
    REQUIRE(required(calendar.awayOn(kMonday.addDays(2))).isEmpty());
    REQUIRE(required(calendar.awayOf(fixture.clinician())) == QList{absence});
    required(care.removeAbsence(absence.id));
    REQUIRE(required(calendar.cliniciansAway()).isEmpty());
    REQUIRE(care.removeAbsence(absence.id).error().code == ErrorCode::NotFound);
}

TEST_CASE("A therapist writes down own days away, not another's", "[workflow][calendar]") {
    OpenPracticeFixture fixture;
    const auto ruth = fixture.clinician();
    fixture.signInAs(QStringLiteral("Jonas Lindqvist"), record::Role::Therapist);
    CalendarCare care(fixture.practice());
    auto absence = daysAway(kMonday, kMonday);
    absence.clinician = fixture.practice().signedIn()->id;
    required(care.saveAbsence(absence));
    absence.clinician = ruth;
    REQUIRE(care.saveAbsence(absence).error().code == ErrorCode::Refused);
    REQUIRE(care.saveHoliday({kMonday, QStringLiteral("Mine")}).error().code == ErrorCode::Refused);
}

TEST_CASE("A plan is fitted around the practice's, the patient's and the clinician's days",
          "[workflow][calendar][plan]") {
    OpenPracticeFixture fixture;
    auto wish = wishFor(fixture);
    CalendarCare care(fixture.practice());
    const QDate wished = wish.start;
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished);
    wish.closedWeekdays = {Qt::Monday};
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(1));
    wish.closedWeekdays.clear();

    required(care.saveHoliday({wished, QStringLiteral("Staff day")}));
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(1));

    auto away = daysAway(wished.addDays(1), wished.addDays(1));
    away.patient = wish.patient;
    required(care.saveAbsence(away));
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(2));

    auto off = daysAway(wished.addDays(2), wished.addDays(2));
    off.clinician = fixture.clinician();
    required(care.saveAbsence(off));
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(2)); // nobody said that she holds the plan
    wish.clinicians = {fixture.clinician()};
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(3));

    wish.holidays = {wished.addDays(3)};
    REQUIRE(doseDay(preview(fixture, wish), 1) == wished.addDays(4));
}

TEST_CASE("A dose is not planned before the clinic opens, and an early door leaves time to get ready",
          "[workflow][calendar][plan]") {
    OpenPracticeFixture fixture;
    const auto wish = wishFor(fixture);
    const auto integration = [&] {
        return preview(fixture, wish).find(QStringLiteral("integration-1"))->window->latest.time;
    };
    const auto before = integration();
    REQUIRE(before.has_value());
    auto week = CalendarCare(fixture.practice()).week();
    for (auto& hours : week.hours) {
        hours.opens = QTime(7, 30);
    }
    required(CalendarCare(fixture.practice()).saveWeek(week));
    REQUIRE(integration() == *before);
    for (auto& hours : week.hours) {
        hours.opens = QTime(10, 30);
    }
    required(CalendarCare(fixture.practice()).saveWeek(week));
    REQUIRE(integration() == before->addSecs(90 * 60));
}

TEST_CASE("A patient born after the start is refused with a sentence", "[workflow][plan][bad]") {
    OpenPracticeFixture fixture;
    auto wish = wishFor(fixture);
    wish.start = QDate(1984, 3, 12); // the day she was born
    const auto course = preview(fixture, wish);
    const auto told = std::find_if(course.findings.begin(), course.findings.end(), [](const auto& finding) {
        return finding.rule == QStringLiteral("plan.birth-date");
    });
    REQUIRE(told != course.findings.end());
    const auto started = workflow::PlanCare(fixture.practice()).start(wish);
    REQUIRE(started.error().code == ErrorCode::InvalidInput);
    REQUIRE(started.error().sentence().contains(QStringLiteral("birth date")));
    wish.start = QDate(1984, 3, 13);
    required(workflow::PlanCare(fixture.practice()).start(wish));
}

TEST_CASE("A start in the past is planned from today on, with a sentence", "[workflow][plan][bad]") {
    OpenPracticeFixture fixture;
    auto wish = wishFor(fixture);
    wish.start = kMonday.addDays(-30);
    const auto course = preview(fixture, wish);
    REQUIRE(doseDay(course, 1) == kMonday);
    const auto told = std::find_if(course.findings.begin(), course.findings.end(), [](const auto& finding) {
        return finding.rule == QStringLiteral("plan.start-moved");
    });
    REQUIRE(told != course.findings.end());
}

} // namespace test_practice_calendar
