// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signature_check.h"

#include "tests/core/workflow/shared_visit.h"
#include "tests/support/booked_course.h"

#include "core/storage/practice_file.h"

#include <catch2/catch_test_macros.hpp>

namespace test_signature_check {
using namespace kairos;
using namespace record;
using support::required;
using test::SharedVisit;

namespace {

/// A visit whose note and record are signed by the nurse.
struct SignedVisit : SharedVisit {
    SignedVisit() {
        write(QStringLiteral("Calm throughout."));
        required(sign());
    }
    [[nodiscard]] QList<workflow::UnfitSignature> unfit() {
        return required(workflow::SignatureCheck(practice().file().reader()).run());
    }
    /// Writes past the rule that signed content is fixed.
    void force(Action action, const AnyRecord& changed) {
        required(practice().file().commit(
            {practice().actor(), practice().now(), {{action, changed, QStringLiteral("slip")}}, {}}));
    }
};

} // namespace

TEST_CASE("A practice without a signature has none that does not fit", "[workflow][sign]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    REQUIRE(required(workflow::SignatureCheck(visit.practice().file().reader()).run()).isEmpty());
}

TEST_CASE("Signatures fit after signing, amending and withdrawing", "[workflow][sign]") {
    SignedVisit visit;
    REQUIRE(visit.unfit().isEmpty());
    workflow::SignedNotes notes(visit.practice());
    auto amended = visit.content().notes.first();
    amended.sections.first().text = QStringLiteral("Calm, then tearful.");
    required(notes.amend(amended, visit.because(QStringLiteral("forgot"))));
    REQUIRE(visit.unfit().isEmpty());
    required(notes.withdraw(visit.content().notes.first(), visit.because(QStringLiteral("other patient"))));
    REQUIRE(visit.unfit().isEmpty());
}

TEST_CASE("A signed note that was changed is named by session and day", "[workflow][sign]") {
    SignedVisit visit;
    auto note = visit.content().notes.first();
    note.sections.first().text = QStringLiteral("Agitated.");
    visit.force(Action::Changed, note);
    const auto unfit = visit.unfit();
    REQUIRE_FALSE(unfit.isEmpty());
    REQUIRE(unfit.first().session == visit.id);
    REQUIRE(unfit.first().day == QDate(2026, 11, 2));
    REQUIRE(unfit.first().text().contains(QStringLiteral("2026-11-02")));
    REQUIRE(unfit.first().text().contains(visit.id.toString()));
    REQUIRE_FALSE(unfit.first().text().contains(QStringLiteral("Marsh")));
}

TEST_CASE("A reading added below a signed record is told", "[workflow][sign]") {
    SignedVisit visit;
    Reading reading;
    reading.id = visit.practice().ids().next<ReadingId>();
    reading.session = visit.id;
    reading.patient = visit.patient;
    reading.measuredAt = visit.practice().now();
    reading.enteredAt = visit.practice().now();
    reading.pulse = 72;
    visit.force(Action::Created, reading);
    REQUIRE(visit.unfit().size() == 1);
}

TEST_CASE("Signatures of a plan and an order fit, also after a revision and an end of the plan",
          "[workflow][sign]") {
    support::BookedCourse course;
    course.signOrder();
    auto& practice = course.practice();
    const workflow::SignatureCheck check(practice.file().reader());
    REQUIRE(required(check.run()).isEmpty());
    auto plan = required(practice.file().records().find<TreatmentPlan>(course.plan)).value();
    plan.revision = 2;
    plan.start = plan.start.addDays(7);
    plan.state = PlanState::Paused;
    plan.stateReason = QStringLiteral("she travels");
    required(practice.file().commit({practice.actor(), practice.now(), {{Action::Changed, plan, {}}}, {}}));
    REQUIRE(required(check.run()).isEmpty());
}

TEST_CASE("A signed order that was changed is named", "[workflow][sign]") {
    support::BookedCourse course;
    course.signOrder();
    auto& practice = course.practice();
    auto order = required(practice.file().records().list<Order>()).records.first();
    order.rescueDrugs = {QStringLiteral("another drug")};
    required(practice.file().commit({practice.actor(), practice.now(), {{Action::Changed, order, {}}}, {}}));
    const auto unfit = required(workflow::SignatureCheck(practice.file().reader()).run());
    REQUIRE(unfit.size() == 1);
    REQUIRE_FALSE(unfit.first().session.has_value());
    REQUIRE(unfit.first().text().contains(QStringLiteral("order ") + order.id.toString()));
    REQUIRE_FALSE(unfit.first().text().contains(QStringLiteral("Marsh")));
}

} // namespace test_signature_check
