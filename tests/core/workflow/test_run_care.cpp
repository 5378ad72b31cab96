// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/run_care.h"

#include "tests/support/running_dose.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/run_findings.h"
#include "core/workflow/session_desk.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_run_care {
using namespace kairos;
using base::ErrorCode;
using Catch::Approx;
using support::required;

namespace {

void orderedAtMost40(record::Order& order) {
    order.mgPerKg = base::MilligramsPerKilogram{0.5};
    order.maximum = base::Milligrams{40};
    order.rescueDrugs = {QStringLiteral("ondansetron")};
}

/// A dose of 35 mg over 40 minutes of at most 40 mg, running.
struct Running : support::RunningDose {
    Running() : RunningDose({.order = orderedAtMost40}) {}
    workflow::AdverseCare adverse() { return workflow::AdverseCare(fixture.practice()); }
    record::AdverseEvent nausea() {
        record::AdverseEvent event;
        event.session = id;
        event.patient = view().patient.id;
        event.onset = fixture.practice().now();
        event.term = QStringLiteral("Nausea");
        required(dosing().addAdverseEvent(event));
        return view().content.adverseEvents.last();
    }
};

QStringList rulesOf(const base::Findings& findings) {
    QStringList rules;
    for (const auto& finding : findings) {
        rules.append(finding.rule);
    }
    return rules;
}

} // namespace

TEST_CASE("Another rate is one entry, and the given dose follows it", "[workflow][run]") {
    Running now;
    now.clockOn(20);
    required(now.run().changeRate(now.id, base::MilligramsPerMinute{0.4375}, {}));
    now.clockOn(10);
    const auto view = now.view();
    REQUIRE(view.content.events.size() == 1);
    REQUIRE(view.content.events.first().type == record::EventType::RateChange);
    REQUIRE(view.content.events.first().amount == 0.4375);
    REQUIRE(view.given->given.value == Approx(17.5 + 4.375));
}

TEST_CASE("A rate that is none, or outside a running infusion, is refused", "[workflow][run]") {
    Running now;
    for (const double rate : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        REQUIRE(now.run().changeRate(now.id, base::MilligramsPerMinute{rate}, {}).error().code ==
                ErrorCode::InvalidInput);
    }
    now.clockOn(41);
    required(now.dosing().stop(now.id, {}));
    REQUIRE(now.run().changeRate(now.id, base::MilligramsPerMinute{0.5}, {}).error().code ==
            ErrorCode::Refused);
    REQUIRE(now.view().content.events.isEmpty());
}

TEST_CASE("A rate that runs the dose in below the shortest time wants a reason", "[workflow][run]") {
    Running now;
    // 35 mg in 20 minutes are 1.75 mg/min: the limit stops below 20 minutes.
    const auto& limits = now.fixture.practice().catalog().doseLimits;
    REQUIRE(rulesOf(required(workflow::rateFindings(now.view(), base::MilligramsPerMinute{1.75}, limits)))
                .isEmpty());
    REQUIRE(rulesOf(required(workflow::rateFindings(now.view(), base::MilligramsPerMinute{1.76}, limits))) ==
            QStringList{QStringLiteral("dose.iv.minutes.low.stop")});
    REQUIRE(now.run().changeRate(now.id, base::MilligramsPerMinute{1.76}, {}).error().code ==
            ErrorCode::Stopped);
    required(now.run().changeRate(now.id, base::MilligramsPerMinute{1.76}, QStringLiteral("pump test")));
    REQUIRE(now.view().content.events.first().text.endsWith(QStringLiteral(": pump test")));
}

TEST_CASE("A booster names what was ordered, and above the order's maximum it wants a reason",
          "[workflow][run]") {
    Running now;
    const auto& limits = now.fixture.practice().catalog().doseLimits;
    const auto within = required(workflow::boosterFindings(now.view(), base::Milligrams{5}, limits));
    REQUIRE(within.first().text == QStringLiteral("40 mg in all, the order is for 35 mg"));
    REQUIRE(within.first().level == base::FindingLevel::Caution);
    const auto above = required(workflow::boosterFindings(now.view(), base::Milligrams{5.1}, limits));
    REQUIRE(above.first().rule == QStringLiteral("run.booster-maximum"));
    REQUIRE(above.first().level == base::FindingLevel::Stop);
    REQUIRE(now.run().giveBooster(now.id, base::Milligrams{5.1}, {}).error().code == ErrorCode::Stopped);
    required(now.run().giveBooster(now.id, base::Milligrams{3}, {}));
    // What was given already counts.
    REQUIRE(now.run().giveBooster(now.id, base::Milligrams{3}, {}).error().code == ErrorCode::Stopped);
    REQUIRE(now.run().giveBooster(now.id, base::Milligrams{0}, {}).error().code == ErrorCode::InvalidInput);
    REQUIRE(now.run().giveBooster(now.id, base::Milligrams{500}, QStringLiteral("x")).error().code ==
            ErrorCode::InvalidInput);
    now.clockOn(40);
    REQUIRE(now.view().given->given.value == Approx(38));
}

TEST_CASE("A rescue drug that is not on the order is said so, and one that is on it is not",
          "[workflow][run]") {
    Running now;
    REQUIRE(workflow::rescueFindings(now.view(), QStringLiteral("Ondansetron")).isEmpty());
    const auto other = workflow::rescueFindings(now.view(), QStringLiteral("midazolam"));
    REQUIRE(other.first().text == QStringLiteral("midazolam is not on the order, which names ondansetron"));
}

TEST_CASE("What was written by mistake counts no more and stays in the history", "[workflow][run]") {
    Running now;
    now.clockOn(5);
    const auto rate = required(now.run().changeRate(now.id, base::MilligramsPerMinute{0.1}, {}));
    safety::TypedReading typed;
    typed.pulse = 70;
    const auto reading = required(now.dosing().addReading(now.id, typed, now.fixture.practice().now()));
    const auto nausea = now.nausea();
    REQUIRE(now.run().withdraw(rate, QStringLiteral(" ")).error().code == ErrorCode::InvalidInput);
    required(now.run().withdraw(rate, QStringLiteral("wrong patient")));
    required(now.run().withdraw(reading, QStringLiteral("wrong patient")));
    required(now.run().withdraw(nausea.id, QStringLiteral("wrong patient")));
    now.fixture.reopen();
    now.clockOn(15);
    const auto view = now.view();
    REQUIRE(view.content.events.isEmpty());
    REQUIRE(view.content.readings.isEmpty());
    REQUIRE(view.content.adverseEvents.isEmpty());
    REQUIRE(view.given->given.value == Approx(17.5));
    REQUIRE(now.run().withdraw(rate, QStringLiteral("again")).error().code == ErrorCode::NotFound);
}

TEST_CASE("An adverse event is ended later, and not before it began", "[workflow][run]") {
    Running now;
    now.clockOn(10);
    auto nausea = now.nausea();
    now.clockOn(20);
    nausea.resolvedAt = nausea.onset.plusMinutes(-1);
    REQUIRE(now.adverse().amend(nausea, {}).error().code == ErrorCode::InvalidInput);
    nausea.resolvedAt = now.fixture.practice().now().plusMinutes(1);
    REQUIRE(now.adverse().amend(nausea, {}).error().code == ErrorCode::InvalidInput);
    nausea.resolvedAt = now.fixture.practice().now();
    nausea.outcome = QStringLiteral("gone");
    required(now.adverse().amend(nausea, QStringLiteral("it is over")));
    const auto stored = now.view().content.adverseEvents;
    REQUIRE(stored.size() == 1);
    REQUIRE(stored.first().resolvedAt == nausea.resolvedAt);
    REQUIRE(stored.first().outcome == QStringLiteral("gone"));
    REQUIRE(stored.first().grade == nausea.grade);
}

} // namespace test_run_care
