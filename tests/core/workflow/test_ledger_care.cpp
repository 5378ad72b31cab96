// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ledger_care.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/history_query.h"
#include "core/workflow/ledger_query.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_ledger_care {
using namespace kairos;
using base::ErrorCode;
using Catch::Approx;
using record::LedgerKind;
using support::OpenPracticeFixture;
using support::required;

namespace {

record::Vial label(const QString& lot = QStringLiteral("K-2211"), QDate expiry = QDate(2027, 6, 30)) {
    record::Vial vial;
    vial.drug = QStringLiteral("ketamine (racemic)");
    vial.strength = base::MilligramsPerMillilitre{50};
    vial.volume = base::Millilitres{10};
    vial.lot = lot;
    vial.expiry = expiry;
    vial.received = 3;
    return vial;
}

/// A practice with one lot of three vials and a second person to witness.
struct Stock {
    OpenPracticeFixture fixture;
    record::ClinicianId other;
    record::VialId id;

    Stock() {
        other = required(workflow::ClinicCare(fixture.practice())
                             .addClinician(QStringLiteral("Noor Haddad"), {record::Role::Monitor},
                                           QStringLiteral("another long password")));
        id = required(care().receive(label()));
    }
    workflow::LedgerCare care() { return workflow::LedgerCare(fixture.practice()); }
    workflow::LotView lot() { return required(workflow::LedgerQuery(fixture.practice()).lot(id)); }
    [[nodiscard]] workflow::SecondPerson witness() const {
        return {other, QStringLiteral("another long password")};
    }
    [[nodiscard]] workflow::Removal removal(double ml) const {
        return {id, base::Millilitres{ml}, {}, QStringLiteral("broken on the floor"), witness()};
    }
};

} // namespace

TEST_CASE("A received lot stands with its first line", "[workflow][ledger]") {
    Stock stock;
    const auto lot = stock.lot();
    REQUIRE(lot.standing.lines.size() == 1);
    REQUIRE(lot.standing.lines.first().entry.kind == LedgerKind::Received);
    REQUIRE(lot.standing.lines.first().entry.by == stock.fixture.clinician());
    REQUIRE(lot.standing.balance.value == Approx(30));
    REQUIRE(lot.standing.amount.value == Approx(1500));
    REQUIRE_FALSE(stock.care().receive(label(QString())).has_value());
    REQUIRE_FALSE(stock.care().receive(label(QStringLiteral("K-1"), QDate(2026, 11, 1))).has_value());
    REQUIRE(required(workflow::LedgerQuery(stock.fixture.practice()).lots()).size() == 1);
}

TEST_CASE("Waste is witnessed by another clinician with their own password", "[workflow][ledger]") {
    Stock stock;
    REQUIRE(stock.care().waste(stock.removal(10)).has_value());
    REQUIRE(stock.lot().standing.balance.value == Approx(20));
    REQUIRE(stock.lot().standing.lines.last().entry.witness == stock.other);

    auto wrong = stock.removal(10);
    wrong.witness.password = OpenPracticeFixture::password();
    REQUIRE(stock.care().waste(wrong).error().code == ErrorCode::WrongPassphrase);
    auto alone = stock.removal(10);
    alone.witness = {stock.fixture.clinician(), OpenPracticeFixture::password()};
    REQUIRE_FALSE(stock.care().waste(alone).has_value());
    auto silent = stock.removal(10);
    silent.reason = QStringLiteral(" ");
    REQUIRE(stock.care().waste(silent).error().code == ErrorCode::InvalidInput);
    REQUIRE(stock.care().waste(stock.removal(20.5)).error().code == ErrorCode::Refused);
    REQUIRE(stock.lot().standing.lines.size() == 2);

    REQUIRE(stock.care().giveBack(stock.removal(20)).has_value());
    REQUIRE(stock.lot().standing.balance.value == 0);
    REQUIRE(stock.care().giveBack(stock.removal(0.1)).error().code == ErrorCode::Refused);
}

TEST_CASE("A therapist is no witness", "[workflow][ledger]") {
    Stock stock;
    auto removal = stock.removal(10);
    removal.witness.id = required(workflow::ClinicCare(stock.fixture.practice())
                                      .addClinician(QStringLiteral("Ida Berg"), {record::Role::Therapist},
                                                    QStringLiteral("another long password")));
    REQUIRE(stock.care().waste(removal).error().code == ErrorCode::Refused);
    REQUIRE(required(workflow::secondPersons(stock.fixture.practice())).size() == 1);
}

TEST_CASE("A count that differs says why and is where the balance goes on", "[workflow][ledger]") {
    Stock stock;
    REQUIRE(stock.care().count(stock.id, base::Millilitres{30}, {}).has_value());
    REQUIRE(stock.care().count(stock.id, base::Millilitres{29}, {}).error().code == ErrorCode::InvalidInput);
    REQUIRE(
        stock.care().count(stock.id, base::Millilitres{29}, QStringLiteral("one vial leaks")).has_value());
    const auto lot = stock.lot();
    REQUIRE(lot.standing.balance.value == Approx(29));
    REQUIRE(lot.standing.lines.last().entry.expected->value == Approx(30));
}

TEST_CASE("A wrong line is taken back once, and both lines stay", "[workflow][ledger]") {
    Stock stock;
    required(stock.care().waste(stock.removal(10)));
    const auto wrong = stock.lot().standing.lines.last().entry.id;
    REQUIRE(stock.care().takeBack(stock.id, wrong, {}).error().code == ErrorCode::InvalidInput);
    REQUIRE(stock.care().takeBack(stock.id, wrong, QStringLiteral("other lot")).has_value());
    REQUIRE(stock.lot().standing.balance.value == Approx(30));
    REQUIRE(stock.lot().standing.lines.size() == 3);
    REQUIRE_FALSE(stock.care().takeBack(stock.id, wrong, QStringLiteral("again")).has_value());
}

TEST_CASE("Who keeps no stock changes none", "[workflow][ledger]") {
    Stock stock;
    stock.fixture.signInAs(QStringLiteral("Ida Berg"), record::Role::Therapist);
    REQUIRE(stock.care().receive(label(QStringLiteral("K-9"))).error().code == ErrorCode::Refused);
    REQUIRE_FALSE(stock.care().count(stock.id, base::Millilitres{30}, {}).has_value());
    REQUIRE_FALSE(stock.care().waste(stock.removal(10)).has_value());
    REQUIRE(stock.lot().standing.lines.size() == 1);
}

TEST_CASE("Lots that hold something come first, then by expiry", "[workflow][ledger]") {
    Stock stock;
    required(stock.care().giveBack(stock.removal(30)));
    required(stock.care().receive(label(QStringLiteral("late"), QDate(2028, 1, 1))));
    required(stock.care().receive(label(QStringLiteral("soon"), QDate(2026, 11, 3))));
    const workflow::LedgerQuery query(stock.fixture.practice());
    QStringList names;
    for (const auto& lot : required(query.lots())) {
        names.append(lot.vial.lot);
    }
    REQUIRE(names == QStringList{QStringLiteral("soon"), QStringLiteral("late"), QStringLiteral("K-2211")});
    REQUIRE(required(query.usableLots(QStringLiteral("Ketamine (Racemic) "))).size() == 2);
    REQUIRE(required(query.usableLots(QStringLiteral("esketamine nasal spray"))).isEmpty());
    stock.fixture.clock().advanceMs(2 * 86'400'000LL);
    REQUIRE(required(query.usableLots(QStringLiteral("ketamine (racemic)"))).size() == 1);
}

} // namespace test_ledger_care
