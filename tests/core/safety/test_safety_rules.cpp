// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/safety_rules.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_safety_rules {
using namespace kairos;
using namespace kairos::safety;

namespace {

QByteArray shipped(const char* name) {
    QFile file(QStringLiteral(":/kairos/safety/") + QString::fromLatin1(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("Every shipped safety rule names its source", "[safety][rules]") {
    const auto rules = SafetyRules::builtIn();
    REQUIRE(rules.limits.size() == 9);
    REQUIRE(rules.pressureRows.size() == 4);
    for (const VitalLimit& limit : rules.limits) {
        REQUIRE_FALSE(limit.source.isEmpty());
    }
    for (const GateRule& rule : rules.preDose + rules.discharge) {
        REQUIRE_FALSE(rule.source.isEmpty());
        REQUIRE_FALSE(rule.text.isEmpty());
    }
}

TEST_CASE("A missing escort, an open risk and a missing consent stop a dose", "[safety][rules]") {
    const auto rules = SafetyRules::builtIn();
    for (const char* id : {"escort", "risk", "consent", "order", "emergency"}) {
        const auto rule =
            std::find_if(rules.preDose.begin(), rules.preDose.end(),
                         [id](const GateRule& candidate) { return candidate.id == QLatin1String(id); });
        REQUIRE(rule != rules.preDose.end());
        REQUIRE(rule->level == base::FindingLevel::Stop);
    }
}

TEST_CASE("A broken rules file is refused with its place", "[safety][rules]") {
    struct Case {
        const char* from;
        const char* to;
    };
    const auto bad = GENERATE(Case{"\"side\": \"at-least\"", "\"side\": \"beside\""},
                              Case{"\"field\": \"pulse\"", "\"field\": \"mood\""},
                              Case{"\"confidence\": \"C\"", "\"confidence\": \"Q\""},
                              Case{"\"sedation\": [0, 5]", "\"sedation\": [0]"});
    QByteArray vitals = shipped("vitals.json");
    REQUIRE(vitals.contains(bad.from));
    vitals.replace(bad.from, bad.to);
    const auto read = SafetyRules::read(vitals, shipped("gates.json"));
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.startsWith(QStringLiteral("vitals")));
    REQUIRE_FALSE(SafetyRules::read("{", shipped("gates.json")).has_value());
    REQUIRE_FALSE(SafetyRules::read(shipped("vitals.json"), "[]").has_value());
}

} // namespace test_safety_rules
