// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_rules.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_trend_rules {
using namespace kairos::outcomes;

namespace {

QByteArray shipped() {
    QFile file(QStringLiteral(":/kairos/safety/outcome_rules.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("The shipped outcome rules carry value, source and mark", "[outcomes][rules]") {
    const TrendRules& rules = builtInTrendRules();
    REQUIRE(rules.baselineMaxAgeDays.value == 14);
    REQUIRE(rules.exclusionShare.value == 0.5);
    REQUIRE(rules.exclusionShare.source == QStringLiteral("local default"));
    REQUIRE(rules.partialResponsePercent.value == 25);
    REQUIRE(rules.reliableChangeZ.value == 1.959964);
    REQUIRE(rules.reliableChangeZ.confidence == kairos::base::Confidence::High);
}

TEST_CASE("A rules file out of range is refused with its place", "[outcomes][rules]") {
    QByteArray json = shipped();
    REQUIRE(json.contains("\"value\": 0.5"));
    json.replace("\"value\": 0.5", "\"value\": 1.5");
    const auto read = parseTrendRules(json);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.contains(QStringLiteral("exclusionShare")));
}

TEST_CASE("A rules file with an unknown key or no object is refused", "[outcomes][rules]") {
    QByteArray json = shipped();
    json.replace("smallGroup", "smalGroup");
    REQUIRE_FALSE(parseTrendRules(json).has_value());
    REQUIRE_FALSE(parseTrendRules("[]").has_value());
    REQUIRE_FALSE(parseTrendRules("{").has_value());
    REQUIRE_FALSE(parseTrendRules(QByteArray()).has_value());
}

} // namespace test_trend_rules
