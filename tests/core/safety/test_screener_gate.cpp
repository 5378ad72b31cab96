// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gates.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_screener_gate {
using namespace kairos;
using namespace kairos::safety;

namespace {

constexpr qint64 kRated = 1'000'000;

PreDoseFacts factsWith(const char* band) {
    PreDoseFacts known;
    known.today = QDate(2026, 11, 2);
    known.zone = QTimeZone::utc();
    record::Rating screener;
    screener.instrument = QStringLiteral("c-ssrs");
    screener.band = QString::fromLatin1(band);
    screener.assessedAt = base::Instant{kRated, 0};
    known.screener = screener;
    return known;
}

record::RiskItem assessed() {
    record::RiskItem item;
    item.assessment = QStringLiteral("intent denied since Sunday");
    item.plan = QStringLiteral("safety plan renewed, sister stays");
    item.assessedAt = base::Instant{kRated, 0};
    return item;
}

record::GateCheck overriddenAt(qint64 at) {
    record::GateCheck check;
    check.gate = record::Gate::PreDose;
    check.criterion = QStringLiteral("screener");
    check.answer = record::GateAnswer::NotMet;
    check.at = base::Instant{at, 0};
    check.overriddenBy = record::ClinicianId{};
    check.overrideReason = QStringLiteral("given for suicidality, two people stay");
    return check;
}

GateLine screenerLine(const PreDoseFacts& known) {
    const auto lines = preDoseGate(known, SafetyRules::builtIn());
    const auto found = std::find_if(lines.begin(), lines.end(), [](const GateLine& line) {
        return line.id == QStringLiteral("screener");
    });
    REQUIRE(found != lines.end());
    return *found;
}

} // namespace

TEST_CASE("The highest class and an incomplete screener hold the dose, the others do not",
          "[safety][predose][risk]") {
    for (const char* band : {"high", "incomplete"}) {
        INFO(band);
        const auto line = screenerLine(factsWith(band));
        REQUIRE(line.state == GateState::NotMet);
        REQUIRE(line.level == base::FindingLevel::Stop);
        REQUIRE(line.evidence.startsWith(QString::fromLatin1(band)));
    }
    for (const char* band : {"moderate", "low", "none"}) {
        INFO(band);
        const auto line = screenerLine(factsWith(band));
        REQUIRE(line.state == GateState::Met);
        REQUIRE(line.overrideNeeds.isEmpty());
    }
}

TEST_CASE("Without a screener on record the line does not apply", "[safety][predose][risk]") {
    PreDoseFacts known = factsWith("high");
    known.screener.reset();
    REQUIRE(screenerLine(known).state == GateState::NotApplicable);
}

TEST_CASE("The screener's hold is overridden only after assessment and safety plan",
          "[safety][predose][risk]") {
    PreDoseFacts known = factsWith("high");
    REQUIRE_FALSE(screenerLine(known).overrideNeeds.isEmpty());
    known.screenerRisk = assessed();
    known.screenerRisk->plan.clear();
    REQUIRE_FALSE(screenerLine(known).overrideNeeds.isEmpty());
    known.screenerRisk = assessed();
    known.screenerRisk->assessedAt = base::Instant{kRated - 1, 0}; // it was about an earlier screener
    REQUIRE_FALSE(screenerLine(known).overrideNeeds.isEmpty());
    known.screenerRisk = assessed();
    REQUIRE(screenerLine(known).overrideNeeds.isEmpty());
    REQUIRE(screenerLine(known).state == GateState::NotMet);
    known.checks = {overriddenAt(kRated)};
    REQUIRE(screenerLine(known).state == GateState::Overridden);
    REQUIRE(screenerLine(known).overrideReason == QStringLiteral("given for suicidality, two people stay"));
}

TEST_CASE("An override of before the last screener does not count", "[safety][predose][risk]") {
    PreDoseFacts known = factsWith("incomplete");
    known.screenerRisk = assessed();
    known.checks = {overriddenAt(kRated - 1)};
    REQUIRE(screenerLine(known).state == GateState::NotMet);
    known.checks = {overriddenAt(kRated - 1), overriddenAt(kRated + 1)};
    REQUIRE(screenerLine(known).state == GateState::Overridden);
}

} // namespace test_screener_gate
