// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/typing_rules.h"

#include "core/base/built_in.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_typing_rules {
using namespace kairos;
using safety::TypingRules;

namespace {

QByteArray shipped() {
    return base::builtInFile(QStringLiteral("safety/typing.json"));
}

} // namespace

TEST_CASE("What is asked back says where its figures come from", "[safety][typing]") {
    const TypingRules& rules = TypingRules::builtIn();
    REQUIRE(rules.swapped.spo2Below == 90);
    REQUIRE(rules.swapped.pulseFrom == 90);
    REQUIRE(rules.swapped.pulseTo == 100);
    REQUIRE(rules.weight.changePercent == 15);
    REQUIRE(rules.weight.bodyMassFrom == 14);
    REQUIRE(rules.weight.bodyMassTo == 60);
    REQUIRE(rules.weight.poundsWithinPercent == 5);
    REQUIRE(rules.weight.source.contains(QStringLiteral("convention")));
    REQUIRE(rules.swapped.confidence == base::Confidence::Check);
}

TEST_CASE("A typing file that does not fit is refused with its place", "[safety][typing]") {
    const auto [from, to, place] = GENERATE(table<const char*, const char*, const char*>(
        {{"\"pulseTo\": 100", "\"pulseTo\": 80", "/swapped/pulseTo"},
         {"\"bodyMassTo\": 60", "\"bodyMassTo\": 14", "/weight/bodyMassTo"},
         {"\"changePercent\": 15", "\"changePercent\": 0", "/weight"},
         {"\"spo2Below\"", "\"spo2below\"", "/swapped"}}));
    QByteArray json = shipped();
    REQUIRE(json.contains(from));
    const auto refused = TypingRules::read(json.replace(from, to));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why.startsWith(QString::fromLatin1(place)));
}

} // namespace test_typing_rules
