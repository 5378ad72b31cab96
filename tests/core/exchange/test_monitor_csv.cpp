// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/monitor_csv.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_monitor_csv {
using namespace kairos;
using base::Instant;
using exchange::MonitorColumns;
using exchange::MonitorFile;
using exchange::MonitorReading;
using exchange::MonitorTime;

namespace {

const QTimeZone kOslo{"Europe/Oslo"};

const safety::SafetyRules& rules() {
    static const safety::SafetyRules kRules = safety::SafetyRules::builtIn();
    return kRules;
}

Instant at(QTime time, QDate day = QDate(2026, 11, 2)) {
    return Instant::fromLocal(day, time, kOslo);
}

MonitorColumns plainColumns(MonitorTime unit = MonitorTime::Clock) {
    return {QStringLiteral("time"),
            QStringLiteral("sys"),
            QStringLiteral("dia"),
            QStringLiteral("hr"),
            QStringLiteral("spo2"),
            QStringLiteral("rr"),
            unit};
}

MonitorReading morning(const MonitorColumns& columns) {
    return {columns, kOslo, at(QTime(9, 10)), at(QTime(9, 0)), at(QTime(12, 0)), rules()};
}

MonitorFile readWith(const QByteArray& csv, const MonitorReading& reading) {
    const auto file = exchange::readMonitor(csv, reading);
    REQUIRE(file.has_value());
    return *file;
}

MonitorFile read(const QByteArray& lines, MonitorTime unit = MonitorTime::Clock) {
    return readWith("time,sys,dia,hr,spo2,rr\n" + lines, morning(plainColumns(unit)));
}

QString onlyRejection(const MonitorFile& file) {
    REQUIRE(file.rows.isEmpty());
    REQUIRE(file.rejected.size() == 1);
    return file.rejected.first().reason;
}

} // namespace

TEST_CASE("A monitor's line becomes a reading of whole figures", "[exchange][monitor]") {
    const auto file = read("2026-11-02T09:24:30,142,88,71.6,96.4,14.5\n");
    REQUIRE(file.rows.size() == 1);
    REQUIRE(file.rows.first().line == 2);
    REQUIRE(file.rows.first().at == at(QTime(9, 24, 30)));
    REQUIRE(file.rows.first().figures == safety::TypedReading{142, 88, 72, 96, 15, {}, {}});
    REQUIRE(file.rejected.isEmpty());
    REQUIRE(file.remarks.isEmpty());
}

TEST_CASE("Times are read with blank, offset, or as a time of day", "[exchange][monitor]") {
    const auto file = read("2026-11-02 09:24,,,70,96,\n2026-11-02T08:25:00Z,,,71,96,\n9:26,,,72,96,\n"
                           "09:27:15,,,73,96,\n");
    REQUIRE(file.rejected.isEmpty());
    REQUIRE(file.rows.size() == 4);
    REQUIRE(file.rows.at(0).at.utcMs == at(QTime(9, 24)).utcMs);
    REQUIRE(file.rows.at(1).at.utcMs == at(QTime(9, 25)).utcMs);
    REQUIRE(file.rows.at(2).at.utcMs == at(QTime(9, 26)).utcMs);
    REQUIRE(file.rows.at(3).at.utcMs == at(QTime(9, 27, 15)).utcMs);
}

TEST_CASE("A time of day after midnight is that of the session's second day", "[exchange][monitor]") {
    MonitorReading night = morning(plainColumns());
    night.from = at(QTime(23, 0));
    night.until = at(QTime(1, 0), QDate(2026, 11, 3));
    const auto file = readWith("time,sys,dia,hr,spo2,rr\n23:30,,,70,96,\n00:15,,,71,96,\n", night);
    REQUIRE(file.rows.size() == 2);
    REQUIRE(file.rows.at(0).at == at(QTime(23, 30)));
    REQUIRE(file.rows.at(1).at == at(QTime(0, 15), QDate(2026, 11, 3)));
}

TEST_CASE("Of the autumn night's two readings of a clock without an offset the first is taken",
          "[exchange][monitor]") {
    MonitorReading night = morning(plainColumns());
    const QDate day(2026, 10, 25);
    night.from = at(QTime(1, 0), day);
    night.until = at(QTime(5, 0), day);
    const auto file = readWith("time,sys,dia,hr,spo2,rr\n2026-10-25T02:30,,,70,96,\n"
                               "2026-10-25T02:30:00+01:00,,,71,96,\n",
                               night);
    REQUIRE(file.rows.size() == 2);
    REQUIRE(file.rows.at(1).at.msSince(file.rows.at(0).at) == 3'600'000);
}

TEST_CASE("Seconds and minutes count from the named moment", "[exchange][monitor]") {
    const auto seconds = read("0,,,70,96,\n90.5,,,71,96,\n", MonitorTime::Seconds);
    REQUIRE(seconds.rows.size() == 2);
    REQUIRE(seconds.rows.at(0).at == at(QTime(9, 10)));
    REQUIRE(seconds.rows.at(1).at == at(QTime(9, 11, 30, 500)));
    const auto minutes = read("2,,,70,96,\n", MonitorTime::Minutes);
    REQUIRE(minutes.rows.first().at == at(QTime(9, 12)));
    REQUIRE(onlyRejection(read("-1,,,70,96,\n", MonitorTime::Minutes))
                .contains(QStringLiteral("no number of minutes")));
    REQUIRE(onlyRejection(read("soon,,,70,96,\n", MonitorTime::Seconds))
                .contains(QStringLiteral("no number of seconds")));
    REQUIRE(
        onlyRejection(read("1e300,,,70,96,\n", MonitorTime::Seconds)).contains(QStringLiteral("no number")));
}

TEST_CASE("A time outside the session is refused with its line", "[exchange][monitor]") {
    const auto file = read("2026-11-02T08:59:59,,,70,96,\n2026-11-02T09:00:00,,,70,96,\n"
                           "2026-11-02T12:00:00,,,70,96,\n2026-11-02T12:00:01,,,70,96,\n");
    REQUIRE(file.rows.size() == 2);
    REQUIRE(file.rejected.size() == 2);
    REQUIRE(file.rejected.at(0).line == 2);
    REQUIRE(file.rejected.at(0).reason.contains(QStringLiteral("before the session")));
    REQUIRE(file.rejected.at(1).line == 5);
    REQUIRE(file.rejected.at(1).reason.contains(QStringLiteral("after the session")));
}

TEST_CASE("A time that is none is refused in words", "[exchange][monitor]") {
    REQUIRE(onlyRejection(read(",,,70,96,\n")) == QStringLiteral("the time is missing"));
    for (const char* time : {"2026-11-02", "noon", "25:00", "2026-02-30T09:00"}) {
        REQUIRE(onlyRejection(read(QByteArray(time) + ",,,70,96,\n")).contains(QStringLiteral("no time")));
    }
}

TEST_CASE("A figure that cannot be is left out with its line, and the rest counts", "[exchange][monitor]") {
    const auto file = read("09:24,142,88,72,400,14\n09:25,142,88,nil,96,14\n");
    REQUIRE(file.rows.size() == 2);
    REQUIRE_FALSE(file.rows.at(0).figures.spo2.has_value());
    REQUIRE(file.rows.at(0).figures.pulse == 72);
    REQUIRE_FALSE(file.rows.at(1).figures.pulse.has_value());
    REQUIRE(file.remarks.size() == 2);
    REQUIRE(file.remarks.at(0).line == 2);
    REQUIRE(file.remarks.at(0).reason ==
            QStringLiteral("spo2 cannot be 400 (it lies from 50 to 100); it is left out"));
    REQUIRE(file.remarks.at(1).reason.contains(QStringLiteral("\"nil\" is no figure")));
}

TEST_CASE("Half a blood pressure and a turned one are left out", "[exchange][monitor]") {
    const auto file = read("09:24,142,,72,96,14\n09:25,88,142,72,96,14\n09:26,90,90,72,96,14\n");
    REQUIRE(file.rows.size() == 3);
    for (const auto& row : file.rows) {
        REQUIRE_FALSE(row.figures.systolic.has_value());
        REQUIRE_FALSE(row.figures.diastolic.has_value());
    }
    REQUIRE(file.remarks.size() == 3);
    REQUIRE(file.remarks.at(0).reason.contains(QStringLiteral("is missing")));
    REQUIRE(file.remarks.at(1).reason.contains(QStringLiteral("not below the systolic 88")));
}

TEST_CASE("Zero and blank mean that the probe was off", "[exchange][monitor]") {
    const auto file = read("09:24,,,0,0,\n09:25,,,0,96,0\n");
    REQUIRE(file.empty == 1);
    REQUIRE(file.rows.size() == 1);
    REQUIRE(file.rows.first().figures == safety::TypedReading{{}, {}, {}, 96, {}, {}, {}});
    REQUIRE(file.remarks.isEmpty());
}

TEST_CASE("A line said twice counts once, and other figures for its moment are refused",
          "[exchange][monitor]") {
    const auto file = read("09:24,142,88,72,96,\n09:24,142,88,72,96,\n09:24,142,88,75,96,\n");
    REQUIRE(file.rows.size() == 1);
    REQUIRE(file.repeated == 1);
    REQUIRE(file.rejected.size() == 1);
    REQUIRE(file.rejected.first().line == 4);
    REQUIRE(file.rejected.first().reason.contains(QStringLiteral("line 2")));
}

TEST_CASE("A gap is longer than twice the usual step", "[exchange][monitor]") {
    const auto file = read("09:20,,,70,96,\n09:21,,,70,96,\n09:22,,,70,96,\n09:24,,,70,96,\n09:25,,,0,0,\n"
                           "09:26,,,0,0,\n09:27,,,70,96,\n09:28,,,70,96,\n");
    REQUIRE(file.gaps.size() == 1);
    REQUIRE(file.gaps.first().from == at(QTime(9, 24)));
    REQUIRE(file.gaps.first().to == at(QTime(9, 27)));
    REQUIRE(read("09:20,,,70,96,\n").gaps.isEmpty());
}

TEST_CASE("Ragged lines are refused and the good ones stay", "[exchange][monitor]") {
    const auto file = read("09:20,,,70\n09:21,,,70,96,\n09:22,,,70,96,,,,\n");
    REQUIRE(file.rows.size() == 1);
    REQUIRE(file.rejected.size() == 2);
    REQUIRE(file.rejected.first().line == 2);
}

TEST_CASE("Rows come by time and semicolons take decimal commas", "[exchange][monitor]") {
    const auto file =
        readWith("time;sys;dia;hr;spo2;rr\n09:30;;;70,6;96;\n09:20;;;69;97;\n", morning(plainColumns()));
    REQUIRE(file.rows.size() == 2);
    REQUIRE(file.rows.at(0).at == at(QTime(9, 20)));
    REQUIRE(file.rows.at(1).figures.pulse == 71);
}

TEST_CASE("The small monitor's file says what became of every line", "[exchange][monitor]") {
    QFile sample(QStringLiteral(KAIROS_TEST_DATA "/vitals/monitor.csv"));
    REQUIRE(sample.open(QIODevice::ReadOnly));
    const QByteArray csv = sample.readAll();
    const auto header = exchange::monitorHeader(csv);
    REQUIRE(header.has_value());
    const auto file = readWith(csv, morning(MonitorColumns::suggestedFor(*header)));
    REQUIRE(file.rows.size() == 5);
    REQUIRE(file.repeated == 1);
    REQUIRE(file.empty == 1);
    REQUIRE(file.rejected.size() == 3);
    REQUIRE(file.remarks.size() == 2);
    REQUIRE(file.gaps.size() == 1);
}

TEST_CASE("The public monitor's file is read to the last line", "[exchange][monitor][shared]") {
    QFile published(QStringLiteral(KAIROS_SHARED_DATA "/vitals/mimic_s25047_numerics.csv"));
    if (!published.open(QIODevice::ReadOnly)) {
        SKIP("the folder shared/data/vitals is not there");
    }
    const QByteArray csv = published.readAll();
    auto columns = MonitorColumns::suggestedFor(exchange::monitorHeader(csv).value());
    REQUIRE(columns.systolic == QStringLiteral("NBPSys [mmHg]"));
    REQUIRE(columns.pulse == QStringLiteral("HR [bpm]"));
    columns.time = QStringLiteral("sample");
    columns.timeIs = MonitorTime::Minutes;
    const auto file = readWith(csv, morning(columns));
    const qint64 lines = csv.trimmed().count('\n');
    REQUIRE(file.rows.size() + file.rejected.size() + file.empty + file.repeated == lines);
    REQUIRE(file.rejected.isEmpty());
    REQUIRE_FALSE(file.rows.first().figures.spo2.has_value());
    REQUIRE(file.rows.first().figures.pulse == 101);
    // Line 9 has a diastolic pressure of 10.
    REQUIRE(std::any_of(file.remarks.begin(), file.remarks.end(),
                        [](const exchange::MonitorRemark& remark) { return remark.line == 9; }));
}

} // namespace test_monitor_csv
