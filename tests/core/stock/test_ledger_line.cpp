// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stock/stock_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_ledger_line {
using namespace kairos;
using record::LedgerKind;
using support::Lot;

TEST_CASE("Vials are opened whole, also for the last drop", "[stock]") {
    const Lot lot;
    REQUIRE(stock::vialsToOpen(lot.vial, base::Millilitres{0}) == 0);
    REQUIRE(stock::vialsToOpen(lot.vial, base::Millilitres{0.7}) == 1);
    REQUIRE(stock::vialsToOpen(lot.vial, base::Millilitres{10}) == 1);
    REQUIRE(stock::vialsToOpen(lot.vial, base::Millilitres{10.01}) == 2);
    REQUIRE(stock::wholeVials(lot.vial, 2) == base::Millilitres{20});
    REQUIRE(stock::drugIn(lot.vial, base::Millilitres{10}) == base::Milligrams{500});
}

TEST_CASE("Each kind of line moves the balance its own way", "[stock]") {
    const Lot lot;
    REQUIRE(stock::changeOf(lot.line(LedgerKind::Received, 4)).value == 4);
    REQUIRE(stock::changeOf(lot.line(LedgerKind::Drawn, 4)).value == -4);
    REQUIRE(stock::changeOf(lot.line(LedgerKind::Wasted, 4)).value == -4);
    REQUIRE(stock::changeOf(lot.line(LedgerKind::Returned, 4)).value == -4);
    auto counted = lot.line(LedgerKind::Counted, 4);
    REQUIRE(stock::changeOf(counted).value == 0);
    counted.expected = base::Millilitres{5};
    REQUIRE(stock::changeOf(counted).value == -1);
    REQUIRE(stock::changeOf(lot.line(LedgerKind::Counter, 4)).value == 0);
}

} // namespace test_ledger_line
