// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gates.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_pre_dose_gate {
using namespace kairos;
using namespace kairos::safety;
using record::GateAnswer;

namespace {

const QDate kToday(2026, 11, 2);

record::Reading pressure(int systolic, int diastolic) {
    record::Reading reading;
    reading.measuredAt = base::Instant{1'000'000, 0};
    reading.systolic = systolic;
    reading.diastolic = diastolic;
    return reading;
}

record::GateCheck answered(const char* criterion, GateAnswer answer, const char* evidence = "") {
    record::GateCheck check;
    check.gate = record::Gate::PreDose;
    check.criterion = QString::fromLatin1(criterion);
    check.answer = answer;
    check.evidence = QString::fromLatin1(evidence);
    return check;
}

record::Consent treatmentConsent(QDate expires) {
    record::Consent consent;
    consent.form = QStringLiteral("ketamine-treatment");
    consent.version = QStringLiteral("3");
    consent.given = QDate(2026, 3, 1);
    consent.expires = expires;
    return consent;
}

PreDoseFacts facts() {
    PreDoseFacts known;
    known.today = kToday;
    known.zone = QTimeZone::utc();
    return known;
}

GateLine lineOf(const PreDoseFacts& known, const char* id) {
    const auto lines = preDoseGate(known, SafetyRules::builtIn());
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [id](const GateLine& line) { return line.id == QLatin1String(id); });
    REQUIRE(found != lines.end());
    return *found;
}

} // namespace

TEST_CASE("A line nobody answered counts as not met", "[safety][predose]") {
    const auto line = lineOf(facts(), "escort");
    REQUIRE(line.state == GateState::NotMet);
    REQUIRE(line.level == base::FindingLevel::Stop);
    REQUIRE(line.evidence == QStringLiteral("not answered"));
}

TEST_CASE("An answer settles a line, an override lets it go with its reason", "[safety][predose]") {
    PreDoseFacts known = facts();
    known.checks = {answered("escort", GateAnswer::Met, "Peter Marsh")};
    REQUIRE(lineOf(known, "escort").state == GateState::Met);
    REQUIRE(lineOf(known, "escort").evidence == QStringLiteral("Peter Marsh"));
    known.checks = {answered("escort", GateAnswer::NotMet)};
    REQUIRE(lineOf(known, "escort").state == GateState::NotMet);
    known.checks[0].overriddenBy = record::ClinicianId{};
    known.checks[0].overrideReason = QStringLiteral("stays on the ward tonight");
    REQUIRE(lineOf(known, "escort").state == GateState::Overridden);
    REQUIRE(lineOf(known, "escort").overrideReason == QStringLiteral("stays on the ward tonight"));
}

TEST_CASE("The last answer to a line counts", "[safety][predose]") {
    PreDoseFacts known = facts();
    known.checks = {answered("bladder", GateAnswer::Met), answered("bladder", GateAnswer::NotMet)};
    known.checks[1].at = base::Instant{60'000, 0};
    REQUIRE(lineOf(known, "bladder").state == GateState::NotMet);
}

TEST_CASE("Consent counts to its last day and not after a withdrawal", "[safety][predose]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "consent").state == GateState::NotMet);
    known.consents = {treatmentConsent(kToday)};
    REQUIRE(lineOf(known, "consent").state == GateState::Met);
    known.consents = {treatmentConsent(kToday.addDays(-1))};
    REQUIRE(lineOf(known, "consent").state == GateState::NotMet);
    known.consents = {treatmentConsent(kToday)};
    known.consents[0].withdrawn = kToday;
    REQUIRE(lineOf(known, "consent").state == GateState::NotMet);
}

TEST_CASE("A verbal order counts on its day, and the line says who spoke it", "[safety][predose]") {
    PreDoseFacts known = facts();
    record::Order order;
    order.validFrom = kToday;
    order.validTo = kToday;
    known.signedOrder = order;
    known.verbalOrder = QStringLiteral("verbal order of T. Berg; countersignature due");
    REQUIRE(lineOf(known, "order").state == GateState::Met);
    REQUIRE(lineOf(known, "order").evidence == known.verbalOrder);
    known.today = kToday.addDays(1);
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
    known.today = kToday.addDays(-1);
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
}

TEST_CASE("An order counts from its first to its last day", "[safety][predose]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
    record::Order order;
    order.validFrom = kToday;
    order.validTo = kToday;
    known.signedOrder = order;
    REQUIRE(lineOf(known, "order").state == GateState::Met);
    known.signedOrder->doses = {2, 3};
    known.doseNumber = 1;
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
    known.doseNumber = 2;
    REQUIRE(lineOf(known, "order").state == GateState::Met);
    known.signedOrder->doses.clear();
    known.signedOrder->validTo = kToday.addDays(-1);
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
    known.signedOrder->validFrom = kToday.addDays(1);
    known.signedOrder->validTo = kToday.addDays(9);
    REQUIRE(lineOf(known, "order").state == GateState::NotMet);
}

TEST_CASE("An open risk item holds the dose", "[safety][predose]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "risk").state == GateState::Met);
    known.openRisk = record::RiskItem{};
    known.openRisk->number = 7;
    REQUIRE(lineOf(known, "risk").state == GateState::NotMet);
    REQUIRE(lineOf(known, "risk").evidence.contains(QStringLiteral("7")));
}

TEST_CASE("Screening holds a first dose until it is met or overridden", "[safety][predose][screening]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "screening").state == GateState::NotMet);
    REQUIRE(lineOf(known, "screening").level == base::FindingLevel::Stop);
    known.eligibility = Eligibility{};
    known.eligibility->onlyOpenQuestions = true;
    known.eligibility->evidence = QStringLiteral("3 questions not asked");
    REQUIRE(lineOf(known, "screening").state == GateState::NotMet);
    REQUIRE(lineOf(known, "screening").level == base::FindingLevel::Stop);
    REQUIRE(lineOf(known, "screening").evidence == QStringLiteral("3 questions not asked"));
    known.checks = {answered("screening", GateAnswer::Met)};
    REQUIRE(lineOf(known, "screening").state == GateState::NotMet); // the list settles it, no tick does
    known.eligibility->state = EligibilityState::Met;
    REQUIRE(lineOf(known, "screening").state == GateState::Met);
    known.eligibility->state = EligibilityState::Overridden;
    known.eligibility->overriddenBy = record::ClinicianId{};
    known.eligibility->overrideReason = QStringLiteral("weighed with the team");
    REQUIRE(lineOf(known, "screening").state == GateState::Overridden);
    REQUIRE(lineOf(known, "screening").overrideReason == QStringLiteral("weighed with the team"));
}

TEST_CASE("After a first dose an open question informs and a finding still stops",
          "[safety][predose][screening]") {
    PreDoseFacts known = facts();
    known.isFirstDose = false;
    known.eligibility = Eligibility{};
    known.eligibility->onlyOpenQuestions = true;
    REQUIRE(lineOf(known, "screening").state == GateState::NotMet);
    REQUIRE(lineOf(known, "screening").level == base::FindingLevel::Caution);
    known.eligibility->onlyOpenQuestions = false;
    REQUIRE(lineOf(known, "screening").level == base::FindingLevel::Stop);
}

TEST_CASE("The last pressure decides, and a pressure nobody took holds", "[safety][predose]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "pressure").state == GateState::NotMet);
    known.readings = {pressure(140, 90)};
    REQUIRE(lineOf(known, "pressure").state == GateState::Met);
    known.readings = {pressure(141, 90)};
    REQUIRE(lineOf(known, "pressure").state == GateState::NotMet);
    REQUIRE(lineOf(known, "pressure").level == base::FindingLevel::Caution);
    known.readings = {pressure(160, 90)};
    REQUIRE(lineOf(known, "pressure").level == base::FindingLevel::Stop);
    known.checks = {answered("pressure", GateAnswer::Met)};
    REQUIRE(lineOf(known, "pressure").state == GateState::NotMet); // no tick argues with the cuff
}

TEST_CASE("A pregnancy check is not asked where the record rules it out", "[safety][predose]") {
    PreDoseFacts known = facts();
    REQUIRE(lineOf(known, "pregnancy").state == GateState::NotMet);
    known.pregnancyCapacity = record::Asked::No;
    REQUIRE(lineOf(known, "pregnancy").state == GateState::NotApplicable);
}

TEST_CASE("Lines that hold stand with the stops first", "[safety][predose]") {
    const auto held = holding(preDoseGate(facts(), SafetyRules::builtIn()));
    REQUIRE(held.first().level == base::FindingLevel::Stop);
    REQUIRE(held.last().level == base::FindingLevel::Caution);
    for (const GateLine& line : held) {
        REQUIRE(line.state == GateState::NotMet);
    }
}

} // namespace test_pre_dose_gate
