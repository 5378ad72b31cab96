// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monitor_import.h"

#include "core/workflow/session_desk.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"

#include "tests/support/open_practice_fixture.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_monitor_import {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using exchange::MonitorColumns;
using exchange::MonitorTime;
using support::OpenPracticeFixture;
using support::required;
using workflow::MonitorImport;
using workflow::MonitorReport;
using workflow::MonitorWish;

namespace {

const QDate kDay(2026, 11, 2);

/// A dose that was held from 9:00 to 12:00, minute 0 at 9:10; it is 13:00.
struct Held {
    OpenPracticeFixture fixture;
    DosingSession session;

    Held() {
        fixture.clock().set(fixture.at(kDay, QTime(13, 0)).utcMs);
        session.id = fixture.practice().ids().next<SessionId>();
        session.patient = fixture.addElena();
        session.state = SessionState::Held;
        session.booked = {kDay, QTime(9, 0), fixture.practice().practice().zone};
        session.arrivedAt = fixture.at(kDay, QTime(9, 0));
        session.startedAt = fixture.at(kDay, QTime(9, 10));
        session.stoppedAt = fixture.at(kDay, QTime(9, 50));
        session.dischargedAt = fixture.at(kDay, QTime(12, 0));
        save(session);
    }
    template <class Record>
    void save(const Record& value, Action action = Action::Created) {
        required(workflow::WritingDoor(fixture.practice()).save({{action, value, {}}}));
    }
    Reading reading(QTime time, int systolic, int diastolic) {
        Reading one;
        one.id = fixture.practice().ids().next<ReadingId>();
        one.session = session.id;
        one.patient = session.patient;
        one.measuredAt = fixture.at(kDay, time);
        one.enteredAt = one.measuredAt;
        one.systolic = systolic;
        one.diastolic = diastolic;
        save(one);
        return one;
    }
    MonitorImport import() { return MonitorImport(fixture.practice()); }
    MonitorWish wish(const QByteArray& lines, MonitorTime unit = MonitorTime::Clock) {
        const QByteArray csv = "time,sys,dia,hr,spo2,rr\n" + lines;
        auto columns = required(import().columnsFor(csv));
        columns.timeIs = unit;
        return {session.id, csv, columns};
    }
    QList<Reading> readings() {
        return required(workflow::SessionDesk(fixture.practice()).load(session.id)).readings;
    }
};

ErrorCode codeOf(const base::Result<MonitorReport>& report) {
    REQUIRE_FALSE(report.has_value());
    return report.error().code;
}

} // namespace

TEST_CASE("A preview of a monitor's file writes nothing", "[workflow][monitor]") {
    Held held;
    const auto report = required(held.import().preview(held.wish("09:24,142,88,72,96,14\n")));
    REQUIRE(report.fresh.size() == 1);
    REQUIRE(held.readings().isEmpty());
}

TEST_CASE("An accepted line is a reading with its own time of measuring", "[workflow][monitor]") {
    Held held;
    const auto report =
        required(held.import().accept(held.wish("09:24:30,142,88,71.6,96,14\n09:25,,,0,0,\n")));
    REQUIRE(report.fresh.size() == 1);
    REQUIRE(report.empty == 1);
    const auto readings = held.readings();
    REQUIRE(readings.size() == 1);
    REQUIRE(readings.first().measuredAt == held.fixture.at(kDay, QTime(9, 24, 30)));
    REQUIRE(readings.first().enteredAt == held.fixture.at(kDay, QTime(13, 0)));
    REQUIRE(readings.first().pulse == 72);
    REQUIRE(readings.first().patient == held.session.patient);
    REQUIRE(readings.first().remark == QStringLiteral("from the monitor's file"));
    REQUIRE_FALSE(readings.first().sedation.has_value());
}

TEST_CASE("A file that is taken in twice changes nothing the second time", "[workflow][monitor]") {
    Held held;
    const auto wish = held.wish("09:24,142,88,72,96,14\n09:25,,,73,96,\n");
    required(held.import().accept(wish));
    const auto again = required(held.import().accept(wish));
    REQUIRE(again.fresh.isEmpty());
    REQUIRE(again.unchanged == 2);
    REQUIRE(again.rejected.isEmpty());
    REQUIRE(held.readings().size() == 2);
}

TEST_CASE("Nothing in the session is overwritten", "[workflow][monitor]") {
    Held held;
    const auto typed = held.reading(QTime(9, 24), 150, 90);
    const auto report =
        required(held.import().accept(held.wish("09:24,142,88,72,96,14\n09:25,140,86,72,96,14\n")));
    REQUIRE(report.fresh.size() == 1);
    REQUIRE(report.rejected.size() == 1);
    REQUIRE(report.rejected.first().line == 2);
    REQUIRE(report.rejected.first().reason.contains(QStringLiteral("they stay")));
    const auto readings = held.readings();
    REQUIRE(readings.size() == 2);
    REQUIRE(readings.contains(typed));
}

TEST_CASE("Times outside the session are refused with their lines", "[workflow][monitor]") {
    Held held;
    const auto report = required(held.import().accept(
        held.wish("08:59:59,,,70,96,\n09:00,,,70,96,\n12:00,,,70,96,\n12:00:01,,,70,96,\n")));
    REQUIRE(report.fresh.size() == 2);
    REQUIRE(report.rejected.size() == 2);
    REQUIRE(report.rejected.first().line == 2);
    REQUIRE(report.rejected.last().line == 5);
}

TEST_CASE("Counted times begin at minute 0, or where a person says", "[workflow][monitor]") {
    Held held;
    auto wish = held.wish("0,,,70,96,\n10,,,71,96,\n", MonitorTime::Minutes);
    REQUIRE(required(held.import().preview(wish)).fresh.first().at == *held.session.startedAt);
    wish.zero = held.fixture.at(kDay, QTime(9, 5));
    REQUIRE(required(held.import().preview(wish)).fresh.last().at == held.fixture.at(kDay, QTime(9, 15)));
}

TEST_CASE("Counted times of a dose that has not begun want a start", "[workflow][monitor]") {
    Held held;
    held.session.state = SessionState::Arrived;
    held.session.startedAt.reset();
    held.session.stoppedAt.reset();
    held.session.dischargedAt.reset();
    held.save(held.session, Action::Changed);
    auto wish = held.wish("0,,,70,96,\n", MonitorTime::Seconds);
    REQUIRE(codeOf(held.import().preview(wish)) == ErrorCode::InvalidInput);
    wish.zero = held.fixture.at(kDay, QTime(9, 5));
    REQUIRE(required(held.import().accept(wish)).fresh.size() == 1);
}

TEST_CASE("A session that is ahead, over or not held takes no file", "[workflow][monitor]") {
    for (const auto state :
         {SessionState::Planned, SessionState::Signed, SessionState::Cancelled, SessionState::NoShow}) {
        Held held;
        const auto wish = held.wish("09:24,142,88,72,96,14\n");
        held.session.state = state;
        held.save(held.session, Action::Changed);
        REQUIRE(codeOf(held.import().preview(wish)) == ErrorCode::Refused);
        REQUIRE(codeOf(held.import().accept(wish)) == ErrorCode::Refused);
    }
}

TEST_CASE("Only who records doses or imports takes a monitor's file in", "[workflow][monitor]") {
    Held held;
    const auto wish = held.wish("09:24,142,88,72,96,14\n");
    held.fixture.signInAs(QStringLiteral("Tom Berg"), Role::Therapist);
    REQUIRE(codeOf(held.import().preview(wish)) == ErrorCode::Refused);
    Held other;
    const auto same = other.wish("09:24,142,88,72,96,14\n");
    other.fixture.signInAs(QStringLiteral("Nora Lind"), Role::Monitor);
    REQUIRE(other.import().accept(same).has_value());
}

TEST_CASE("The columns are remembered in the practice for everybody", "[workflow][monitor]") {
    Held held;
    const QByteArray csv = "moment,a,b,beats,ox\n09:24,142,88,72,96\n";
    const MonitorColumns columns{QStringLiteral("moment"), QStringLiteral("a"),  QStringLiteral("b"),
                                 QStringLiteral("beats"),  QStringLiteral("ox"), {},
                                 MonitorTime::Clock};
    REQUIRE(required(held.import().columnsFor(csv)) == MonitorColumns{});
    required(held.import().accept({held.session.id, csv, columns}));
    held.fixture.reopen();
    held.fixture.signInAs(QStringLiteral("Nora Lind"), Role::Monitor);
    REQUIRE(required(held.import().columnsFor(csv)) == columns);
    // Another monitor's file is read by the names of its own header.
    REQUIRE(required(held.import().columnsFor("time,hr\n")).pulse == QStringLiteral("hr"));
}

TEST_CASE("The public monitor's file lands in a session once", "[workflow][monitor][shared]") {
    QFile published(QStringLiteral(KAIROS_SHARED_DATA "/vitals/mimic_s25047_numerics.csv"));
    if (!published.open(QIODevice::ReadOnly)) {
        SKIP("the folder shared/data/vitals is not there");
    }
    Held held;
    const QByteArray csv = published.readAll();
    auto columns = required(held.import().columnsFor(csv));
    columns.time = QStringLiteral("sample");
    columns.timeIs = MonitorTime::Minutes;
    const MonitorWish wish{held.session.id, csv, columns};
    const auto report = required(held.import().accept(wish));
    REQUIRE(report.rejected.isEmpty());
    REQUIRE(report.fresh.size() + report.empty == csv.trimmed().count('\n'));
    REQUIRE(held.readings().size() == report.fresh.size());
    REQUIRE(required(held.import().accept(wish)).unchanged == report.fresh.size());
}

} // namespace test_monitor_import
