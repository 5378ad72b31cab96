// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gates.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_discharge_gate {
using namespace kairos;
using namespace kairos::safety;
using record::Route;

namespace {

base::Instant minute(int minutes) {
    return base::Instant{minutes * 60'000, 0};
}

record::Reading pressure(int at, int systolic, int diastolic) {
    record::Reading reading;
    reading.measuredAt = minute(at);
    reading.systolic = systolic;
    reading.diastolic = diastolic;
    return reading;
}

record::Reading oxygen(int at, int spo2) {
    record::Reading reading;
    reading.measuredAt = minute(at);
    reading.spo2 = spo2;
    return reading;
}

record::Rating recovery(const char* instrument, std::optional<double> total, int at) {
    record::Rating rating;
    rating.instrument = QString::fromLatin1(instrument);
    rating.total = total;
    rating.assessedAt = minute(at);
    return rating;
}

/// A dose from minute 0 to minute 40.
DischargeFacts facts(int now = 160) {
    DischargeFacts known;
    known.session.startedAt = minute(0);
    known.session.stoppedAt = minute(40);
    known.now = minute(now);
    known.zone = QTimeZone::utc();
    return known;
}

GateState stateOf(const DischargeFacts& known, const char* id) {
    const auto lines = dischargeGate(known, SafetyRules::builtIn());
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [id](const GateLine& line) { return line.id == QLatin1String(id); });
    REQUIRE(found != lines.end());
    return found->state;
}

} // namespace

TEST_CASE("A criterion without evidence counts as not met", "[safety][discharge]") {
    const auto lines = dischargeGate(facts(), SafetyRules::builtIn());
    for (const GateLine& line : lines) {
        REQUIRE((line.id == QStringLiteral("time") || line.state == GateState::NotMet));
    }
}

TEST_CASE("The minutes after the end depend on the route", "[safety][discharge]") {
    struct Edge {
        Route route;
        int minutes;
    };
    const auto edge =
        GENERATE(Edge{Route::Intravenous, 60}, Edge{Route::Intramuscular, 120},
                 Edge{Route::Subcutaneous, 120}, Edge{Route::Sublingual, 120}, Edge{Route::Intranasal, 120});
    DischargeFacts known = facts(40 + edge.minutes);
    known.session.route = edge.route;
    REQUIRE(stateOf(known, "time") == GateState::Met);
    known.now = minute(40 + edge.minutes - 1);
    REQUIRE(stateOf(known, "time") == GateState::NotMet);
    known.session.stoppedAt.reset();
    REQUIRE(stateOf(known, "time") == GateState::NotMet);
}

TEST_CASE("Blood pressure is back when it does not rise and is near baseline or low", "[safety][discharge]") {
    DischargeFacts known = facts();
    known.readings = {pressure(-5, 130, 80), pressure(60, 170, 96)};
    REQUIRE(stateOf(known, "pressure") == GateState::NotMet);
    known.readings.append(pressure(90, 156, 96));
    REQUIRE(stateOf(known, "pressure") == GateState::Met); // exactly 20 % above 130 and 80
    known.readings.last().systolic = 157;
    REQUIRE(stateOf(known, "pressure") == GateState::NotMet);
    known.readings.append(pressure(100, 140, 90));
    REQUIRE(stateOf(known, "pressure") == GateState::Met);
    known.readings.append(pressure(110, 141, 90));
    REQUIRE(stateOf(known, "pressure") == GateState::NotMet); // rising
}

TEST_CASE("Without a baseline only a low pressure lets go", "[safety][discharge]") {
    DischargeFacts known = facts();
    known.readings = {pressure(60, 150, 90), pressure(90, 141, 90)};
    REQUIRE(stateOf(known, "pressure") == GateState::NotMet);
    known.readings.last().systolic = 140;
    REQUIRE(stateOf(known, "pressure") == GateState::Met);
}

TEST_CASE("Oxygen may stand two points below baseline, not three", "[safety][discharge]") {
    DischargeFacts known = facts();
    known.readings = {oxygen(-5, 98), oxygen(90, 96)};
    REQUIRE(stateOf(known, "oxygen") == GateState::Met);
    known.readings.last().spo2 = 95;
    REQUIRE(stateOf(known, "oxygen") == GateState::NotMet);
    known.readings = {oxygen(90, 99)};
    REQUIRE(stateOf(known, "oxygen") == GateState::NotMet);
}

TEST_CASE("Only MOAA/S 5 is fully awake", "[safety][discharge]") {
    DischargeFacts known = facts();
    record::Reading reading;
    reading.measuredAt = minute(120);
    reading.sedation = 5;
    known.readings = {reading};
    REQUIRE(stateOf(known, "awake") == GateState::Met);
    known.readings.last().sedation = 4;
    REQUIRE(stateOf(known, "awake") == GateState::NotMet);
}

TEST_CASE("PADSS or Aldrete of 9 lets go, 8 does not, and the last one counts", "[safety][discharge]") {
    const char* instrument = GENERATE("padss", "aldrete");
    DischargeFacts known = facts();
    known.ratings = {recovery(instrument, 9, 120)};
    REQUIRE(stateOf(known, "recovery") == GateState::Met);
    known.ratings.append(recovery(instrument, 8, 130));
    REQUIRE(stateOf(known, "recovery") == GateState::NotMet);
    known.ratings = {recovery(instrument, std::nullopt, 120), recovery("phq-9", 12, 120)};
    REQUIRE(stateOf(known, "recovery") == GateState::NotMet);
}

TEST_CASE("An overridden criterion lets go and keeps its reason", "[safety][discharge]") {
    DischargeFacts known = facts();
    record::GateCheck check;
    check.gate = record::Gate::Discharge;
    check.criterion = QStringLiteral("walks");
    check.answer = record::GateAnswer::NotMet;
    check.overriddenBy = record::ClinicianId{};
    check.overrideReason = QStringLiteral("uses a wheelchair");
    known.checks = {check};
    REQUIRE(stateOf(known, "walks") == GateState::Overridden);
    known.checks[0].gate = record::Gate::PreDose;
    REQUIRE(stateOf(known, "walks") == GateState::NotMet);
}

} // namespace test_discharge_gate
