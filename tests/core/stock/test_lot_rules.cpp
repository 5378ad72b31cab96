// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stock/stock_fixture.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_lot_rules {
using namespace kairos;
using base::ErrorCode;
using Catch::Approx;
using record::LedgerKind;
using record::VialKeeping;
using support::Lot;

namespace {

const QDate kToday(2026, 11, 2);

base::Result<stock::Draw> draw(const Lot& lot, double ml, QDate today = kToday) {
    return stock::drawFrom(lot.vial, lot.standing(), base::Millilitres{ml}, today, {});
}

} // namespace

TEST_CASE("0.7 mL of a single-dose vial of 10 mL at 50 mg/mL: 35 mg used, 465 mg wasted", "[stock][vector]") {
    const auto drawn = draw(Lot(), 0.7);
    REQUIRE(drawn.has_value());
    REQUIRE(drawn->opened == 1);
    REQUIRE(drawn->used.value == Approx(35));
    REQUIRE(drawn->waste.value == Approx(465));
    REQUIRE(drawn->rest.value == Approx(9.3));
}

TEST_CASE("The same from a multi-dose vial wastes nothing", "[stock]") {
    const auto drawn = draw(Lot(VialKeeping::MultiDose), 0.7);
    REQUIRE(drawn.has_value());
    REQUIRE(drawn->used.value == Approx(35));
    REQUIRE(drawn->waste.value == Approx(0));
}

TEST_CASE("More than is there is refused with both volumes", "[stock]") {
    const Lot lot(VialKeeping::MultiDose, 1);
    REQUIRE(draw(lot, 10).has_value());
    const auto refused = draw(lot, 10.01);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("10.01 mL")));
    REQUIRE(refused.error().sentence().contains(QStringLiteral("10.00 mL")));
    REQUIRE(draw(lot, 0).error().code == ErrorCode::InvalidInput);
    REQUIRE(draw(lot, -1).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("The rest of a single-dose vial is drawn for nobody else", "[stock]") {
    Lot lot(VialKeeping::SingleDose, 1);
    lot.drawFor(1, 0.7);
    REQUIRE(draw(lot, 0.7).error().code == ErrorCode::Refused);
}

TEST_CASE("A lot is drawn from on its last day and refused on the next, with the date", "[stock]") {
    const Lot lot;
    REQUIRE(draw(lot, 0.7, QDate(2026, 12, 31)).has_value());
    const auto refused = draw(lot, 0.7, QDate(2027, 1, 1));
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("31 Dec 2026")));
}

TEST_CASE("A lot has drug, lot, strength, volume, vials and a date to come", "[stock]") {
    REQUIRE(stock::checkLot(Lot().vial, kToday).has_value());
    const auto refuses = [](auto&& change) {
        Lot lot;
        change(lot.vial);
        return !stock::checkLot(lot.vial, kToday).has_value();
    };
    REQUIRE(refuses([](record::Vial& vial) { vial.drug = QStringLiteral(" "); }));
    REQUIRE(refuses([](record::Vial& vial) { vial.lot.clear(); }));
    REQUIRE(refuses([](record::Vial& vial) { vial.strength.value = 0; }));
    REQUIRE(refuses([](record::Vial& vial) { vial.volume.value = -1; }));
    REQUIRE(refuses([](record::Vial& vial) { vial.received = 0; }));
    REQUIRE(refuses([](record::Vial& vial) { vial.expiry = kToday.addDays(-1); }));
    REQUIRE(refuses([](record::Vial& vial) { vial.expiry = {}; }));
    REQUIRE_FALSE(refuses([](record::Vial& vial) { vial.expiry = kToday; }));
}

TEST_CASE("Waste needs another person's signature", "[stock]") {
    const Lot lot;
    REQUIRE(lot.check(lot.witnessed(LedgerKind::Wasted, 10)).has_value());
    REQUIRE(lot.check(lot.line(LedgerKind::Wasted, 10)).error().code == ErrorCode::InvalidInput);
    auto alone = lot.line(LedgerKind::Wasted, 10);
    alone.witness = alone.by;
    REQUIRE(lot.check(alone).error().code == ErrorCode::InvalidInput);
    REQUIRE_FALSE(lot.check(lot.line(LedgerKind::Returned, 10)).has_value());
}

TEST_CASE("Nothing leaves that is not there", "[stock]") {
    Lot lot;
    REQUIRE(lot.check(lot.witnessed(LedgerKind::Returned, 30)).has_value());
    REQUIRE(lot.check(lot.witnessed(LedgerKind::Returned, 30.01)).error().code == ErrorCode::Refused);
    REQUIRE_FALSE(lot.check(lot.witnessed(LedgerKind::Wasted, -1)).has_value());
    REQUIRE_FALSE(lot.check(lot.witnessed(LedgerKind::Wasted, 0)).has_value());
    lot.drawFor(1, 0.7);
    auto rest = lot.witnessed(LedgerKind::Wasted, 9.3);
    rest.session = support::numbered<record::SessionId>(1);
    REQUIRE(lot.check(rest).has_value());
    rest.volume.value = 9.4;
    REQUIRE(lot.check(rest).error().code == ErrorCode::Refused);
    REQUIRE_FALSE(lot.check(lot.witnessed(LedgerKind::Returned, 20.5)).has_value());
}

TEST_CASE("A count that differs says why", "[stock]") {
    const Lot lot(VialKeeping::MultiDose);
    auto counted = lot.line(LedgerKind::Counted, 30);
    counted.expected = base::Millilitres{30};
    REQUIRE(lot.check(counted).has_value());
    counted.volume.value = 29.9;
    REQUIRE(lot.check(counted).error().code == ErrorCode::InvalidInput);
    counted.reason = QStringLiteral("vial broken on the floor");
    REQUIRE(lot.check(counted).has_value());
    counted.volume.value = -0.1;
    REQUIRE_FALSE(lot.check(counted).has_value());
}

TEST_CASE("A line is taken back once, with a reason, and never below 0", "[stock]") {
    Lot lot;
    lot.drawFor(1, 0.7);
    REQUIRE(lot.check(lot.takingBack(1)).has_value());
    auto silent = lot.takingBack(1);
    silent.reason = QStringLiteral(" ");
    REQUIRE(lot.check(silent).error().code == ErrorCode::InvalidInput);
    const auto below = lot.check(lot.takingBack(0));
    REQUIRE(below.error().code == ErrorCode::Refused);
    REQUIRE(below.error().sentence().contains(QStringLiteral("-0.70 mL")));
    lot.entries.append(lot.takingBack(1));
    REQUIRE(lot.check(lot.takingBack(1)).error().code == ErrorCode::Refused);
    REQUIRE(lot.check(lot.takingBack(2)).error().code == ErrorCode::Refused);
    auto unknown = lot.takingBack(1);
    unknown.takesBack = support::numbered<record::LedgerEntryId>(99);
    REQUIRE(lot.check(unknown).error().code == ErrorCode::NotFound);
}

TEST_CASE("A drawn line whose rest was wasted is taken back after the waste", "[stock]") {
    Lot lot;
    lot.drawFor(1, 0.7);
    auto waste = lot.witnessed(LedgerKind::Wasted, 9.3);
    waste.session = support::numbered<record::SessionId>(1);
    lot.entries.append(waste);
    REQUIRE(lot.check(lot.takingBack(1)).error().code == ErrorCode::Refused);
    lot.entries.append(lot.takingBack(2));
    REQUIRE(lot.check(lot.takingBack(1)).has_value());
}

} // namespace test_lot_rules
