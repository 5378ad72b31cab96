// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/monitor_columns.h"

#include <catch2/catch_test_macros.hpp>

namespace test_monitor_columns {
using namespace kairos;
using exchange::MonitorColumns;
using exchange::MonitorTime;

namespace {

const QStringList kHeader{QStringLiteral("Time"),           QStringLiteral("NBPSys [mmHg]"),
                          QStringLiteral("NBPDias [mmHg]"), QStringLiteral("PULSE [bpm]"),
                          QStringLiteral("HR [bpm]"),       QStringLiteral("SpO2 [%]"),
                          QStringLiteral("RESP [pm]")};

QString reason(const MonitorColumns& columns) {
    const auto fits = columns.check(kHeader);
    return fits ? QString() : fits.error().why;
}

} // namespace

TEST_CASE("The usual names of a monitor's columns are known", "[exchange][monitor]") {
    const auto columns = MonitorColumns::suggestedFor(kHeader);
    REQUIRE(columns == MonitorColumns{kHeader.at(0), kHeader.at(1), kHeader.at(2), kHeader.at(4),
                                      kHeader.at(5), kHeader.at(6), MonitorTime::Clock});
    REQUIRE(columns.check(kHeader).has_value());
    const auto counted = MonitorColumns::suggestedFor({QStringLiteral("seconds"), QStringLiteral("hr")});
    REQUIRE(counted.timeIs == MonitorTime::Seconds);
    REQUIRE(MonitorColumns::suggestedFor({QStringLiteral("min")}).timeIs == MonitorTime::Minutes);
    REQUIRE(MonitorColumns::suggestedFor({QStringLiteral("sample")}) == MonitorColumns{});
}

TEST_CASE("A choice of columns that says too little is refused", "[exchange][monitor]") {
    const auto good = MonitorColumns::suggestedFor(kHeader);
    auto columns = good;
    columns.time.clear();
    REQUIRE(reason(columns) == QStringLiteral("no column holds the time"));
    columns = good;
    columns.diastolic.clear();
    REQUIRE(reason(columns).contains(QStringLiteral("one of the two blood pressures")));
    columns = good;
    columns.pulse = columns.spo2;
    REQUIRE(reason(columns).contains(QStringLiteral("stands for two things")));
    columns = good;
    columns.spo2 = QStringLiteral("oxygen");
    REQUIRE(reason(columns).contains(QStringLiteral("no column \"oxygen\"")));
    REQUIRE_FALSE(columns.fit(kHeader));
    columns = MonitorColumns{};
    columns.time = kHeader.first();
    REQUIRE(reason(columns) == QStringLiteral("no column holds a sign"));
}

TEST_CASE("A choice of columns comes back as it was kept", "[exchange][monitor]") {
    auto columns = MonitorColumns::suggestedFor(kHeader);
    columns.timeIs = MonitorTime::Minutes;
    REQUIRE(MonitorColumns::fromJson(columns.toJson()) == columns);
    REQUIRE_FALSE(MonitorColumns::fromJson("{}").has_value());
    REQUIRE_FALSE(MonitorColumns::fromJson("nothing").has_value());
    REQUIRE_FALSE(MonitorColumns{}.fit(kHeader));
}

} // namespace test_monitor_columns
