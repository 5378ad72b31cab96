// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stock/stock_fixture.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_lot_standing {
using namespace kairos;
using Catch::Approx;
using record::LedgerKind;
using record::VialKeeping;
using support::Lot;

TEST_CASE("The register runs with a balance after each line", "[stock]") {
    Lot lot(VialKeeping::MultiDose);
    lot.drawFor(1, 0.7);
    lot.drawFor(2, 1.2);
    const auto standing = lot.standing();
    REQUIRE(standing.lines.size() == 3);
    REQUIRE(standing.lines.at(0).balance.value == Approx(30));
    REQUIRE(standing.lines.at(1).balance.value == Approx(29.3));
    REQUIRE(standing.lines.at(2).balance.value == Approx(28.1));
    REQUIRE(standing.amount.value == Approx(1405));
    REQUIRE(standing.rests.isEmpty());
    REQUIRE(standing.usable().value == Approx(28.1));
}

TEST_CASE("Lines count by time, however they were read", "[stock]") {
    Lot lot(VialKeeping::MultiDose);
    lot.drawFor(1, 1);
    std::reverse(lot.entries.begin(), lot.entries.end());
    const auto standing = lot.standing();
    REQUIRE(standing.lines.first().entry.kind == LedgerKind::Received);
    REQUIRE(standing.lines.last().balance.value == Approx(29));
}

TEST_CASE("The rest of an opened single-dose vial waits for its waste", "[stock]") {
    Lot lot;
    lot.drawFor(1, 0.7);
    REQUIRE(lot.standing().balance.value == Approx(29.3));
    REQUIRE(lot.standing().restOf(support::numbered<record::SessionId>(1)).value == Approx(9.3));
    REQUIRE(lot.standing().usable().value == Approx(20));
    auto waste = lot.witnessed(LedgerKind::Wasted, 9.3);
    waste.session = support::numbered<record::SessionId>(1);
    lot.entries.append(waste);
    REQUIRE(lot.standing().rests.isEmpty());
    REQUIRE(lot.standing().balance.value == Approx(20));
    REQUIRE(lot.standing().usable().value == Approx(20));
}

TEST_CASE("A counter-entry moves the balance back and both lines stay", "[stock]") {
    Lot lot;
    lot.drawFor(1, 0.7);
    lot.entries.append(lot.takingBack(1));
    const auto standing = lot.standing();
    REQUIRE(standing.lines.size() == 3);
    REQUIRE(standing.lines.at(1).isTakenBack);
    REQUIRE(standing.lines.at(2).change.value == Approx(0.7));
    REQUIRE(standing.balance.value == Approx(30));
    REQUIRE(standing.rests.isEmpty());
}

TEST_CASE("A count sets the balance to what was found", "[stock]") {
    Lot lot(VialKeeping::MultiDose);
    auto& counted = lot.add(LedgerKind::Counted, 29.5);
    counted.expected = base::Millilitres{30};
    REQUIRE(lot.standing().balance.value == Approx(29.5));
    REQUIRE(lot.standing().lines.last().change.value == Approx(-0.5));
}

TEST_CASE("Tenths of a millilitre add up to an empty lot", "[stock]") {
    Lot lot(VialKeeping::MultiDose, 1);
    for (int i = 0; i < 100; ++i) {
        lot.drawFor(1, 0.1);
    }
    REQUIRE(lot.standing().balance.value == 0);
}

TEST_CASE("Of one moment a receipt comes first and a counter-entry last", "[stock]") {
    Lot lot(VialKeeping::MultiDose);
    lot.drawFor(1, 1);
    lot.entries.append(lot.takingBack(1));
    // The ids run against the order in which the lines must count.
    for (qsizetype i = 0; i < lot.entries.size(); ++i) {
        lot.entries[i].at = {};
        lot.entries[i].id = support::numbered<record::LedgerEntryId>(static_cast<quint8>(9 - i));
    }
    lot.entries[2].takesBack = lot.entries.at(1).id;
    const auto standing = lot.standing();
    REQUIRE(standing.lines.at(0).entry.kind == LedgerKind::Received);
    REQUIRE(standing.lines.at(1).isTakenBack);
    REQUIRE(standing.lines.at(2).balance.value == Approx(30));
}

} // namespace test_lot_standing
