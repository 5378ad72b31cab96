// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/given_findings.h"

#include "core/workflow/run_care.h"
#include "core/workflow/summary_query.h"

#include "core/reports/session_summary.h"

#include "tests/support/running_dose.h"

#include <catch2/catch_test_macros.hpp>

namespace test_given_findings {
using namespace kairos;
using namespace kairos::workflow;
using support::required;

namespace {

/// 35 mg in 40 minutes were ordered, and run.
struct GivenBench {
    support::RunningDose dose;

    OpenPractice& practice() { return dose.fixture.practice(); }
    void clockOn(double minutes) { dose.fixture.clock().advanceMs(qRound64(minutes * 60'000)); }
    void stop(const QString& reason = {}) { required(DosingCare(practice()).stop(dose.id, reason)); }
    void log(record::EventType type) {
        record::SessionEvent event;
        event.session = dose.id;
        event.patient = dose.patient;
        event.type = type;
        event.text = QStringLiteral("line checked");
        event.at = practice().now();
        required(DosingCare(practice()).addEvent(event));
    }
    QStringList told() {
        QStringList told;
        for (const auto& finding : dose.view().givenFindings) {
            told.append(finding.rule + QStringLiteral(": ") + finding.text);
        }
        return told;
    }
};

} // namespace

TEST_CASE("A dose that ran as ordered has nothing to tell", "[workflow][given]") {
    GivenBench bench;
    REQUIRE(bench.told().isEmpty());
    bench.clockOn(20);
    REQUIRE(bench.told().isEmpty());
    bench.clockOn(20);
    bench.stop();
    REQUIRE(bench.told().isEmpty());
}

TEST_CASE("A dose that was stopped early is told with both figures and its reason", "[workflow][given]") {
    GivenBench bench;
    bench.clockOn(32);
    bench.stop(QStringLiteral("nausea"));
    REQUIRE(bench.told() ==
            QStringList{QStringLiteral("given.dose: ordered 35 mg in 40 min, given 28 mg over "
                                       "32 min; stopped early: nausea")});
    REQUIRE(bench.dose.view().givenFindings.first().level == base::FindingLevel::Caution);
    const auto bundle = required(SummaryQuery(bench.practice()).bundle(bench.dose.id, QLocale::c()));
    const auto page = reports::sessionSummary(bundle.facts, bench.practice().catalog().safety);
    REQUIRE(page.doseLines.contains(QStringLiteral(
        "Other than ordered: ordered 35 mg in 40 min, given 28 mg over 32 min; stopped early: nausea.")));
}

TEST_CASE("Less is told from above the tolerance on", "[workflow][given]") {
    // 5 % of 40 minutes at an even rate are 2 minutes.
    GivenBench within;
    within.clockOn(38);
    within.stop();
    REQUIRE(within.told().isEmpty());
    GivenBench beyond;
    beyond.clockOn(37.9);
    beyond.stop();
    REQUIRE(beyond.told().size() == 1);
    REQUIRE(beyond.told().first().startsWith(
        QStringLiteral("given.dose: ordered 35 mg in 40 min, given 33.2 mg")));
}

TEST_CASE("A booster above the tolerance is told while the dose runs", "[workflow][given]") {
    GivenBench bench;
    bench.clockOn(39.9);
    required(
        RunCare(bench.practice()).giveBooster(bench.dose.id, base::Milligrams{1.7}, QStringLiteral("seen")));
    bench.clockOn(1);
    REQUIRE(bench.told().isEmpty());
    required(
        RunCare(bench.practice()).giveBooster(bench.dose.id, base::Milligrams{0.3}, QStringLiteral("seen")));
    REQUIRE(bench.told() == QStringList{QStringLiteral("given.dose: ordered 35 mg in 40 min, given 37 mg")});
}

TEST_CASE("An infusion that a pause made longer is told from above the tolerance on", "[workflow][given]") {
    const auto pausedFor = [](double minutes) {
        GivenBench bench;
        bench.clockOn(10);
        bench.log(record::EventType::Pause);
        bench.clockOn(minutes);
        bench.log(record::EventType::Resume);
        bench.clockOn(60); // Stop is pressed long after the bag ran empty.
        bench.stop();
        return bench.told();
    };
    REQUIRE(pausedFor(5).isEmpty());
    REQUIRE(pausedFor(6) ==
            QStringList{QStringLiteral("given.minutes: ordered 35 mg in 40 min, given 35 mg over 46 min")});
}

TEST_CASE("Another drug or route than ordered is told from the start on", "[workflow][given]") {
    GivenBench bench;
    auto view = bench.dose.view();
    view.content.dosing->drug = QStringLiteral("esketamine");
    view.content.dosing->route = record::Route::Intramuscular;
    const auto findings = givenFindings(view, safety::OrderRules::builtIn());
    REQUIRE(findings.size() == 2);
    REQUIRE(findings.at(0).level == base::FindingLevel::Stop);
    REQUIRE(findings.at(0).text.endsWith(QStringLiteral("given esketamine")));
    REQUIRE(findings.at(1).text == QStringLiteral("ordered intravenous, given intramuscular"));
    view.content.dosing->startedAt.reset();
    REQUIRE(givenFindings(view, safety::OrderRules::builtIn()).isEmpty());
    view = bench.dose.view();
    view.order.reset();
    REQUIRE(givenFindings(view, safety::OrderRules::builtIn()).isEmpty());
}

} // namespace test_given_findings
