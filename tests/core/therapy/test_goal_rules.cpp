// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_rules.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace test_goal_rules {
using namespace kairos;
using therapy::GoalRules;

namespace {

QJsonObject shipped() {
    QFile file(QStringLiteral(":/kairos/therapy/goals.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString refusalOf(const QJsonObject& rules) {
    const auto read = GoalRules::read(QJsonDocument(rules).toJson());
    REQUIRE_FALSE(read.has_value());
    return read.error().why;
}

} // namespace

TEST_CASE("The shipped goal rules carry figures with source and mark", "[therapy][goals]") {
    const GoalRules& rules = GoalRules::builtIn();
    REQUIRE(rules.correlation == 0.3);
    REQUIRE(rules.correlationConfidence == base::Confidence::High);
    REQUIRE(rules.usefulChange == 10);
    REQUIRE(rules.usefulConfidence == base::Confidence::Medium);
    REQUIRE_FALSE(rules.correlationSource.isEmpty());
    REQUIRE_FALSE(rules.usefulSource.isEmpty());
    REQUIRE_FALSE(rules.baselineSource.isEmpty());
}

TEST_CASE("A correlation of 1, a change of 0 and an unknown key are refused with their place",
          "[therapy][goals]") {
    auto rules = shipped();
    auto correlation = rules.value(QStringLiteral("correlation")).toObject();
    correlation.insert(QStringLiteral("value"), 1.0);
    rules.insert(QStringLiteral("correlation"), correlation);
    REQUIRE(refusalOf(rules).startsWith(QStringLiteral("/correlation/value")));
    rules = shipped();
    auto useful = rules.value(QStringLiteral("usefulChange")).toObject();
    useful.insert(QStringLiteral("points"), 0);
    rules.insert(QStringLiteral("usefulChange"), useful);
    REQUIRE(refusalOf(rules).startsWith(QStringLiteral("/usefulChange/points")));
    rules = shipped();
    rules.insert(QStringLiteral("rho"), 0.3);
    REQUIRE(refusalOf(rules).contains(QStringLiteral("rho")));
    REQUIRE_FALSE(GoalRules::read("no JSON").has_value());
}

} // namespace test_goal_rules
