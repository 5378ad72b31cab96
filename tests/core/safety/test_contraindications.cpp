// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/contraindications.h"

#include <catch2/catch_test_macros.hpp>

namespace test_contraindications {
using namespace kairos;
using namespace kairos::safety;

namespace {

const QByteArray kAge =
    R"("age":{"text":"Age","notEstablishedBelow":18,"cautionAbove":75,"belowLevel":"avoid",)"
    R"("aboveLevel":"relative","basis":"b","confidence":"M"})";
const QByteArray kCondition =
    R"({"id":"mania","text":"Mania","level":"absolute","basis":"trials","confidence":"M"})";

QByteArray fileWith(const QByteArray& age, const QByteArray& conditions) {
    return R"({"id":"contraindications","version":"1.0.0",)" + age + R"(,"conditions":[)" + conditions + "]}";
}

QString refusal(const QByteArray& json) {
    const auto read = Contraindications::read(json);
    REQUIRE_FALSE(read.has_value());
    return read.error().why;
}

} // namespace

TEST_CASE("The shipped list names its basis at every condition", "[safety][screening]") {
    const auto rules = Contraindications::builtIn();
    REQUIRE(rules.conditions.size() >= 20);
    for (const Contraindication& condition : rules.conditions) {
        INFO(condition.id.toStdString());
        REQUIRE_FALSE(condition.text.isEmpty());
        REQUIRE_FALSE(condition.basis.isEmpty());
    }
}

TEST_CASE("The labels' own contraindications are absolute and read in the label", "[safety][screening]") {
    const auto rules = Contraindications::builtIn();
    for (const char* id : {"vascular", "intracerebral-haemorrhage", "hypersensitivity"}) {
        const auto* condition = rules.find(QLatin1String(id));
        REQUIRE(condition != nullptr);
        REQUIRE(condition->level == ContraindicationLevel::Absolute);
        REQUIRE(condition->confidence == base::Confidence::High);
    }
}

TEST_CASE("Only pregnancy depends on the capacity for it", "[safety][screening]") {
    for (const Contraindication& condition : Contraindications::builtIn().conditions) {
        REQUIRE(condition.needsPregnancyCapacity == (condition.id == QLatin1String("pregnancy")));
    }
}

TEST_CASE("A bad list of contraindications is refused with its place", "[safety][screening]") {
    REQUIRE(Contraindications::read(fileWith(kAge, kCondition)).has_value());
    REQUIRE(refusal("not json").startsWith(QStringLiteral("contraindications: ")));
    REQUIRE(
        refusal(fileWith(kAge, kCondition + "," + kCondition)).contains(QStringLiteral("/conditions/1/id")));
    QByteArray level = kCondition;
    REQUIRE(refusal(fileWith(kAge, level.replace("absolute", "maybe")))
                .contains(QStringLiteral("/conditions/0/level")));
    QByteArray named = kCondition;
    REQUIRE(refusal(fileWith(kAge, named.replace("mania\"", "age\"")))
                .contains(QStringLiteral("/conditions/0/id")));
    QByteArray basis = kCondition;
    REQUIRE(refusal(fileWith(kAge, basis.replace("\"basis\":\"trials\",", "")))
                .contains(QStringLiteral("/conditions/0/basis")));
    QByteArray age = kAge;
    REQUIRE(
        refusal(fileWith(age.replace("75", "17"), kCondition)).contains(QStringLiteral("/age/cautionAbove")));
}

} // namespace test_contraindications
