// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/record/dosing_session.h"
#include "core/workflow/writing_door.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_vitals_import {
using namespace kairos;
using namespace record;
using tests::PracticeBench;

namespace {

/// A practice with a dose held on 2 November 2026 from 9:00 to 12:00 in Oslo, minute 0 at 9:10.
struct HeldDose {
    SessionId id;
    PracticeBench practice{[this](support::OpenPracticeFixture& fixture) { fill(fixture); }};

    void fill(support::OpenPracticeFixture& fixture) {
        const QDate day(2026, 11, 2);
        fixture.clock().set(fixture.at(day, QTime(13, 0)).utcMs);
        DosingSession session;
        session.id = fixture.practice().ids().next<SessionId>();
        session.patient = fixture.addElena();
        session.state = SessionState::Held;
        session.booked = {day, QTime(9, 0), fixture.practice().practice().zone};
        session.arrivedAt = fixture.at(day, QTime(9, 0));
        session.startedAt = fixture.at(day, QTime(9, 10));
        session.dischargedAt = fixture.at(day, QTime(12, 0));
        support::required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, session, {}}}));
        id = session.id;
    }
    tests::CliRun import(const QString& file, const QStringList& more = {}) const {
        return practice.runJson(
            QStringLiteral("import"),
            QStringList{QStringLiteral("--vitals"), file, QStringLiteral("--session"), id.toString()} + more);
    }
};

int count(const tests::CliRun& run, const char* key) {
    CAPTURE(run.out.toStdString(), run.error.toStdString());
    REQUIRE(run.json().contains(QLatin1String(key)));
    return run.json().value(QLatin1String(key)).toInt();
}

} // namespace

TEST_CASE("import --vitals takes a monitor's file into a session once", "[cli][import]") {
    const HeldDose dose;
    const QString file = QStringLiteral(KAIROS_TEST_DATA "/vitals/monitor.csv");
    const auto look = dose.import(file, {QStringLiteral("--preview")});
    REQUIRE(count(look, "accepted") == 5);
    const auto first = dose.import(file);
    REQUIRE(first.exit == 1);
    REQUIRE(count(first, "accepted") == 5);
    REQUIRE(count(first, "rejected") == 3);
    REQUIRE(count(first, "repeated") == 1);
    REQUIRE(count(first, "empty") == 1);
    REQUIRE(first.json().value(QLatin1String("gaps")).toArray().size() == 1);
    REQUIRE(first.json().value(QLatin1String("remarks")).toArray().size() == 2);
    const auto again = dose.import(file);
    REQUIRE(count(again, "accepted") == 0);
    REQUIRE(count(again, "unchanged") == 5);
    REQUIRE(dose.practice.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

TEST_CASE("import --vitals maps headers once and remembers them", "[cli][import]") {
    const HeldDose dose;
    const QString file =
        dose.practice.bench().write(QStringLiteral("m.csv"), "sample,beats,ox\n0,70,97\n1,71,96\n");
    REQUIRE(dose.import(file).exit == 2);
    const auto mapped =
        dose.import(file, {QStringLiteral("--columns"), QStringLiteral("time=sample,hr=beats,spo2=ox"),
                           QStringLiteral("--time-is"), QStringLiteral("minutes")});
    REQUIRE(mapped.exit == 0);
    REQUIRE(count(mapped, "accepted") == 2);
    REQUIRE(count(dose.import(file), "unchanged") == 2);
    const auto later = dose.import(file, {QStringLiteral("--start"), QStringLiteral("2026-11-02T10:00")});
    REQUIRE(count(later, "accepted") == 2);
}

TEST_CASE("import --vitals refuses what it cannot read, in one line", "[cli][import]") {
    const HeldDose dose;
    const QString file = dose.practice.bench().write(QStringLiteral("m.csv"), "time,hr\n09:20,70\n");
    REQUIRE(dose.import(file, {QStringLiteral("--columns"), QStringLiteral("pulse=hr")}).exit == 2);
    REQUIRE(dose.import(file, {QStringLiteral("--time-is"), QStringLiteral("hours")}).exit == 2);
    REQUIRE(dose.import(file, {QStringLiteral("--start"), QStringLiteral("nine")}).exit == 2);
    REQUIRE(dose.import(dose.practice.bench().path(QStringLiteral("none.csv"))).exit == 2);
    const auto both = dose.import(file, {QStringLiteral("--csv"), file});
    REQUIRE(both.exit == 2);
    REQUIRE(both.isOneLineError());
    const auto neither = dose.practice.run(QStringLiteral("import"));
    REQUIRE(neither.exit == 2);
    const auto nobody =
        dose.practice.run(QStringLiteral("import"), {QStringLiteral("--vitals"), file,
                                                     QStringLiteral("--session"), QStringLiteral("x")});
    REQUIRE(nobody.exit == 2);
}

} // namespace test_vitals_import
