// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/booster.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_booster {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

const QDate kLastDose(2026, 3, 2);

DatedScore score(const char* instrument, const char* on, double total) {
    return {QString::fromLatin1(instrument), day(on), total};
}

base::Findings found(const QList<DatedScore>& scores) {
    return boosterFindings(protocol("iv-maintenance").boosters, scores, kLastDose);
}

} // namespace

TEST_CASE("A PHQ-9 risen by five since the last dose brings the booster up", "[planning][booster]") {
    const auto low = score("phq-9", "2026-03-09", 4);
    REQUIRE(found({low, score("phq-9", "2026-03-16", 8)}).isEmpty());
    const auto findings = found({low, score("phq-9", "2026-03-16", 9)});
    REQUIRE(findings.size() == 1);
    REQUIRE(findings.first().rule == QStringLiteral("plan.booster"));
    REQUIRE(findings.first().subject == QStringLiteral("booster-symptoms"));
    REQUIRE(findings.first().source == QStringLiteral("local default"));
    REQUIRE(findings.first().level == base::FindingLevel::Information);
}

TEST_CASE("A QIDS of eleven brings the booster up by itself", "[planning][booster]") {
    REQUIRE(found({score("qids-sr16", "2026-03-16", 10)}).isEmpty());
    REQUIRE(found({score("qids-sr16", "2026-03-16", 11)}).size() == 1);
}

TEST_CASE("The latest score decides, not the highest", "[planning][booster]") {
    REQUIRE(found({score("qids-sr16", "2026-03-23", 6), score("qids-sr16", "2026-03-16", 14)}).isEmpty());
}

TEST_CASE("Scores of before the dose say nothing of what came after it", "[planning][booster]") {
    REQUIRE(found({score("qids-sr16", "2026-03-01", 18)}).isEmpty());
    REQUIRE(found({score("qids-sr16", "2026-03-02", 18)}).isEmpty());
    REQUIRE(found({score("phq-9", "2026-02-20", 2), score("phq-9", "2026-03-16", 9)}).isEmpty());
    REQUIRE(found({score("phq-9", "2026-03-02", 4), score("phq-9", "2026-03-16", 9)}).size() == 1);
    REQUIRE(found({}).isEmpty());
}

} // namespace test_booster
