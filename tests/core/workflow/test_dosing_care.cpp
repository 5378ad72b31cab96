// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dosing_care.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_view.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_care {
using namespace kairos;
using support::required;

namespace {

/// A first dose booked against a signed order of this many mg a kilogram.
struct Dose {
    support::OpenPracticeFixture fixture;
    record::SessionId id;

    explicit Dose(double mgPerKg = 0.5) {
        const auto patient = fixture.addElena();
        workflow::PlanCare plans(fixture.practice());
        const auto plan =
            required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
        auto order = required(plans.proposedOrder(plan));
        order.mgPerKg = base::MilligramsPerKilogram{mgPerKg};
        order.maximum.reset();
        required(plans.signOrder(order, support::OpenPracticeFixture::password()));
        record::DosingSession session;
        session.patient = patient;
        session.plan = plan;
        session.number = 1;
        session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
        id = required(care().book(session));
    }
    workflow::DosingCare care() { return workflow::DosingCare(fixture.practice()); }
    workflow::DosingView view() { return required(workflow::DosingQuery(fixture.practice()).view(id)); }
    base::Result<record::ReadingId> read() {
        safety::TypedReading typed;
        typed.systolic = 124;
        typed.diastolic = 78;
        return care().addReading(id, typed, fixture.practice().now());
    }
    base::Outcome event() {
        record::SessionEvent event;
        event.session = id;
        event.at = fixture.practice().now();
        event.text = QStringLiteral("settled");
        return care().addEvent(event);
    }
    base::Outcome adverse() {
        record::AdverseEvent event;
        event.session = id;
        event.patient = view().patient.id;
        event.onset = fixture.practice().now();
        event.term = QStringLiteral("Nausea");
        return care().addAdverseEvent(event);
    }
    base::Outcome answerAll() {
        for (const auto& line : view().preDose) {
            if (line.holds()) {
                const auto done =
                    line.isAsked
                        ? care().answer(id, record::Gate::PreDose, line.id, record::GateAnswer::Met,
                                        QStringLiteral("Peter Marsh"))
                        : care().overrideLine(id, record::Gate::PreDose, line.id, QStringLiteral("seen"),
                                              support::OpenPracticeFixture::password());
                if (!done) {
                    return done;
                }
            }
        }
        return {};
    }
    void start() {
        required(care().arrive(id));
        required(care().weigh(id, base::Kilograms{70}));
        required(answerAll());
        required(care().start(id));
    }
};

} // namespace

TEST_CASE("Nothing is measured or seen before the patient arrived", "[workflow][dosing]") {
    Dose dose;
    REQUIRE(dose.read().error().code == base::ErrorCode::Refused);
    REQUIRE(dose.event().error().code == base::ErrorCode::Refused);
    REQUIRE(dose.adverse().error().code == base::ErrorCode::Refused);
    required(dose.care().arrive(dose.id));
    REQUIRE(dose.read().has_value());
    REQUIRE(dose.event().has_value());
    REQUIRE(dose.adverse().has_value());
}

TEST_CASE("A cancelled dose takes no reading and no answer", "[workflow][dosing]") {
    Dose dose;
    required(workflow::SessionDesk(dose.fixture.practice()).cancel(dose.id, QStringLiteral("patient: ill")));
    REQUIRE_FALSE(dose.read().has_value());
    REQUIRE_FALSE(dose.event().has_value());
    REQUIRE_FALSE(dose.adverse().has_value());
    REQUIRE_FALSE(
        dose.care()
            .answer(dose.id, record::Gate::PreDose, QStringLiteral("identity"), record::GateAnswer::Met, {})
            .has_value());
}

TEST_CASE("The gate before the dose stands as it was once the dose began", "[workflow][dosing]") {
    Dose dose;
    dose.start();
    const auto password = support::OpenPracticeFixture::password();
    REQUIRE_FALSE(dose.care()
                      .answer(dose.id, record::Gate::PreDose, QStringLiteral("identity"),
                              record::GateAnswer::NotMet, {})
                      .has_value());
    REQUIRE_FALSE(dose.care()
                      .overrideLine(dose.id, record::Gate::PreDose, QStringLiteral("identity"),
                                    QStringLiteral("late"), password)
                      .has_value());
    REQUIRE(
        dose.care()
            .answer(dose.id, record::Gate::Discharge, QStringLiteral("walks"), record::GateAnswer::Met, {})
            .has_value());
}

TEST_CASE("The gate before going home is no question before the dose", "[workflow][dosing]") {
    Dose dose;
    required(dose.care().arrive(dose.id));
    REQUIRE_FALSE(
        dose.care()
            .answer(dose.id, record::Gate::Discharge, QStringLiteral("walks"), record::GateAnswer::Met, {})
            .has_value());
}

TEST_CASE("A dose at the stop of its limit starts, above it somebody says why", "[workflow][dosing]") {
    {
        Dose dose(1.0);
        dose.start();
        REQUIRE(dose.view().session().state == record::SessionState::InProgress);
    }
    Dose dose(1.1);
    required(dose.care().arrive(dose.id));
    required(dose.care().weigh(dose.id, base::Kilograms{70}));
    for (const auto& line : dose.view().preDose) {
        const bool isLimit = line.id.startsWith(QStringLiteral("dose."));
        if (line.holds() && !isLimit) {
            required(line.isAsked ? dose.care().answer(dose.id, record::Gate::PreDose, line.id,
                                                       record::GateAnswer::Met, QStringLiteral("Peter Marsh"))
                                  : dose.care().overrideLine(dose.id, record::Gate::PreDose, line.id,
                                                             QStringLiteral("seen"),
                                                             support::OpenPracticeFixture::password()));
        }
    }
    const auto held = dose.care().start(dose.id);
    REQUIRE(held.error().code == base::ErrorCode::Stopped);
    REQUIRE(held.error().why.contains(QStringLiteral("1.1")));
    required(dose.answerAll());
    REQUIRE(dose.care().start(dose.id).has_value());
}

TEST_CASE("A bag too small for its drug holds the start", "[workflow][dosing]") {
    Dose dose;
    required(dose.care().arrive(dose.id));
    required(dose.care().weigh(dose.id, base::Kilograms{70}));
    required(dose.answerAll());
    workflow::DosePreparation small;
    small.concentration = base::MilligramsPerMillilitre{1};
    small.bagVolume = base::Millilitres{20};
    small.bagRule = record::BagRule::FillTo;
    required(dose.care().prepare(dose.id, small));
    REQUIRE_FALSE(dose.view().figures.has_value());
    REQUIRE(dose.care().start(dose.id).error().code == base::ErrorCode::Stopped);
}

TEST_CASE("A start is not taken back after the dose ended, nor an end that was not", "[workflow][dosing]") {
    Dose dose;
    dose.start();
    REQUIRE_FALSE(dose.care().undoStop(dose.id).has_value());
    required(dose.care().stop(dose.id, QStringLiteral("distress")));
    REQUIRE_FALSE(dose.care().undoStart(dose.id).has_value());
    REQUIRE(dose.care().undoStop(dose.id).has_value());
    REQUIRE(dose.care().undoStart(dose.id).has_value());
}

TEST_CASE("A correction says what was wrong", "[workflow][dosing]") {
    Dose dose;
    required(dose.care().arrive(dose.id));
    const auto reading = required(dose.read());
    safety::TypedReading typed;
    typed.systolic = 142;
    typed.diastolic = 88;
    REQUIRE(dose.care().correctReading(reading, typed, QStringLiteral(" ")).error().code ==
            base::ErrorCode::InvalidInput);
    REQUIRE(dose.care().correctReading(reading, typed, QStringLiteral("digits swapped")).has_value());
}

TEST_CASE("A therapy session that was cancelled is not held", "[workflow][therapy]") {
    Dose dose;
    record::TherapySession session;
    session.patient = dose.view().patient.id;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), dose.fixture.practice().practice().zone};
    workflow::TherapyCare care(dose.fixture.practice());
    const auto id = required(care.book(session));
    required(workflow::SessionDesk(dose.fixture.practice()).cancel(id, QStringLiteral("patient: ill")));
    REQUIRE_FALSE(care.hold(id, dose.fixture.practice().now(), 50, {}).has_value());
}

} // namespace test_dosing_care
