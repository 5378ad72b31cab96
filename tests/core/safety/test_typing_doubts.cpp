// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/typing_doubts.h"

#include "core/safety/vital_findings.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_typing_doubts {
using namespace kairos;
using namespace kairos::safety;

namespace {

TypedReading signs(int pulse, int spo2) {
    TypedReading typed;
    typed.pulse = pulse;
    typed.spo2 = spo2;
    return typed;
}

bool looksSwapped(int pulse, int spo2) {
    return swapDoubt(signs(pulse, spo2), TypingRules::builtIn().swapped).has_value();
}

QStringList doubts(double kg, const WeightBackground& background) {
    QStringList rules;
    for (const auto& doubt : weightDoubts(base::Kilograms{kg}, background, TypingRules::builtIn().weight)) {
        rules.append(doubt.rule);
    }
    return rules;
}

const WeightBackground kSeventy{base::Kilograms{70}, base::Centimetres{175}};

} // namespace

TEST_CASE("Oxygen below 90 with a pulse of 90 to 100 asks whether they were swapped", "[safety][typing]") {
    REQUIRE(looksSwapped(96, 72));
    REQUIRE(looksSwapped(90, 89));
    REQUIRE(looksSwapped(100, 89));
    REQUIRE_FALSE(looksSwapped(89, 89));
    REQUIRE_FALSE(looksSwapped(101, 89));
    REQUIRE_FALSE(looksSwapped(96, 90));
    REQUIRE_FALSE(swapDoubt(TypedReading{}, TypingRules::builtIn().swapped).has_value());
    REQUIRE(swapped(signs(96, 72)) == signs(72, 96));
}

TEST_CASE("The alarm of low oxygen stands while the question is asked", "[safety][typing]") {
    record::Reading reading;
    signs(96, 72).fill(reading);
    const auto findings = findingsOf(reading, {}, SafetyRules::builtIn());
    REQUIRE(std::any_of(findings.begin(), findings.end(), [](const base::Finding& finding) {
        return finding.rule == QLatin1String("spo2.low") && finding.level == base::FindingLevel::Stop;
    }));
}

TEST_CASE("A weight in pounds typed as kilograms is asked back", "[safety][typing]") {
    // 154 lb are 69.9 kg: near the last 70 kg, and far from it as kilograms.
    REQUIRE(doubts(154, kSeventy).first() == QStringLiteral("typing.weight-pounds"));
    // 5 % of 70 kg around it in pounds: 146.61 to 162.04.
    REQUIRE(doubts(146.7, kSeventy).contains(QStringLiteral("typing.weight-pounds")));
    REQUIRE_FALSE(doubts(146.5, kSeventy).contains(QStringLiteral("typing.weight-pounds")));
    REQUIRE(doubts(162.0, kSeventy).contains(QStringLiteral("typing.weight-pounds")));
    REQUIRE_FALSE(doubts(162.2, kSeventy).contains(QStringLiteral("typing.weight-pounds")));
}

TEST_CASE("A change of more than 15 per cent is asked back", "[safety][typing]") {
    REQUIRE(doubts(80.5, kSeventy).isEmpty());
    REQUIRE(doubts(80.6, kSeventy) == QStringList{QStringLiteral("typing.weight-change")});
    REQUIRE(doubts(59.5, kSeventy).isEmpty());
    REQUIRE(doubts(59.4, kSeventy) == QStringList{QStringLiteral("typing.weight-change")});
}

TEST_CASE("A body mass index outside 14 to 60 is asked back", "[safety][typing]") {
    const WeightBackground tall{std::nullopt, base::Centimetres{200}};
    REQUIRE(doubts(56, tall).isEmpty());
    REQUIRE(doubts(55.9, tall) == QStringList{QStringLiteral("typing.weight-bmi")});
    REQUIRE(doubts(240, tall).isEmpty());
    REQUIRE(doubts(240.1, tall) == QStringList{QStringLiteral("typing.weight-bmi")});
}

TEST_CASE("Without a last weight and a height nothing is doubted", "[safety][typing]") {
    REQUIRE(doubts(154, {}).isEmpty());
}

} // namespace test_typing_doubts
