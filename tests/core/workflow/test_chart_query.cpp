// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/chart_query.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/writing_door.h"

#include "core/record/reading.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_chart_query {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::ChartQuery;

namespace {

base::Appointment booked(QDate day, QTime time) {
    return {day, time, QStringLiteral("Europe/Oslo")};
}

DosingSession dose(OpenPracticeFixture& fixture, const PatientId& patient, QDate day) {
    DosingSession session;
    session.id = fixture.practice().ids().next<SessionId>();
    session.patient = patient;
    session.number = 1;
    session.booked = booked(day, QTime(10, 0));
    session.state = SessionState::Held;
    session.startedAt = fixture.at(day, QTime(10, 0));
    session.stoppedAt = fixture.at(day, QTime(10, 40));
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, session, {}}}));
    return session;
}

void read(OpenPracticeFixture& fixture, const DosingSession& session, int minute, int systolic) {
    Reading reading;
    reading.id = fixture.practice().ids().next<ReadingId>();
    reading.session = session.id;
    reading.patient = session.patient;
    reading.measuredAt = session.startedAt->plusMinutes(minute);
    reading.enteredAt = reading.measuredAt;
    reading.systolic = systolic;
    reading.diastolic = 88;
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, reading, {}}}));
}

} // namespace

TEST_CASE("The header holds weight, risk and doses given", "[workflow][chart]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto empty = required(ChartQuery(fixture.practice()).header(elena));
    REQUIRE_FALSE(empty.weight.has_value());
    REQUIRE_FALSE(empty.risk.has_value());
    REQUIRE_FALSE(empty.trend.has_value());
    REQUIRE(empty.dosesGiven == 0);
    dose(fixture, elena, QDate(2026, 10, 12));
    required(workflow::PatientCare(fixture.practice()).addWeight(elena, base::Kilograms{68.4}));
    required(
        workflow::RiskLane(fixture.practice()).open(elena, RiskLevel::Assess, QStringLiteral("said so")));
    const auto full = required(ChartQuery(fixture.practice()).header(elena));
    REQUIRE(full.weight->weight.value == 68.4);
    REQUIRE(full.risk->isOpen());
    REQUIRE(full.dosesGiven == 1);
    REQUIRE(required(ChartQuery(fixture.practice()).weights(elena)).size() == 1);
}

TEST_CASE("A dose shows its highest pressure and when; a reading before minute 0 does not count",
          "[workflow][chart]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = dose(fixture, elena, QDate(2026, 10, 12));
    read(fixture, session, -5, 190);
    read(fixture, session, 20, 140);
    read(fixture, session, 40, 152);
    const auto lines = required(ChartQuery(fixture.practice()).sessions(elena));
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.first().peak->systolic == 152);
    REQUIRE(lines.first().peak->minute == 40);
}

TEST_CASE("Integration counts hours from the end of the dose before it", "[workflow][chart]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    dose(fixture, elena, QDate(2026, 10, 12));
    TherapySession session;
    session.id = fixture.practice().ids().next<SessionId>();
    session.patient = elena;
    session.type = TherapyType::Integration;
    session.booked = booked(QDate(2026, 10, 13), QTime(14, 40));
    session.state = SessionState::Held;
    session.therapist = fixture.clinician();
    required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, session, {}}}));
    const auto lines = required(ChartQuery(fixture.practice()).sessions(elena));
    REQUIRE(lines.size() == 2);
    REQUIRE_FALSE(lines.first().isDosing);
    REQUIRE(lines.first().hoursAfterDose == 28.0);
    REQUIRE(lines.first().person == QStringLiteral("Ruth Adeyemi"));
}

TEST_CASE("The last sessions are those behind, newest first, with what the full list says of them",
          "[workflow][chart]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    REQUIRE(required(ChartQuery(fixture.practice()).lastSessions(elena, 3)).isEmpty());
    for (const int day : {5, 12, 19}) {
        read(fixture, dose(fixture, elena, QDate(2026, 10, day)), 20, 130 + day);
    }
    DosingSession planned;
    planned.patient = elena;
    // The clock stands at 2 November, 09:00: one session was due a minute before, one is due now.
    for (const QTime time : {QTime(8, 59), QTime(9, 0)}) {
        planned.id = fixture.practice().ids().next<SessionId>();
        planned.booked = booked(QDate(2026, 11, 2), time);
        required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, planned, {}}}));
    }
    const auto last = required(ChartQuery(fixture.practice()).lastSessions(elena, 3));
    REQUIRE(last.size() == 3);
    REQUIRE(last.at(0).booked.time == QTime(8, 59));
    REQUIRE(last.at(1).peak->systolic == 149);
    REQUIRE(last.at(2).peak->systolic == 142);
    REQUIRE(required(ChartQuery(fixture.practice()).lastSessions(elena, 9)).size() == 4);
    REQUIRE(required(ChartQuery(fixture.practice()).sessions(elena)).size() == 5);
}

} // namespace test_chart_query
