// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/vital_findings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_vital_findings {
using namespace kairos;
using namespace kairos::safety;
using base::FindingLevel;
using record::Reading;

namespace {

Reading quiet() {
    Reading reading;
    reading.systolic = 120;
    reading.diastolic = 80;
    reading.pulse = 70;
    reading.spo2 = 98;
    reading.respiratoryRate = 14;
    reading.sedation = 5;
    return reading;
}

/// The level of the finding of that rule, none when it is silent.
std::optional<FindingLevel> levelOf(const char* rule, const Reading& reading,
                                    const std::optional<Reading>& baseline = std::nullopt) {
    const auto findings = findingsOf(reading, baseline, SafetyRules::builtIn());
    for (const auto& finding : findings) {
        if (finding.rule == QLatin1String(rule)) {
            return finding.level;
        }
    }
    return std::nullopt;
}

Reading at(int minute, std::optional<int> systolic) {
    Reading reading;
    reading.measuredAt = base::Instant{minute * 60'000, 0};
    reading.systolic = systolic;
    reading.diastolic = systolic ? std::optional(70) : std::nullopt;
    return reading;
}

} // namespace

TEST_CASE("Each vital limit speaks at its edge and not before", "[safety][vitals]") {
    struct Edge {
        const char* rule;
        std::optional<int> Reading::*field;
        int value;
        std::optional<FindingLevel> level;
    };
    constexpr auto kCaution = FindingLevel::Caution;
    constexpr auto kStop = FindingLevel::Stop;
    const auto edge = GENERATE(
        Edge{"systolic.high", &Reading::systolic, 159, {}},
        Edge{"systolic.high", &Reading::systolic, 160, kCaution},
        Edge{"systolic.high", &Reading::systolic, 179, kCaution},
        Edge{"systolic.high", &Reading::systolic, 180, kStop},
        Edge{"systolic.low", &Reading::systolic, 90, {}},
        Edge{"systolic.low", &Reading::systolic, 89, kCaution},
        Edge{"systolic.low", &Reading::systolic, 80, kCaution},
        Edge{"systolic.low", &Reading::systolic, 79, kStop},
        Edge{"diastolic.high", &Reading::diastolic, 99, {}},
        Edge{"diastolic.high", &Reading::diastolic, 100, kCaution},
        Edge{"diastolic.high", &Reading::diastolic, 109, kCaution},
        Edge{"diastolic.high", &Reading::diastolic, 110, kStop}, Edge{"pulse.high", &Reading::pulse, 110, {}},
        Edge{"pulse.high", &Reading::pulse, 111, kCaution},
        Edge{"pulse.high", &Reading::pulse, 130, kCaution}, Edge{"pulse.high", &Reading::pulse, 131, kStop},
        Edge{"pulse.low", &Reading::pulse, 50, {}}, Edge{"pulse.low", &Reading::pulse, 49, kCaution},
        Edge{"pulse.low", &Reading::pulse, 40, kCaution}, Edge{"pulse.low", &Reading::pulse, 39, kStop},
        Edge{"spo2.low", &Reading::spo2, 94, {}}, Edge{"spo2.low", &Reading::spo2, 93, kCaution},
        Edge{"spo2.low", &Reading::spo2, 90, kCaution}, Edge{"spo2.low", &Reading::spo2, 89, kStop},
        Edge{"respiratory-rate.low", &Reading::respiratoryRate, 10, {}},
        Edge{"respiratory-rate.low", &Reading::respiratoryRate, 9, kCaution},
        Edge{"respiratory-rate.low", &Reading::respiratoryRate, 8, kCaution},
        Edge{"respiratory-rate.low", &Reading::respiratoryRate, 7, kStop},
        Edge{"sedation.deep", &Reading::sedation, 5, {}},
        Edge{"sedation.deep", &Reading::sedation, 4, kCaution},
        Edge{"sedation.deep", &Reading::sedation, 3, kStop});
    Reading reading = quiet();
    reading.*edge.field = edge.value;
    REQUIRE(levelOf(edge.rule, reading) == edge.level);
}

TEST_CASE("A quiet reading raises nothing, an empty one neither", "[safety][vitals]") {
    REQUIRE(findingsOf(quiet(), std::nullopt, SafetyRules::builtIn()).isEmpty());
    REQUIRE(findingsOf(Reading{}, std::nullopt, SafetyRules::builtIn()).isEmpty());
}

TEST_CASE("A rise of 30 above the patient's baseline is a caution", "[safety][vitals]") {
    Reading reading = quiet();
    reading.systolic = 149;
    REQUIRE_FALSE(levelOf("systolic.rise", reading, quiet()).has_value());
    reading.systolic = 150;
    REQUIRE(levelOf("systolic.rise", reading, quiet()) == FindingLevel::Caution);
    REQUIRE_FALSE(levelOf("systolic.rise", reading).has_value());
}

TEST_CASE("The worst finding stands first and names its source", "[safety][vitals]") {
    Reading reading = quiet();
    reading.systolic = 165;
    reading.spo2 = 85;
    const auto findings = findingsOf(reading, std::nullopt, SafetyRules::builtIn());
    REQUIRE(findings.size() == 2);
    REQUIRE(findings.first().rule == QStringLiteral("spo2.low"));
    REQUIRE_FALSE(findings.first().source.isEmpty());
    REQUIRE(findings.first().text.contains(QStringLiteral("85")));
}

TEST_CASE("The pressure before a dose falls into the row of the worse of the two", "[safety][pressure]") {
    struct Edge {
        int systolic;
        int diastolic;
        const char* row;
    };
    const auto edge = GENERATE(Edge{140, 90, "go"}, Edge{141, 90, "repeat"}, Edge{140, 91, "repeat"},
                               Edge{159, 99, "repeat"}, Edge{160, 80, "hold"}, Edge{120, 100, "hold"},
                               Edge{179, 109, "hold"}, Edge{180, 80, "refuse"}, Edge{120, 110, "refuse"});
    const auto rules = SafetyRules::builtIn();
    REQUIRE(pressureRowFor(edge.systolic, edge.diastolic, rules).id == QLatin1String(edge.row));
}

TEST_CASE("The baseline is the last pressure before minute 0", "[safety][baseline]") {
    const base::Instant start{0, 0};
    REQUIRE(baselineOf({at(-30, 118), at(-15, 124), at(10, 150)}, start)->systolic == 124);
    REQUIRE(baselineOf({at(-15, 124), at(0, 140)}, start)->systolic == 124);
    REQUIRE(baselineOf({at(-15, 124), at(-5, {})}, start)->systolic == 124);
    REQUIRE(baselineOf({at(-15, 124), at(-30, 118)}, start)->systolic == 124);
    REQUIRE_FALSE(baselineOf({at(10, 150)}, start).has_value());
    REQUIRE(baselineOf({at(-15, 124), at(10, 150)}, std::nullopt)->systolic == 150);
}

} // namespace test_vital_findings
