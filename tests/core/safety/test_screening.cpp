// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/screening.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_screening {
using namespace kairos;
using namespace kairos::safety;
using record::ScreeningState;

namespace {

const QDate kToday(2026, 11, 2);

const Contraindications& rules() {
    static const auto kRules = Contraindications::builtIn();
    return kRules;
}

record::ScreeningFinding answered(const QString& condition, ScreeningState state, qint64 atMs = 1000) {
    record::ScreeningFinding finding;
    finding.condition = condition;
    finding.state = state;
    finding.at = base::Instant{atMs, 0};
    return finding;
}

/// A patient of 42 with every condition clear.
ScreeningFacts allClear() {
    ScreeningFacts facts;
    facts.birthDate = QDate(1984, 3, 14);
    facts.pregnancyCapacity = record::Asked::Yes;
    facts.today = kToday;
    for (const Contraindication& condition : rules().conditions) {
        facts.findings.append(answered(condition.id, ScreeningState::Clear));
    }
    return facts;
}

ScreeningFacts with(const char* condition, ScreeningState state) {
    ScreeningFacts facts = allClear();
    facts.findings.append(answered(QLatin1String(condition), state, 2000));
    return facts;
}

ScreeningLine lineOf(const Screening& screening, const char* id) {
    const auto found = std::find_if(screening.lines.begin(), screening.lines.end(),
                                    [&](const ScreeningLine& line) { return line.id == QLatin1String(id); });
    REQUIRE(found != screening.lines.end());
    return *found;
}

Eligibility gate(const ScreeningFacts& facts) {
    return eligibilityOf(screen(facts, rules()), facts.overrides);
}

record::ScreeningOverride overrideOf(const ScreeningFacts& facts) {
    record::ScreeningOverride given;
    given.covers = screen(facts, rules()).overrideKeys();
    given.reason = QStringLiteral("weighed with the team");
    given.at = base::Instant{5000, 0};
    return given;
}

} // namespace

TEST_CASE("Nothing asked is not clear: the gate holds", "[safety][screening]") {
    ScreeningFacts facts;
    facts.birthDate = QDate(1984, 3, 14);
    facts.today = kToday;
    const auto screening = screen(facts, rules());
    REQUIRE(screening.verdict == Verdict::NotAsked);
    REQUIRE(screening.notAsked() == rules().conditions.size());
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    REQUIRE(gate(facts).onlyOpenQuestions);
}

TEST_CASE("Everything asked and clear meets the gate", "[safety][screening]") {
    REQUIRE(screen(allClear(), rules()).verdict == Verdict::Clear);
    REQUIRE(gate(allClear()).state == EligibilityState::Met);
}

TEST_CASE("One question left open holds the gate", "[safety][screening]") {
    const auto facts = with("seizures", ScreeningState::NotAsked);
    REQUIRE(screen(facts, rules()).verdict == Verdict::NotAsked);
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    REQUIRE(gate(facts).evidence.contains(QStringLiteral("1 not asked")));
}

TEST_CASE("Absolute, until treated and avoid hold; relative is weighed", "[safety][screening]") {
    REQUIRE(screen(with("vascular", ScreeningState::Present), rules()).verdict == Verdict::Absolute);
    REQUIRE(gate(with("vascular", ScreeningState::Present)).state == EligibilityState::Holds);
    REQUIRE(screen(with("hypertension", ScreeningState::Present), rules()).verdict == Verdict::Absolute);
    REQUIRE(gate(with("hypertension", ScreeningState::Present)).state == EligibilityState::Holds);
    REQUIRE(screen(with("cystitis", ScreeningState::Present), rules()).verdict == Verdict::Avoid);
    REQUIRE(gate(with("cystitis", ScreeningState::Present)).state == EligibilityState::Holds);
    REQUIRE(screen(with("breathing", ScreeningState::Present), rules()).verdict == Verdict::Relative);
    REQUIRE(gate(with("breathing", ScreeningState::Present)).state == EligibilityState::Met);
    REQUIRE(gate(with("breathing", ScreeningState::Present)).evidence.contains(QStringLiteral("1 relative")));
}

TEST_CASE("What holds is named with its level, basis and mark", "[safety][screening]") {
    const auto held = gate(with("vascular", ScreeningState::Present));
    REQUIRE_FALSE(held.onlyOpenQuestions);
    REQUIRE(held.evidence.startsWith(QStringLiteral("absolute: Aneurysm")));
    REQUIRE(held.sources.size() == 1);
    REQUIRE(held.sources.first().contains(QStringLiteral("ketamine USPI; Spravato [H]")));
}

TEST_CASE("The last answer to a condition counts", "[safety][screening]") {
    ScreeningFacts facts = with("mania", ScreeningState::Present);
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    facts.findings.append(answered(QStringLiteral("mania"), ScreeningState::Clear, 3000));
    REQUIRE(gate(facts).state == EligibilityState::Met);
}

TEST_CASE("Pregnancy is asked where it can be, and where nobody knows", "[safety][screening]") {
    ScreeningFacts facts = with("pregnancy", ScreeningState::NotAsked);
    REQUIRE(lineOf(screen(facts, rules()), "pregnancy").isApplicable);
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    facts.pregnancyCapacity = record::Asked::NotAsked;
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    facts.pregnancyCapacity = record::Asked::No;
    REQUIRE_FALSE(lineOf(screen(facts, rules()), "pregnancy").isApplicable);
    REQUIRE(gate(facts).state == EligibilityState::Met);
}

TEST_CASE("Age 18 to 75 is clear; below is avoid and holds, above is weighed", "[safety][screening]") {
    ScreeningFacts facts = allClear();
    facts.birthDate = kToday.addYears(-18);
    REQUIRE(lineOf(screen(facts, rules()), "age").state == ScreeningState::Clear);
    facts.birthDate = kToday.addYears(-18).addDays(1);
    REQUIRE(lineOf(screen(facts, rules()), "age").state == ScreeningState::Present);
    REQUIRE(screen(facts, rules()).verdict == Verdict::Avoid);
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    facts.birthDate = kToday.addYears(-76).addDays(1);
    REQUIRE(lineOf(screen(facts, rules()), "age").state == ScreeningState::Clear);
    facts.birthDate = kToday.addYears(-76);
    REQUIRE(lineOf(screen(facts, rules()), "age").state == ScreeningState::Present);
    REQUIRE(screen(facts, rules()).verdict == Verdict::Relative);
    REQUIRE(gate(facts).state == EligibilityState::Met);
}

TEST_CASE("Without a birth date the age is an open question", "[safety][screening]") {
    ScreeningFacts facts = allClear();
    facts.birthDate.reset();
    REQUIRE(lineOf(screen(facts, rules()), "age").state == ScreeningState::NotAsked);
    REQUIRE(gate(facts).state == EligibilityState::Holds);
}

TEST_CASE("A leap day's birthday comes on 1 March in other years", "[safety][screening]") {
    const QDate born(2008, 2, 29);
    REQUIRE(completedYears(born, QDate(2026, 2, 28)) == 17);
    REQUIRE(completedYears(born, QDate(2026, 3, 1)) == 18);
    REQUIRE(completedYears(born, QDate(2028, 2, 29)) == 20);
}

TEST_CASE("Esketamine's label makes a recent cardiovascular event absolute", "[safety][screening]") {
    ScreeningFacts facts = with("cardiac", ScreeningState::Present);
    REQUIRE(lineOf(screen(facts, rules()), "cardiac").level == ContraindicationLevel::UntilTreated);
    facts.substance = Substance::Esketamine;
    const auto line = lineOf(screen(facts, rules()), "cardiac");
    REQUIRE(line.level == ContraindicationLevel::Absolute);
    REQUIRE(line.basis == QStringLiteral("EU label"));
    REQUIRE(line.remark.contains(QStringLiteral("6 weeks")));
    REQUIRE(lineOf(screen(facts, rules()), "age").remark.contains(QStringLiteral("28 mg")));
}

TEST_CASE("An override lets the gate go with who and why", "[safety][screening]") {
    ScreeningFacts facts = with("cystitis", ScreeningState::Present);
    facts.overrides = {overrideOf(facts)};
    const auto overridden = gate(facts);
    REQUIRE(overridden.state == EligibilityState::Overridden);
    REQUIRE(overridden.overrideReason == QStringLiteral("weighed with the team"));
    REQUIRE(overridden.overriddenBy.has_value());
}

TEST_CASE("An override covers nothing that is found after it", "[safety][screening]") {
    ScreeningFacts facts = with("cystitis", ScreeningState::NotAsked);
    facts.overrides = {overrideOf(facts)};
    REQUIRE(gate(facts).state == EligibilityState::Overridden);
    // The same question, now answered: an open question was let go, not the finding.
    facts.findings.append(answered(QStringLiteral("cystitis"), ScreeningState::Present, 6000));
    REQUIRE(gate(facts).state == EligibilityState::Holds);
    facts.findings.append(answered(QStringLiteral("cystitis"), ScreeningState::Clear, 7000));
    REQUIRE(gate(facts).state == EligibilityState::Met);
    facts.findings.append(answered(QStringLiteral("mania"), ScreeningState::Present, 8000));
    REQUIRE(gate(facts).state == EligibilityState::Holds);
}

TEST_CASE("What holds stands with what is present first", "[safety][screening]") {
    ScreeningFacts facts = with("seizures", ScreeningState::NotAsked);
    facts.findings.append(answered(QStringLiteral("cystitis"), ScreeningState::Present, 2000));
    facts.findings.append(answered(QStringLiteral("mania"), ScreeningState::Present, 2000));
    QStringList ids;
    for (const auto& line : screen(facts, rules()).holding()) {
        ids.append(line.id);
    }
    REQUIRE(ids ==
            QStringList{QStringLiteral("mania"), QStringLiteral("cystitis"), QStringLiteral("seizures")});
}

} // namespace test_screening
