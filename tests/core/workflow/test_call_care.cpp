// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/call_care.h"

#include "core/workflow/need_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signing.h"
#include "core/workflow/summary_query.h"

#include "core/reports/session_summary.h"
#include "core/safety/attention_rules.h"
#include "core/safety/safety_rules.h"

#include "tests/support/running_dose.h"

#include <catch2/catch_test_macros.hpp>

namespace test_call_care {
using namespace kairos;
using namespace kairos::workflow;
using base::ErrorCode;
using base::FindingLevel;
using record::GateAnswer;
using support::required;

namespace {

/// Elena's first dose, over, and she went home.
struct HomeBench {
    support::RunningDose dose;

    OpenPractice& practice() { return dose.fixture.practice(); }
    void goHome() {
        dose.fixture.clock().advanceMs(qint64{41} * 60'000);
        DosingCare care(practice());
        required(care.stop(dose.id, {}));
        for (const auto& line : dose.view().discharge) {
            if (line.holds()) {
                required(care.overrideLine(dose.id, record::Gate::Discharge, line.id, QStringLiteral("seen"),
                                           support::OpenPracticeFixture::password()));
            }
        }
        required(care.discharge(dose.id));
    }
    base::Outcome say(GateAnswer answer, const char* words) {
        return CallCare(practice()).sayAfter(dose.id, answer, QString::fromLatin1(words));
    }
    std::optional<Need> need() {
        for (const Need& need : required(NeedQuery(practice()).all())) {
            if (need.kind == NeedKind::CallDue) {
                return need;
            }
        }
        return std::nullopt;
    }
};

} // namespace

TEST_CASE("The call after a dose is due from the discharge, then late, until the patient is reached",
          "[workflow][call]") {
    HomeBench bench;
    REQUIRE_FALSE(bench.need().has_value());
    bench.goHome();
    const auto due = bench.dose.view().session().dischargedAt->plusMs(
        safety::AttentionRules::builtIn().callAfterHours * qint64{3'600'000});
    REQUIRE(bench.need()->at == due);
    REQUIRE(bench.need()->session == bench.dose.id);
    REQUIRE(bench.need()->level == FindingLevel::Information);
    bench.dose.fixture.clock().advanceMs(due.msSince(bench.practice().now()));
    REQUIRE(bench.need()->level == FindingLevel::Information);
    bench.dose.fixture.clock().advanceMs(1);
    REQUIRE(bench.need()->level == FindingLevel::Caution);
    required(bench.say(GateAnswer::NotMet, "voice mail"));
    REQUIRE(bench.need()->detail.startsWith(QStringLiteral("not reached 3 Nov")));
    required(bench.say(GateAnswer::Met, "slept well, no nausea"));
    REQUIRE_FALSE(bench.need().has_value());
    REQUIRE(required(CallCare(bench.practice()).callsAfter(bench.dose.id)).size() == 2);
}

TEST_CASE("A call that nobody made is told for some days, and no longer", "[workflow][call]") {
    HomeBench bench;
    bench.goHome();
    const int days = safety::AttentionRules::builtIn().callLookBackDays;
    const auto day = [&](int after) {
        const QDate date = QDate(2026, 11, 2).addDays(after);
        bench.dose.fixture.clock().advanceMs(
            bench.dose.fixture.at(date, QTime(12, 0)).msSince(bench.practice().now()));
        return bench.need().has_value();
    };
    REQUIRE(day(days));
    REQUIRE_FALSE(day(days + 1));
}

TEST_CASE("A call is recorded after the session was signed, and leaves what was signed as it was",
          "[workflow][call]") {
    HomeBench bench;
    bench.goHome();
    required(Signing(bench.practice())
                 .signSession(required(SessionDesk(bench.practice()).load(bench.dose.id)),
                              support::OpenPracticeFixture::password()));
    const QString before = bench.dose.view().fingerprint;
    required(bench.say(GateAnswer::Met, "well"));
    REQUIRE(bench.dose.view().fingerprint == before);
    REQUIRE_FALSE(bench.need().has_value());
}

TEST_CASE("The session summary has a line for each call after the dose", "[workflow][call]") {
    HomeBench bench;
    bench.goHome();
    const auto later = [&] {
        const auto bundle = required(SummaryQuery(bench.practice()).bundle(bench.dose.id, QLocale::c()));
        return reports::sessionSummary(bundle.facts, safety::SafetyRules::builtIn()).later;
    };
    REQUIRE(later().isEmpty());
    required(bench.say(GateAnswer::NotMet, ""));
    bench.dose.fixture.clock().advanceMs(3'600'000);
    required(bench.say(GateAnswer::Met, "slept well, no nausea"));
    REQUIRE(later().size() == 2);
    REQUIRE(later().first().startsWith(QStringLiteral("Not reached after the dose 2 Nov 2026 ")));
    REQUIRE(later().first().endsWith(QStringLiteral(" by Ruth Adeyemi")));
    REQUIRE(later().last().startsWith(QStringLiteral("Call after the dose 2 Nov 2026 ")));
    REQUIRE(later().last().endsWith(QStringLiteral(" by Ruth Adeyemi: slept well, no nausea")));
}

TEST_CASE("A call before the discharge, or without a word of how the patient is, is refused",
          "[workflow][call]") {
    HomeBench bench;
    REQUIRE(bench.say(GateAnswer::Met, "well").error().code == ErrorCode::Refused);
    bench.goHome();
    REQUIRE(bench.say(GateAnswer::Met, "  ").error().code == ErrorCode::InvalidInput);
    required(bench.say(GateAnswer::NotMet, ""));
    bench.dose.fixture.signInAs(QStringLiteral("Ada Lund"), record::Role::Administrator);
    REQUIRE(bench.say(GateAnswer::Met, "well").error().code == ErrorCode::Refused);
}

} // namespace test_call_care
