// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_library.h"
#include "core/safety/safety_rules.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_protocol_gates {
using namespace kairos;

namespace {

bool hasLine(const QList<safety::GateRule>& rules, const QString& id) {
    return std::any_of(rules.begin(), rules.end(),
                       [&id](const safety::GateRule& rule) { return rule.id == id; });
}

} // namespace

TEST_CASE("Every gate line that a protocol names exists", "[safety][protocols]") {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    const auto rules = safety::SafetyRules::builtIn();
    REQUIRE_FALSE(library.protocols().isEmpty());
    for (const protocols::Protocol& protocol : library.protocols()) {
        for (const QString& id : protocol.preDoseGates) {
            INFO(protocol.id.toStdString() << " " << id.toStdString());
            REQUIRE(hasLine(rules.preDose, id));
        }
        for (const QString& id : protocol.dischargeGates) {
            INFO(protocol.id.toStdString() << " " << id.toStdString());
            REQUIRE(hasLine(rules.discharge, id));
        }
    }
}

TEST_CASE("Every protocol names each line that stops a dose, the screener and the screening among them",
          "[safety][protocols]") {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    const auto rules = safety::SafetyRules::builtIn();
    REQUIRE(hasLine(rules.preDose, QStringLiteral("screener")));
    REQUIRE(hasLine(rules.preDose, QStringLiteral("screening")));
    for (const protocols::Protocol& protocol : library.protocols()) {
        for (const safety::GateRule& rule : rules.preDose) {
            if (rule.level == base::FindingLevel::Stop) {
                INFO(protocol.id.toStdString() << " " << rule.id.toStdString());
                REQUIRE(protocol.preDoseGates.contains(rule.id));
            }
        }
    }
}

} // namespace test_protocol_gates
