// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/risk_state.h"

#include <catch2/catch_test_macros.hpp>

namespace test_risk_state {
using namespace kairos;

TEST_CASE("An open risk item is named by its number, in one wording", "[safety][risk]") {
    record::RiskItem item;
    item.number = 7;
    REQUIRE(safety::riskStateWords(item) == QStringLiteral("risk item 7 is open"));
    REQUIRE(safety::riskStateSentence(item) == QStringLiteral("Risk item 7 is open"));
    REQUIRE(safety::riskStateShort(true) == QStringLiteral("open"));
}

TEST_CASE("Without an open item that is said, not left empty", "[safety][risk]") {
    REQUIRE(safety::riskStateWords({}) == QStringLiteral("no risk item is open"));
    REQUIRE(safety::riskStateSentence({}) == QStringLiteral("No risk item is open"));
    REQUIRE(safety::riskStateShort(false) == QStringLiteral("none open"));
}

} // namespace test_risk_state
