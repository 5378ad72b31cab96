// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/risk_rules.h"

#include <catch2/catch_test_macros.hpp>

namespace test_risk_rules {
using namespace kairos;
using namespace kairos::safety;
using record::RiskLevel;

namespace {

const QDate kClosed(2026, 10, 19);

bool reopensAfter(int days, RiskLevel level, int afterDays = 14) {
    return reopens({RiskLevel::Assess, kClosed}, {level, kClosed.addDays(days)}, afterDays);
}

QByteArray rulesWith(const char* value) {
    return QByteArray(R"({"id": "r", "version": "1", "title": "t", "reopenAfterDays": {"value": )") + value +
           R"(, "source": "local default", "confidence": "C", "text": "words"}})";
}

} // namespace

TEST_CASE("A sign as grave as assessed opens a closed item again from the 14th day on", "[safety][risk]") {
    REQUIRE_FALSE(reopensAfter(13, RiskLevel::Assess));
    REQUIRE(reopensAfter(14, RiskLevel::Assess));
    REQUIRE(reopensAfter(15, RiskLevel::Assess));
    REQUIRE_FALSE(reopensAfter(13, RiskLevel::Note));
    REQUIRE(reopensAfter(14, RiskLevel::Note));
}

TEST_CASE("Only a graver sign opens a closed item on the same day", "[safety][risk]") {
    REQUIRE_FALSE(reopensAfter(0, RiskLevel::Note));
    REQUIRE_FALSE(reopensAfter(0, RiskLevel::Assess));
    REQUIRE(reopensAfter(0, RiskLevel::Urgent));
    REQUIRE(reopensAfter(-3, RiskLevel::Urgent)); // an older form, typed in late
    REQUIRE_FALSE(reopensAfter(-3, RiskLevel::Assess));
}

TEST_CASE("The days are the practice's to set", "[safety][risk]") {
    REQUIRE_FALSE(reopensAfter(6, RiskLevel::Assess, 7));
    REQUIRE(reopensAfter(7, RiskLevel::Assess, 7));
    REQUIRE(reopensAfter(0, RiskLevel::Assess, 0));
}

TEST_CASE("The program's own figure is 14 days, a local default to be checked", "[safety][risk]") {
    const RiskRules& rules = RiskRules::builtIn();
    REQUIRE(rules.reopenAfterDays == 14);
    REQUIRE(rules.source == QStringLiteral("local default"));
    REQUIRE(rules.confidence == base::Confidence::Check);
    REQUIRE_FALSE(rules.text.isEmpty());
}

TEST_CASE("A risk file that does not fit is refused with the place", "[safety][risk]") {
    REQUIRE(RiskRules::read(rulesWith("0"))->reopenAfterDays == 0);
    REQUIRE(RiskRules::read(rulesWith("90"))->reopenAfterDays == 90);
    for (const char* wrong : {"-1", "91"}) {
        const auto read = RiskRules::read(rulesWith(wrong));
        INFO(wrong);
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().why.startsWith(QStringLiteral("/reopenAfterDays/value")));
    }
    REQUIRE_FALSE(RiskRules::read("[]").has_value());
    REQUIRE_FALSE(RiskRules::read(R"({"reopenAfterDays": {"value": 14}})").has_value());
    REQUIRE_FALSE(RiskRules::read(rulesWith("14").replace("title", "titel")).has_value());
}

} // namespace test_risk_rules
