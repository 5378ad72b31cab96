// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/safety_plan_line.h"

#include "core/scales/instrument_library.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_safety_plan_line {
using namespace kairos;
using namespace kairos::safety;

namespace {

const QDate kToday(2026, 11, 2);

SafetyPlanFacts asked() {
    SafetyPlanFacts facts;
    facts.answers = {QStringLiteral("C-SSRS (2 Nov 2026): Any question answered yes")};
    return facts;
}

GateLine lineOf(const SafetyPlanFacts& facts) {
    return safetyPlanLine(facts, kToday, SafetyRules::builtIn());
}

GateLine gateLineOf(const PreDoseFacts& facts) {
    const auto lines = preDoseGate(facts, SafetyRules::builtIn());
    const auto found = std::find_if(lines.begin(), lines.end(), [](const GateLine& line) {
        return line.id == QStringLiteral("safety-plan");
    });
    REQUIRE(found != lines.end());
    return *found;
}

} // namespace

TEST_CASE("Without a risk answer nobody is asked for a safety plan", "[safety][predose][plan]") {
    REQUIRE(lineOf({}).state == GateState::NotApplicable);
    SafetyPlanFacts old;
    old.plan = SafetyPlanDays{kToday.addDays(-60), kToday.addDays(-30)};
    REQUIRE(lineOf(old).state == GateState::NotApplicable);
}

TEST_CASE("With a risk answer and no plan the gate says that none is on file, and why it asks",
          "[safety][predose][plan]") {
    const auto line = lineOf(asked());
    REQUIRE(line.state == GateState::NotMet);
    REQUIRE(line.evidence == QStringLiteral("none on file"));
    REQUIRE(line.level == base::FindingLevel::Caution);
    REQUIRE(line.confidence == base::Confidence::Medium);
    REQUIRE(line.source.contains(QStringLiteral("Posner 2011")));
    REQUIRE_FALSE(line.isAsked);
}

TEST_CASE("A plan counts on the day of its review and not on the day after it", "[safety][predose][plan]") {
    auto facts = asked();
    facts.plan = SafetyPlanDays{kToday.addDays(-10), kToday};
    REQUIRE(lineOf(facts).state == GateState::Met);
    REQUIRE(lineOf(facts).evidence.contains(QStringLiteral("2 Nov 2026")));
    facts.plan->reviewOn = kToday.addDays(-1);
    REQUIRE(lineOf(facts).state == GateState::NotMet);
    REQUIRE(lineOf(facts).evidence == QStringLiteral("its review was due 1 Nov 2026"));
    facts.plan->reviewOn = QDate();
    REQUIRE(lineOf(facts).state == GateState::Met);
}

TEST_CASE("A plan that cannot be read is none to go by", "[safety][predose][plan]") {
    auto facts = asked();
    facts.plan = SafetyPlanDays{kToday, kToday.addDays(7)};
    facts.trouble = QStringLiteral("a record is damaged");
    REQUIRE(lineOf(facts).state == GateState::NotMet);
    REQUIRE(lineOf(facts).evidence == QStringLiteral("a record is damaged"));
}

TEST_CASE("The line of the plan is overridden as every other line", "[safety][predose][plan]") {
    PreDoseFacts facts;
    facts.today = kToday;
    facts.zone = QTimeZone::utc();
    facts.safetyPlan = asked();
    REQUIRE(gateLineOf(facts).state == GateState::NotMet);
    record::GateCheck check;
    check.gate = record::Gate::PreDose;
    check.criterion = QStringLiteral("safety-plan");
    check.overriddenBy = record::ClinicianId{};
    check.overrideReason = QStringLiteral("written together after the dose");
    facts.checks = {check};
    REQUIRE(gateLineOf(facts).state == GateState::Overridden);
    REQUIRE(gateLineOf(facts).overrideReason == QStringLiteral("written together after the dose"));
}

TEST_CASE("Every sign that asks for a plan is a rule of the risk lane of its instrument",
          "[safety][predose][plan]") {
    const auto library = scales::InstrumentLibrary::builtIn();
    const auto rules = SafetyRules::builtIn();
    const auto rule = std::find_if(rules.preDose.begin(), rules.preDose.end(), [](const GateRule& one) {
        return one.check == GateCheckKind::SafetyPlan;
    });
    REQUIRE(rule != rules.preDose.end());
    REQUIRE(rule->signs.contains(QStringLiteral("c-ssrs/safety-plan")));
    for (const QString& sign : rule->signs) {
        INFO(sign.toStdString());
        const auto* instrument = library.find(sign.section(QLatin1Char('/'), 0, 0));
        REQUIRE(instrument != nullptr);
        const auto* raised = instrument->findRule(sign.section(QLatin1Char('/'), 1));
        REQUIRE(raised != nullptr);
        REQUIRE(raised->risk.has_value());
    }
}

TEST_CASE("A line of the plan without signs is refused with its place", "[safety][rules][plan]") {
    QFile vitals(QStringLiteral(":/kairos/safety/vitals.json"));
    QFile gates(QStringLiteral(":/kairos/safety/gates.json"));
    REQUIRE(vitals.open(QIODevice::ReadOnly));
    REQUIRE(gates.open(QIODevice::ReadOnly));
    QByteArray broken = gates.readAll();
    const auto from = broken.indexOf("\"signs\": [");
    const auto to = broken.indexOf(']', from);
    REQUIRE(from > 0);
    broken.remove(from, to + 2 - from);
    const auto read = SafetyRules::read(vitals.readAll(), broken);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.contains(QStringLiteral("/preDose/")));
}

} // namespace test_safety_plan_line
