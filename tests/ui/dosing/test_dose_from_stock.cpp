// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/after_panel.h"
#include "ui/dosing/dose_check_card.h"
#include "ui/dosing/waste_card.h"
#include "ui/shared/password_field.h"
#include "ui/shared/second_person_form.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/dose_stock.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"

#include <QComboBox>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_dose_from_stock {
using namespace kairos;
using test::DosingStage;

namespace {

const QString kOtherPassword = QStringLiteral("another long password");

/// One lot in stock and a second person about; the patient has arrived and weighs 70 kg.
void fillStock(DosingStage& desk) {
    support::required(
        workflow::ClinicCare(desk.practice())
            .addClinician(QStringLiteral("Noor Haddad"), {record::Role::Monitor}, kOtherPassword));
    record::Vial vial;
    vial.drug = desk.stored().drug;
    vial.strength.value = 50;
    vial.volume.value = 10;
    vial.lot = QStringLiteral("K-2211");
    vial.expiry = QDate(2027, 6, 30);
    vial.received = 2;
    support::required(workflow::LedgerCare(desk.practice()).receive(vial));
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    support::required(workflow::DosingCare(desk.practice()).weigh(desk.session, base::Kilograms{70}));
}

QString evidenceOf(DosingStage& desk) {
    for (const auto& line : desk.view().preDose) {
        if (line.id == QLatin1String("double-check")) {
            return line.evidence;
        }
    }
    return {};
}

} // namespace

TEST_CASE("A practice without stock sees the free fields alone", "[dosing][ledger]") {
    DosingStage desk;
    auto& form = *desk.open().before();
    REQUIRE_FALSE(form.form().stockChoice().isVisible());
    REQUIRE_FALSE(form.form().checkCard().isVisible());
    REQUIRE(form.form().concentrationEdit().isEnabled());
}

TEST_CASE("A chosen lot fills in its label and is checked by a second person", "[dosing][ledger]") {
    DosingStage desk;
    fillStock(desk);
    auto& form = desk.open().before()->form();
    REQUIRE(form.stockChoice().isVisible());
    form.stockChoice().setFocus();
    DosingStage::press(Qt::Key_Down);
    REQUIRE(desk.stored().lot == QStringLiteral("K-2211"));
    REQUIRE(form.concentrationEdit().value() == 50.0);
    REQUIRE_FALSE(form.concentrationEdit().isEnabled());
    REQUIRE(desk.page().before()->order().figuresText().contains(
        QStringLiteral("50 milligrams in each millilitre")));

    auto& check = form.checkCard();
    REQUIRE(check.isVisible());
    REQUIRE(check.figures().simplified().contains(QStringLiteral("35 mg · 0.7 mL")));
    check.person().people().setFocus();
    DosingStage::press(Qt::Key_Down);
    check.person().password().setFocus();
    DosingStage::type(QStringLiteral("guess"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE_FALSE(check.trouble().isEmpty());
    REQUIRE(check.person().people().currentText() == QStringLiteral("Noor Haddad"));
    REQUIRE_FALSE(desk.stored().check.has_value());
    check.person().password().selectAll();
    DosingStage::type(kOtherPassword);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(desk.stored().check.has_value());
    REQUIRE(evidenceOf(desk).contains(QStringLiteral("Noor Haddad")));
    REQUIRE_FALSE(check.isVisible());
}

TEST_CASE("A lot can be let go again for the free fields", "[dosing][ledger]") {
    DosingStage desk;
    fillStock(desk);
    auto& form = desk.open().before()->form();
    form.stockChoice().setFocus();
    DosingStage::press(Qt::Key_Down);
    REQUIRE(desk.stored().vial.has_value());
    DosingStage::press(Qt::Key_Up);
    REQUIRE_FALSE(desk.stored().vial.has_value());
    REQUIRE(form.concentrationEdit().isEnabled());
    REQUIRE(form.checkCard().isVisible());
}

TEST_CASE("Enter on the second person's line of the gate leads to the check", "[dosing][ledger]") {
    DosingStage desk;
    fillStock(desk);
    auto& before = *desk.open().before();
    DosingStage::walkTo(before.gates(), QStringLiteral("double-check"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &before.form().checkCard().person().people());
}

TEST_CASE("What is left in a single-dose vial is wasted after the dose, before a witness",
          "[dosing][ledger]") {
    DosingStage desk;
    fillStock(desk);
    auto& form = desk.open().before()->form();
    form.stockChoice().setFocus();
    DosingStage::press(Qt::Key_Down);
    desk.startByUseCases();
    workflow::DosingCare care(desk.practice());
    desk.clockOn(40);
    support::required(care.stop(desk.session, {}));
    auto& waste = desk.open().after()->waste();
    REQUIRE(waste.isVisibleTo(desk.page().after()));
    REQUIRE(waste.figures().contains(QStringLiteral("(465.0 mg)")));
    waste.witness().people().setFocus();
    DosingStage::press(Qt::Key_Down);
    waste.witness().password().setFocus();
    DosingStage::type(QStringLiteral("guess"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE_FALSE(waste.trouble().isEmpty());
    waste.witness().password().selectAll();
    DosingStage::type(kOtherPassword);
    DosingStage::press(Qt::Key_Return);
    REQUIRE_FALSE(waste.isVisibleTo(desk.page().after()));
    const auto lot = support::required(workflow::LedgerQuery(desk.practice()).lots()).first();
    REQUIRE(lot.standing.rests.isEmpty());
    REQUIRE(lot.standing.lines.last().entry.patient == desk.stored().patient);
}

} // namespace test_dose_from_stock
