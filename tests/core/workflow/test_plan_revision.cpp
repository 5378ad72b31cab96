// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_revision.h"

#include "core/workflow/calendar_care.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_answer.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/session_desk.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_plan_revision {
using namespace kairos;
using base::ErrorCode;
using record::PlanStep;
using support::OpenPracticeFixture;
using support::required;
using workflow::PlanChange;
using workflow::PlanRevision;

namespace {

const QString kWhy = QStringLiteral("she asked for it");
const QString kZone = QStringLiteral("Europe/Oslo");

/// A plan of Elena's whose first dose aims at Monday 30 November 2026.
struct Course {
    OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();
    QDate start{2026, 11, 30};
    record::PlanId plan;

    Course() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = start;
        wish.clinicians = {fixture.clinician()};
        plan = required(workflow::PlanCare(fixture.practice()).start(wish));
    }
    [[nodiscard]] PlanStep step(const QString& key) {
        for (const PlanStep& found : required(workflow::PlanCare(fixture.practice()).steps(plan))) {
            if (found.key == key) {
                return found;
            }
        }
        throw std::runtime_error("no such step");
    }
    [[nodiscard]] QDate dayOf(const QString& key) { return step(key).window.value().target.date; }
    [[nodiscard]] QString dose(int number) const { return QStringLiteral("dose-%1").arg(number); }
    [[nodiscard]] workflow::PlanEffect effect(const PlanChange& change) {
        return required(PlanRevision(fixture.practice()).effectOf(plan, change));
    }
    [[nodiscard]] base::Outcome accept(const PlanChange& change, const QString& password = {}) {
        return PlanRevision(fixture.practice()).accept(plan, change, kWhy, password);
    }
    [[nodiscard]] workflow::PlanView view() {
        return required(workflow::PlanQuery(fixture.practice()).view(plan));
    }
    record::SessionId bookDose(int number, QDate day) {
        record::DosingSession session;
        session.patient = patient;
        session.plan = plan;
        session.step = step(dose(number)).id;
        session.number = number;
        session.booked = {day, QTime(9, 0), kZone};
        return required(workflow::DosingCare(fixture.practice()).book(session));
    }
    void moveClockTo(QDate day) {
        fixture.clock().advanceMs(
            fixture.practice().now().local(fixture.practice().zone()).date().daysTo(day) * 86'400'000);
    }
};

} // namespace

TEST_CASE("Trying a move tells what follows and saves nothing", "[workflow][plan][move]") {
    Course course;
    const QDate before = course.dayOf(course.dose(2));
    const auto effect = course.effect({.moves = {{course.dose(2), before.addDays(1)}}});
    REQUIRE(effect.course.find(course.dose(2))->window->target.date == before.addDays(1));
    const auto moved = std::find_if(effect.changes.begin(), effect.changes.end(),
                                    [&](const auto& change) { return change.step == course.dose(2); });
    REQUIRE(moved != effect.changes.end());
    REQUIRE_FALSE(moved->why.isEmpty());
    REQUIRE(course.dayOf(course.dose(2)) == before);
    REQUIRE(course.view().plan.revision == 1);
}

TEST_CASE("An accepted move is a new revision with its reason and stays where it was put",
          "[workflow][plan][move]") {
    Course course;
    const QString session = QStringLiteral("therapy-3");
    const QDate before = course.dayOf(session);
    const QDate day = before.addDays(before.dayOfWeek() == Qt::Friday ? -1 : 1);
    required(course.accept({.moves = {{session, day}}}));
    REQUIRE(course.dayOf(session) == day);
    const auto view = course.view();
    REQUIRE(view.plan.revision == 2);
    REQUIRE(view.plan.revisionReason == kWhy);
    REQUIRE(view.movedByReplanning() == 0);
    required(course.accept({.released = {session}}));
    REQUIRE(course.dayOf(session) == before);
}

TEST_CASE("A move needs a reason, and a day that changes something", "[workflow][plan][move]") {
    Course course;
    const PlanChange change{.moves = {{course.dose(1), course.start.addDays(1)}}};
    REQUIRE(PlanRevision(course.fixture.practice())
                .accept(course.plan, change, QStringLiteral(" "))
                .error()
                .code == ErrorCode::InvalidInput);
    REQUIRE(course.accept({}).error().code == ErrorCode::Refused);
    REQUIRE(course.accept({.moves = {{QStringLiteral("dose-99"), course.start}}}).error().code ==
            ErrorCode::NotFound);
    REQUIRE(course.view().plan.revision == 1);
}

TEST_CASE("A move that breaks the gap between doses holds until a prescriber overrides it",
          "[workflow][plan][move]") {
    Course course;
    const PlanChange change{.moves = {{course.dose(2), course.dayOf(course.dose(1)).addDays(1)}}};
    const auto effect = course.effect(change);
    REQUIRE(effect.needsOverride());
    const auto gap = std::find_if(effect.broken.begin(), effect.broken.end(), [](const auto& finding) {
        return finding.rule == QStringLiteral("plan.gap-short");
    });
    REQUIRE(gap != effect.broken.end());
    REQUIRE_FALSE(gap->source.isEmpty());
    REQUIRE_FALSE(course.accept(change).has_value());
    REQUIRE(course.accept(change, QStringLiteral("not hers")).error().code == ErrorCode::WrongPassphrase);
    required(course.accept(change, OpenPracticeFixture::password()));
    REQUIRE(course.dayOf(course.dose(2)) == course.dayOf(course.dose(1)).addDays(1));
    Course other;
    other.fixture.signInAs(QStringLiteral("Jonas Lindqvist"), record::Role::Therapist);
    const PlanChange again{.moves = {{other.dose(2), other.dayOf(other.dose(1)).addDays(1)}}};
    REQUIRE(other.accept(again, OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
}

TEST_CASE("The appointment of a moved step moves along; others that no longer fit are named",
          "[workflow][plan][move]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    course.bookDose(1, first);
    course.bookDose(2, course.dayOf(course.dose(2)));
    const PlanChange change{.moves = {{course.dose(1), first.addDays(7)}}};
    const auto effect = course.effect(change);
    REQUIRE(effect.bookings.size() == 1);
    REQUIRE(effect.bookings.first().step == course.dose(2));
    required(course.accept(change));
    REQUIRE(course.step(course.dose(1)).booked->date == first.addDays(7));
    REQUIRE(course.step(course.dose(1)).booked->time == QTime(9, 0));
    const auto sessions = required(workflow::SessionDesk(course.fixture.practice()).dosingOf(course.patient));
    REQUIRE(std::any_of(sessions.begin(), sessions.end(), [&](const auto& session) {
        return session.number == 1 && session.booked.date == first.addDays(7);
    }));
}

TEST_CASE("A new holiday is answered by a difference that a person accepts", "[workflow][plan][calendar]") {
    Course course;
    REQUIRE(course.view().movedByReplanning() == 0);
    const QDate second = course.dayOf(course.dose(2));
    required(
        workflow::CalendarCare(course.fixture.practice()).saveHoliday({second, QStringLiteral("Staff day")}));
    const auto view = course.view();
    REQUIRE(view.movedByReplanning() > 0);
    const auto change = std::find_if(view.changes.begin(), view.changes.end(),
                                     [&](const auto& one) { return one.step == course.dose(2); });
    REQUIRE(change->why.contains(QStringLiteral("closed")));
    REQUIRE(course.dayOf(course.dose(2)) == second);
    required(course.accept({}));
    REQUIRE(course.dayOf(course.dose(2)) != second);
    REQUIRE(course.view().movedByReplanning() == 0);
}

TEST_CASE("A missed dose replans only what follows", "[workflow][plan][missed]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    const QDate screening = course.dayOf(QStringLiteral("screening-1"));
    required(workflow::PlanCare(course.fixture.practice())
                 .complete(course.step(QStringLiteral("screening-1")).id, course.fixture.practice().now()));
    course.moveClockTo(first.addDays(2));
    const auto view = course.view();
    REQUIRE(view.movedByReplanning() > 0);
    required(course.accept({}));
    REQUIRE(course.dayOf(course.dose(1)) >= first.addDays(2));
    REQUIRE(course.dayOf(QStringLiteral("screening-1")) == screening);
    REQUIRE(course.view().movedByReplanning() == 0);
}

TEST_CASE("A cancelled dose is answered with the next day it fits, and the answer rests once taken",
          "[workflow][plan][cancel]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    const auto session = course.bookDose(1, first);
    REQUIRE(course.view().answers.isEmpty());
    required(
        workflow::SessionDesk(course.fixture.practice()).cancel(session, QStringLiteral("patient: a cold")));
    REQUIRE_FALSE(course.step(course.dose(1)).booked.has_value());
    const auto answers = course.view().answers;
    REQUIRE(answers.size() == 1);
    REQUIRE(answers.first().step == course.dose(1));
    REQUIRE(answers.first().reason == QStringLiteral("patient: a cold"));
    REQUIRE(answers.first().suggestion == first.addDays(1));
    REQUIRE(answers.first().moved > 0);
    required(course.accept({.moves = {{course.dose(1), *answers.first().suggestion}}}));
    REQUIRE(course.view().answers.isEmpty());
    REQUIRE(course.dayOf(course.dose(1)) == first.addDays(1));
}

TEST_CASE("A no-show is answered too, and booking the step again is an answer", "[workflow][plan][cancel]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    const auto session = course.bookDose(1, first);
    course.moveClockTo(first);
    required(workflow::SessionDesk(course.fixture.practice()).markNoShow(session));
    const auto answers = course.view().answers;
    REQUIRE(answers.size() == 1);
    REQUIRE(answers.first().state == record::SessionState::NoShow);
    REQUIRE(answers.first().suggestion == first.addDays(1));
    course.bookDose(1, first.addDays(2));
    REQUIRE(course.view().answers.isEmpty());
}

TEST_CASE("Rebooking a session moves the appointment of its step too", "[workflow][plan]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    const auto session = course.bookDose(1, first);
    required(workflow::SessionDesk(course.fixture.practice())
                 .rebook(session, {first.addDays(1), QTime(10, 0), kZone}));
    REQUIRE(course.step(course.dose(1)).booked->date == first.addDays(1));
}

TEST_CASE("A plan that is over is not revised", "[workflow][plan]") {
    Course course;
    required(workflow::PlanCare(course.fixture.practice())
                 .setState(course.plan, record::PlanState::Stopped, QStringLiteral("moves away")));
    const auto refused = course.accept({.start = course.start.addDays(7)});
    REQUIRE(refused.error().code == ErrorCode::Refused);
}

TEST_CASE("A dose booked with no integration before it is a caution of the plan, with its source",
          "[workflow][plan][integration]") {
    Course course;
    const QDate first = course.dayOf(course.dose(1));
    course.moveClockTo(first);
    required(workflow::PlanCare(course.fixture.practice())
                 .complete(course.step(course.dose(1)).id, course.fixture.practice().now()));
    const auto told = [&] {
        const auto findings = course.view().findings;
        const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.rule == QStringLiteral("plan.no-integration");
        });
        return found == findings.end() ? std::optional<base::Finding>() : std::optional(*found);
    };
    REQUIRE_FALSE(told().has_value());
    course.bookDose(2, course.dayOf(course.dose(2)));
    REQUIRE(told().has_value());
    REQUIRE(told()->source.contains(QStringLiteral("convention, limited evidence")));
    const auto integration = course.step(QStringLiteral("integration-1"));
    required(workflow::PlanCare(course.fixture.practice())
                 .bookStep(integration.id, {first.addDays(1), QTime(13, 0), kZone}));
    REQUIRE_FALSE(told().has_value());
}

} // namespace test_plan_revision
