// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_history.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/plan_revision.h"
#include "core/workflow/plan_sheet_query.h"
#include "core/workflow/session_desk.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_plan_history {
using namespace kairos;
using base::ErrorCode;
using record::PlanState;
using support::OpenPracticeFixture;
using support::required;
using workflow::PlanCare;

namespace {

struct Course {
    OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();
    record::PlanId plan = begin();

    record::PlanId begin() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = QDate(2026, 11, 30);
        return required(PlanCare(fixture.practice()).start(wish));
    }
    void sign() { required(PlanCare(fixture.practice()).sign(plan, OpenPracticeFixture::password())); }
    base::Outcome become(PlanState state, const char* why = "moves away") {
        return PlanCare(fixture.practice()).setState(plan, state, QString::fromLatin1(why));
    }
    void reviseBy(int days, const char* why) {
        fixture.clock().advanceMs(60'000);
        const QDate start = required(PlanCare(fixture.practice()).plan(plan)).start.addDays(days);
        required(workflow::PlanRevision(fixture.practice())
                     .accept(plan, {.start = start}, QString::fromLatin1(why)));
    }
    workflow::PlanHistory history() {
        return required(workflow::PlanHistoryQuery(fixture.practice()).of(plan, patient));
    }
    workflow::PlanView view() { return required(workflow::PlanQuery(fixture.practice()).view(plan)); }
    record::SessionId bookFirstDose() {
        record::DosingSession session;
        session.patient = patient;
        session.plan = plan;
        for (const auto& step : required(PlanCare(fixture.practice()).steps(plan))) {
            if (step.key == QStringLiteral("dose-1")) {
                session.step = step.id;
                session.booked = {step.window->target.date, QTime(9, 0), QStringLiteral("Europe/Oslo")};
            }
        }
        session.number = 1;
        return required(workflow::DosingCare(fixture.practice()).book(session));
    }
};

} // namespace

TEST_CASE("A plan's revisions tell who made them, why, and which windows changed",
          "[workflow][plan][history]") {
    Course course;
    course.sign();
    course.reviseBy(7, "she starts a job");
    const auto revisions = course.history().revisions;
    REQUIRE(revisions.size() == 2);
    REQUIRE(revisions.first().number == 2);
    REQUIRE(revisions.first().by == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(revisions.first().reason == QStringLiteral("she starts a job"));
    REQUIRE(revisions.first().formerStart == QDate(2026, 11, 30));
    REQUIRE_FALSE(revisions.first().steps.isEmpty());
    REQUIRE(revisions.first().steps.first().from != revisions.first().steps.first().to);
    REQUIRE_FALSE(revisions.first().isSigned());
    REQUIRE(revisions.last().isSigned());
    REQUIRE(revisions.last().steps.isEmpty());
}

TEST_CASE("A signature holds through a pause and falls with a revision", "[workflow][plan][history]") {
    Course course;
    REQUIRE_FALSE(course.view().isRevisionSigned());
    course.sign();
    REQUIRE(course.view().isRevisionSigned());
    required(course.become(PlanState::Paused, "on holiday"));
    REQUIRE(course.view().isRevisionSigned());
    required(course.become(PlanState::Active, ""));
    course.reviseBy(1, "Tuesdays");
    REQUIRE_FALSE(course.view().isRevisionSigned());
    const auto states = course.history().states;
    REQUIRE(states.size() == 3);
    REQUIRE(states.at(1).state == PlanState::Paused);
    REQUIRE(states.at(1).reason == QStringLiteral("on holiday"));
}

TEST_CASE("A plan becomes only what it can become", "[workflow][plan][state]") {
    Course course;
    REQUIRE(course.become(PlanState::Active).error().code == ErrorCode::Refused); // a draft is signed
    REQUIRE(course.become(PlanState::Paused).error().code == ErrorCode::Refused);
    REQUIRE(course.become(PlanState::Completed).error().code == ErrorCode::Refused);
    course.sign();
    REQUIRE(course.become(PlanState::Paused, " ").error().code == ErrorCode::InvalidInput);
    required(course.become(PlanState::Completed, "course done"));
    REQUIRE(course.become(PlanState::Paused).error().code == ErrorCode::Refused);
    REQUIRE(course.become(PlanState::Stopped).error().code == ErrorCode::Refused);
}

TEST_CASE("A plan that is over is taken up again only while no other runs", "[workflow][plan][state]") {
    Course course;
    course.sign();
    required(course.become(PlanState::Stopped));
    const auto former = course.plan;
    const auto next = course.begin();
    REQUIRE(course.become(PlanState::Active).error().code == ErrorCode::Refused);
    course.plan = next;
    required(course.become(PlanState::Stopped));
    course.plan = former;
    REQUIRE(course.become(PlanState::Active, "").error().code == ErrorCode::InvalidInput);
    required(course.become(PlanState::Active, "stopped by mistake"));
    REQUIRE(required(PlanCare(course.fixture.practice()).current(course.patient))->id == former);
    REQUIRE(required(PlanCare(course.fixture.practice()).all(course.patient)).size() == 2);
}

TEST_CASE("Stopping cancels what is booked with its reason; completing waits for it",
          "[workflow][plan][state]") {
    Course course;
    course.sign();
    const auto session = course.bookFirstDose();
    REQUIRE(required(PlanCare(course.fixture.practice()).bookedSteps(course.plan)).size() == 1);
    const auto refused = course.become(PlanState::Completed, "done");
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("still to come")));
    required(course.become(PlanState::Stopped, "side effects"));
    const auto content = required(workflow::SessionDesk(course.fixture.practice()).load(session));
    REQUIRE(content.dosing->state == record::SessionState::Cancelled);
    REQUIRE(content.dosing->endReason == QStringLiteral("side effects"));
    REQUIRE(required(PlanCare(course.fixture.practice()).bookedSteps(course.plan)).isEmpty());
    REQUIRE(course.view().isOver());
    REQUIRE(course.view().findings.isEmpty());
}

TEST_CASE("The printed plan is a draft until its revision is signed", "[workflow][plan][print]") {
    Course course;
    const auto sheet = [&] {
        return required(workflow::PlanSheetQuery(course.fixture.practice(), QLocale(QLocale::English))
                            .sheet(course.plan));
    };
    REQUIRE(sheet().identity.isDraft);
    course.sign();
    REQUIRE_FALSE(sheet().identity.isDraft);
    REQUIRE(sheet().signatures.size() == 1);
    course.reviseBy(7, "Tuesdays");
    REQUIRE(sheet().identity.isDraft);
    REQUIRE(sheet().identity.version == 2);
    REQUIRE(sheet().revisions.size() == 2);
    REQUIRE(sheet().gates.join(QLatin1Char(' ')).contains(QStringLiteral("no signed order")));
}

} // namespace test_plan_history
