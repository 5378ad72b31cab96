// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/attention_rules.h"
#include "core/safety/consent_forms.h"
#include "core/safety/gate_lines.h"
#include "core/safety/safety_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_attention_rules {
using namespace kairos;
using namespace kairos::safety;

namespace {

record::Consent consentOf(QDate given, std::optional<QDate> expires) {
    record::Consent consent;
    consent.form = QStringLiteral("ketamine-treatment");
    consent.version = QStringLiteral("4");
    consent.given = given;
    consent.expires = expires;
    return consent;
}

record::GateCheck said(record::Gate gate, const char* criterion, record::GateAnswer answer,
                       const QString& evidence, qint64 atMs) {
    record::GateCheck check;
    check.gate = gate;
    check.criterion = QLatin1String(criterion);
    check.answer = answer;
    check.evidence = evidence;
    check.at = base::Instant{atMs, 0};
    return check;
}

} // namespace

TEST_CASE("The rules of the day are read, each between 1 and 366", "[safety][attention]") {
    const auto& rules = AttentionRules::builtIn();
    for (const int figure :
         {rules.consentNoticeDays, rules.doseAheadDays, rules.closingHours, rules.lookBackDays,
          rules.callAfterHours, rules.callLookBackDays, rules.lotNoticeDays, rules.lotLowVials}) {
        REQUIRE(figure >= 1);
        REQUIRE(figure <= 366);
    }
}

TEST_CASE("A rule of the day without a figure is refused with its place", "[safety][attention]") {
    const QByteArray figure = R"({"value": 3, "source": "s", "confidence": "C", "text": "t"})";
    const auto file = [&](const QByteArray& hours) {
        return QByteArray(R"({"consentNoticeDays": )" + figure + R"(, "doseAheadDays": )" + figure +
                          R"(, "lookBackDays": )" + figure + R"(, "callAfterHours": )" + figure +
                          R"(, "callLookBackDays": )" + figure + R"(, "lotNoticeDays": )" + figure +
                          R"(, "lotLowVials": )" + figure + R"(, "closingHours": )" + hours + "}");
    };
    REQUIRE(AttentionRules::read(file(figure)).has_value());
    const QByteArray wrong =
        GENERATE(QByteArray(R"({"value": 0, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 367, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 3, "confidence": "C", "text": "t"})"), QByteArray("7"));
    const auto refused = AttentionRules::read(file(wrong));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why.contains(QStringLiteral("closingHours")));
}

TEST_CASE("The consent that counts is the last one given that is in force", "[safety][consent]") {
    const auto forms = ConsentForms::builtIn();
    const QDate day(2026, 11, 3);
    QList<record::Consent> consents = {consentOf(QDate(2026, 1, 1), day.addDays(-1)),
                                       consentOf(QDate(2025, 11, 10), day)};
    REQUIRE(treatmentConsentOn(consents, forms, day)->given == QDate(2025, 11, 10));
    REQUIRE(treatmentConsentOn(consents, forms, day.addDays(1)) == nullptr);
    consents.append(consentOf(QDate(2026, 11, 4), std::nullopt));
    REQUIRE(treatmentConsentOn(consents, forms, day.addDays(1))->given == QDate(2026, 11, 4));
    consents.last().withdrawn = day.addDays(1);
    REQUIRE(treatmentConsentOn(consents, forms, day.addDays(1)) == nullptr);
    consents.first().form = QStringLiteral("touch");
    consents.first().expires.reset();
    REQUIRE(treatmentConsentOn(consents, forms, day.addDays(1)) == nullptr);
}

TEST_CASE("Each line of the call is a line of the gate before the dose", "[safety][gates]") {
    const auto rules = SafetyRules::builtIn();
    REQUIRE(rules.call.size() == 3);
    for (const GateRule& line : rules.call) {
        const auto found = std::find_if(rules.preDose.begin(), rules.preDose.end(),
                                        [&](const GateRule& rule) { return rule.id == line.id; });
        REQUIRE(found != rules.preDose.end());
        REQUIRE(found->level == line.level);
    }
}

TEST_CASE("What was said in the call stands beside the gate and answers no line of it", "[safety][gates]") {
    using record::Gate;
    using record::GateAnswer;
    const auto rules = SafetyRules::builtIn();
    PreDoseFacts facts;
    facts.zone = QTimeZone::utc();
    facts.checks = {said(Gate::Call, "escort", GateAnswer::Met, QStringLiteral("Peter Marsh"), 1000),
                    said(Gate::Call, "fasting", GateAnswer::Met, {}, 1000)};
    const auto lineOf = [&](const QList<GateLine>& lines, const char* id) {
        return *std::find_if(lines.begin(), lines.end(),
                             [id](const GateLine& line) { return line.id == QLatin1String(id); });
    };
    const auto gate = preDoseGate(facts, rules);
    REQUIRE(lineOf(gate, "escort").holds());
    REQUIRE(lineOf(gate, "escort").proposal == QStringLiteral("Peter Marsh"));
    REQUIRE(lineOf(gate, "escort").evidence.startsWith(QStringLiteral("Peter Marsh, said ")));
    REQUIRE(lineOf(gate, "fasting").holds());
    REQUIRE(lineOf(gate, "fasting").evidence.contains(QStringLiteral("ask again today")));
    REQUIRE(lineOf(gate, "medicines").evidence == QStringLiteral("not answered"));
    facts.checks.append(said(Gate::PreDose, "escort", GateAnswer::NotMet, QStringLiteral("not there"), 2000));
    REQUIRE(lineOf(preDoseGate(facts, rules), "escort").evidence == QStringLiteral("not there"));
    const auto call = callGate(facts.checks, rules);
    REQUIRE(lineOf(call, "escort").state == GateState::Met);
    REQUIRE(lineOf(call, "fasting").state == GateState::Met);
    REQUIRE(lineOf(call, "medicines").holds());
}

} // namespace test_attention_rules
