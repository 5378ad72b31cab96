// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_stock.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/run_care.h"
#include "core/workflow/summary_query.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_dose_stock {
using namespace kairos;
using base::ErrorCode;
using Catch::Approx;
using record::LedgerKind;
using support::OpenPracticeFixture;
using support::required;

namespace {

const QString kOtherPassword = QStringLiteral("another long password");

/// 35 mg booked for a patient of 70 kg who has arrived, with one lot of vials and a second person about.
struct StockDose {
    OpenPracticeFixture fixture;
    record::ClinicianId other;
    record::VialId vial;
    record::SessionId id;

    explicit StockDose(int vials = 2, double volume = 10) {
        other = required(
            workflow::ClinicCare(fixture.practice())
                .addClinician(QStringLiteral("Noor Haddad"), {record::Role::Monitor}, kOtherPassword));
        const auto patient = fixture.addElena();
        workflow::PlanCare plans(fixture.practice());
        const auto plan =
            required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
        auto order = required(plans.proposedOrder(plan));
        order.mgPerKg = base::MilligramsPerKilogram{0.5};
        order.maximum.reset();
        required(plans.signOrder(order, OpenPracticeFixture::password()));
        vial = receive(order.drug, vials, volume);
        record::DosingSession session;
        session.patient = patient;
        session.plan = plan;
        session.number = 1;
        session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
        id = required(care().book(session));
        required(care().arrive(id));
        required(care().weigh(id, base::Kilograms{70}));
    }
    record::VialId receive(const QString& drug, int vials, double volume) {
        record::Vial label;
        label.drug = drug;
        label.strength = base::MilligramsPerMillilitre{50};
        label.volume = base::Millilitres{volume};
        label.lot = QStringLiteral("K-2211");
        label.expiry = QDate(2026, 11, 2);
        label.received = vials;
        return required(workflow::LedgerCare(fixture.practice()).receive(label));
    }
    workflow::DosingCare care() { return workflow::DosingCare(fixture.practice()); }
    workflow::DosingView view() { return required(workflow::DosingQuery(fixture.practice()).view(id)); }
    stock::LotStanding lot() {
        return required(workflow::LedgerQuery(fixture.practice()).lot(vial)).standing;
    }
    base::Outcome choose() {
        workflow::DosePreparation preparation;
        preparation.vial = vial;
        return care().prepare(id, preparation);
    }
    base::Outcome check() { return care().check(id, {other, kOtherPassword}); }
    /// Settles every line of the gate but the second person's.
    void answerOthers() {
        for (const auto& line : view().preDose) {
            if (line.holds() && line.id != QLatin1String("double-check")) {
                required(line.isAsked
                             ? care().answer(id, record::Gate::PreDose, line.id, record::GateAnswer::Met,
                                             QStringLiteral("Peter Marsh"))
                             : care().overrideLine(id, record::Gate::PreDose, line.id, QStringLiteral("seen"),
                                                   OpenPracticeFixture::password()));
            }
        }
    }
    const safety::GateLine* second(const workflow::DosingView& seen) {
        for (const auto& line : seen.preDose) {
            if (line.id == QLatin1String("double-check")) {
                return &line;
            }
        }
        return nullptr;
    }
    void makeReady() {
        required(choose());
        answerOthers();
        required(check());
    }
};

} // namespace

TEST_CASE("The dose and its ledger line are one act", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    required(dose.care().start(dose.id));
    const auto lot = dose.lot();
    REQUIRE(lot.lines.size() == 2);
    const auto& line = lot.lines.last().entry;
    REQUIRE(line.kind == LedgerKind::Drawn);
    REQUIRE(line.session == dose.id);
    REQUIRE(line.patient == dose.view().patient.id);
    REQUIRE(line.volume.value == Approx(0.7));
    REQUIRE(line.amount.value == Approx(35));
    REQUIRE(lot.balance.value == Approx(19.3));
    REQUIRE(lot.restOf(dose.id).value == Approx(9.3));
}

TEST_CASE("A refused start writes neither the dose nor the line", "[workflow][ledger][dosing]") {
    StockDose dose(1, 0.5);
    dose.makeReady();
    const auto refused = dose.care().start(dose.id);
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("0.50 mL")));
    REQUIRE_FALSE(dose.view().session().startedAt.has_value());
    REQUIRE(dose.lot().lines.size() == 1);
}

TEST_CASE("A lot past its date holds the start and is named with the date", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    dose.fixture.clock().advanceMs(86'400'000LL);
    dose.answerOthers();
    const auto refused = dose.care().start(dose.id);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().sentence().contains(QStringLiteral("2 Nov 2026")));
    REQUIRE(dose.lot().lines.size() == 1);
}

TEST_CASE("Taking the start back takes the ledger line back with it", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    required(dose.care().start(dose.id));
    required(dose.care().undoStart(dose.id));
    const auto lot = dose.lot();
    REQUIRE(lot.lines.size() == 3);
    REQUIRE(lot.lines.at(1).isTakenBack);
    REQUIRE(lot.lines.last().entry.kind == LedgerKind::Counter);
    REQUIRE(lot.balance.value == Approx(20));
    required(dose.care().start(dose.id));
    REQUIRE(dose.lot().balance.value == Approx(19.3));
}

TEST_CASE("The rest is wasted before a witness, and then the start stands", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    required(dose.care().start(dose.id));
    workflow::LedgerCare care(dose.fixture.practice());
    const auto drawn = dose.lot().lines.last().entry.id;
    REQUIRE(care.takeBack(dose.vial, drawn, QStringLiteral("wrong")).error().code == ErrorCode::Refused);
    required(care.waste({dose.vial, base::Millilitres{9.3}, dose.id, {}, {dose.other, kOtherPassword}}));
    REQUIRE(dose.lot().rests.isEmpty());
    REQUIRE(dose.lot().lines.last().entry.amount.value == Approx(465));
    REQUIRE(dose.lot().lines.last().entry.patient == dose.view().patient.id);
    REQUIRE(dose.care().undoStart(dose.id).error().code == ErrorCode::Refused);
    REQUIRE(dose.view().session().startedAt.has_value());
}

TEST_CASE("The lot's label stands in the session, and another drug's lot is refused",
          "[workflow][ledger][dosing]") {
    StockDose dose;
    required(dose.choose());
    REQUIRE(dose.view().session().concentration->value == 50);
    REQUIRE(dose.view().session().lot == QStringLiteral("K-2211"));
    REQUIRE(dose.view().session().expiry == QDate(2026, 11, 2));
    dose.vial = dose.receive(QStringLiteral("midazolam"), 1, 10);
    const auto refused = dose.choose();
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("midazolam")));
}

TEST_CASE("A dose waits for a second person, from the stock or typed by hand", "[workflow][ledger][dosing]") {
    StockDose dose;
    required(dose.choose());
    dose.answerOthers();
    REQUIRE(dose.care().start(dose.id).error().code == ErrorCode::Stopped);
    REQUIRE_FALSE(
        dose.care().check(dose.id, {dose.fixture.clinician(), OpenPracticeFixture::password()}).has_value());
    REQUIRE(dose.care().check(dose.id, {dose.other, QStringLiteral("guess")}).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE_FALSE(dose.view().session().check.has_value());
    required(dose.check());
    const auto view = dose.view();
    REQUIRE(dose.second(view)->state == safety::GateState::Met);
    REQUIRE(dose.second(view)->evidence.contains(QStringLiteral("Noor Haddad")));
    REQUIRE(view.session().check->by == dose.other);
    REQUIRE(view.session().check->dose.value == Approx(35));
    REQUIRE(view.session().check->volume->value == Approx(0.7));
    REQUIRE(dose.care().start(dose.id).has_value());
}

TEST_CASE("A booster is drawn from the opened vial, as one act with its event",
          "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    required(dose.care().start(dose.id));
    workflow::RunCare run(dose.fixture.practice());
    const auto booster = required(run.giveBooster(dose.id, base::Milligrams{10}, QStringLiteral("pain")));
    auto lot = dose.lot();
    REQUIRE(lot.balance.value == Approx(19.1));
    REQUIRE(lot.restOf(dose.id).value == Approx(9.1));
    REQUIRE(lot.lines.last().entry.event == booster);
    REQUIRE(lot.lines.last().entry.amount.value == Approx(10));
    required(run.withdraw(booster, QStringLiteral("not given")));
    lot = dose.lot();
    REQUIRE(lot.balance.value == Approx(19.3));
    REQUIRE(lot.restOf(dose.id).value == Approx(9.3));
}

TEST_CASE("A booster the lot cannot give is written down and says what the ledger lacks",
          "[workflow][ledger][dosing]") {
    StockDose dose(1, 0.8);
    dose.makeReady();
    required(dose.care().start(dose.id));
    const auto booster = required(workflow::RunCare(dose.fixture.practice())
                                      .giveBooster(dose.id, base::Milligrams{10}, QStringLiteral("pain")));
    REQUIRE(dose.lot().lines.size() == 2);
    const auto view = dose.view();
    const auto found = std::find_if(view.content.events.begin(), view.content.events.end(),
                                    [&](const record::SessionEvent& event) { return event.id == booster; });
    REQUIRE(found != view.content.events.end());
    REQUIRE(found->text.contains(QStringLiteral("not in the ledger")));
    REQUIRE(found->amount == 10);
}

TEST_CASE("A count may have a second person, whose password is asked", "[workflow][ledger]") {
    StockDose dose;
    workflow::LedgerCare care(dose.fixture.practice());
    const workflow::SecondPerson guess{dose.other, QStringLiteral("guess")};
    REQUIRE(care.count(dose.vial, base::Millilitres{20}, {}, guess).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(dose.lot().lines.size() == 1);
    required(
        care.count(dose.vial, base::Millilitres{20}, {}, workflow::SecondPerson{dose.other, kOtherPassword}));
    REQUIRE(dose.lot().lines.last().entry.witness == dose.other);
}

TEST_CASE("A dose that changes after its check is checked anew", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.makeReady();
    required(dose.care().weigh(dose.id, base::Kilograms{71}));
    dose.answerOthers();
    REQUIRE(dose.care().start(dose.id).error().code == ErrorCode::Stopped);
    REQUIRE(dose.check().has_value());
    REQUIRE(dose.care().start(dose.id).has_value());
}

TEST_CASE("A single-person check says who and why, also on the summary", "[workflow][ledger][dosing]") {
    StockDose dose;
    required(dose.choose());
    dose.answerOthers();
    required(dose.care().overrideLine(dose.id, record::Gate::PreDose, QStringLiteral("double-check"),
                                      QStringLiteral("alone in the house"), OpenPracticeFixture::password()));
    required(dose.care().start(dose.id));
    const auto bundle =
        required(workflow::SummaryQuery(dose.fixture.practice()).bundle(dose.id, QLocale::c()));
    const auto summary = reports::sessionSummary(bundle.facts, dose.fixture.practice().catalog().safety);
    const QString printed = summary.gateLines.join(QLatin1Char('\n'));
    INFO(printed.toStdString());
    REQUIRE(printed.contains(QStringLiteral("single-person check")));
    REQUIRE(printed.contains(QStringLiteral("alone in the house")));
}

TEST_CASE("A dose typed by hand touches no ledger", "[workflow][ledger][dosing]") {
    StockDose dose;
    dose.answerOthers();
    required(dose.check());
    required(dose.care().start(dose.id));
    REQUIRE(dose.lot().lines.size() == 1);
    required(dose.care().undoStart(dose.id));
    REQUIRE(dose.lot().lines.size() == 1);
}

} // namespace test_dose_stock
