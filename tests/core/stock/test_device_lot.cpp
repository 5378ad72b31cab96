// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/lot_rules.h"
#include "core/stock/stock_words.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_device_lot {
using namespace kairos;
using namespace kairos::stock;
using base::ErrorCode;
using Catch::Approx;
using record::LedgerKind;

namespace {

/// Devices of 28 mg in 0.2 mL.
record::Vial devices() {
    record::Vial vial;
    vial.drug = QStringLiteral("esketamine nasal spray");
    vial.strength = base::MilligramsPerMillilitre{140};
    vial.volume = base::Millilitres{0.2};
    vial.lot = QStringLiteral("ES-31");
    vial.expiry = QDate(2027, 6, 30);
    vial.keeping = record::VialKeeping::Device;
    vial.received = 3;
    return vial;
}

record::LedgerEntry line(LedgerKind kind, double volume) {
    record::LedgerEntry entry;
    entry.kind = kind;
    entry.volume = base::Millilitres{volume};
    entry.amount = drugIn(devices(), entry.volume);
    return entry;
}

LotStanding received() {
    return standingOf(devices(), {line(LedgerKind::Received, 0.6)});
}

} // namespace

TEST_CASE("A lot of devices is shown in devices", "[stock][device]") {
    REQUIRE(labelText(devices()) == QStringLiteral("28 mg a device"));
    REQUIRE(stockText(devices(), base::Millilitres{0.4}) == QStringLiteral("2 device(s)"));
    record::Vial vial = devices();
    vial.keeping = record::VialKeeping::SingleDose;
    REQUIRE(stockText(vial, base::Millilitres{0.4}) == QStringLiteral("0.40 mL"));
}

TEST_CASE("What moved is said in the unit of the lot, with its sign", "[stock][device]") {
    REQUIRE(movedText(devices(), base::Millilitres{0.6}) == QStringLiteral("+3 device(s)"));
    REQUIRE(movedText(devices(), base::Millilitres{-0.2}) == QStringLiteral("\u22121 device(s)"));
    REQUIRE(movedText(devices(), base::Millilitres{}) == QStringLiteral("0 device(s)"));
    record::Vial vial = devices();
    vial.keeping = record::VialKeeping::MultiDose;
    REQUIRE(movedText(vial, base::Millilitres{10}) == QStringLiteral("+10.00 mL"));
    REQUIRE(movedText(vial, base::Millilitres{-0.7}) == QStringLiteral("\u22120.70 mL"));
    REQUIRE(movedText(vial, base::Millilitres{}) == QStringLiteral("0.00 mL"));
}

TEST_CASE("A line of no device is refused in devices", "[stock][device]") {
    const auto none = checkLine(devices(), received(), line(LedgerKind::Returned, 0));
    REQUIRE(none.error().why == QStringLiteral("the number is not above 0 devices"));
    const auto receipt = checkLine(devices(), received(), line(LedgerKind::Received, 0));
    REQUIRE(receipt.error().code == ErrorCode::InvalidInput);
    record::Vial lot = devices();
    lot.received = 0;
    REQUIRE(checkLot(lot, QDate(2026, 11, 2)).error().why ==
            QStringLiteral("less than one device was received"));
}

TEST_CASE("A drawn device leaves no rest to waste", "[stock][device]") {
    const auto draw = drawFrom(devices(), received(), base::Millilitres{0.2}, QDate(2026, 11, 2), {});
    REQUIRE(draw.has_value());
    REQUIRE(draw->used.value == Approx(28));
    REQUIRE(draw->rest.value == Approx(0).margin(1e-9));
    auto drawn = line(LedgerKind::Drawn, 0.2);
    drawn.session = record::SessionId{};
    const auto standing = standingOf(devices(), {line(LedgerKind::Received, 0.6), drawn});
    REQUIRE(standing.rests.isEmpty());
    REQUIRE(standing.balance.value == Approx(0.4));
}

TEST_CASE("More devices than stand there are refused in devices", "[stock][device]") {
    const auto draw = drawFrom(devices(), received(), base::Millilitres{0.8}, QDate(2026, 11, 2), {});
    REQUIRE(draw.error().code == ErrorCode::Refused);
    REQUIRE(draw.error().why == QStringLiteral("4 device(s) are needed and 3 device(s) are there"));
}

TEST_CASE("A part of a device is no line of the ledger", "[stock][device]") {
    auto half = line(LedgerKind::Counted, 0.3);
    half.reason = QStringLiteral("one was broken");
    REQUIRE(checkLine(devices(), received(), half).error().code == ErrorCode::InvalidInput);
    half.volume = base::Millilitres{0.4};
    half.expected = base::Millilitres{0.6};
    REQUIRE(checkLine(devices(), received(), half).has_value());
}

} // namespace test_device_lot
