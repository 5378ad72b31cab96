// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace test_demo_command {
using namespace kairos;
using tests::CliBench;
using tests::CliRun;

namespace {

/// Runs a practice command on a file of the bench.
CliRun practice(const CliBench& bench, const QString& command, const QString& file,
                const QStringList& rest = {}) {
    const QString passphrase = bench.write(QStringLiteral("passphrase"), "four plain wooden chairs\n");
    return bench.runJson(
        QStringList{command, bench.path(file), QStringLiteral("--passphrase-file"), passphrase} + rest);
}

QJsonObject infoOf(const CliBench& bench, const QString& file) {
    const auto run = practice(bench, QStringLiteral("info"), file);
    REQUIRE(run.exit == 0);
    return run.json();
}

QString headOf(const QJsonObject& info) {
    return info.value(QLatin1String("journal")).toObject().value(QLatin1String("head")).toString();
}

} // namespace

TEST_CASE("demo makes the same synthetic practice for the same seed and week", "[cli][demo]") {
    const CliBench bench;
    const QStringList wanted{QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--as-of"),
                             QStringLiteral("2026-11-04")};
    const QString first = QStringLiteral("first.kairos");
    const QString second = QStringLiteral("second.kairos");
    REQUIRE(practice(bench, QStringLiteral("demo"), first, wanted).exit == 0);
    REQUIRE(practice(bench, QStringLiteral("demo"), second, wanted).exit == 0);
    const auto info = infoOf(bench, first);
    REQUIRE(info.value(QLatin1String("synthetic")).toBool());
    REQUIRE(headOf(info).size() == 64);
    REQUIRE(headOf(info) == headOf(infoOf(bench, second)));
    REQUIRE(practice(bench, QStringLiteral("verify"), first, {QStringLiteral("--deep")}).exit == 0);

    const auto patients =
        practice(bench, QStringLiteral("patients"), first).json().value(QLatin1String("patients")).toArray();
    REQUIRE(patients.size() >= 13);
    bool hasSessions = false;
    bool hasRatings = false;
    for (const QJsonValue& value : patients) {
        const QStringList patient{QStringLiteral("--patient"),
                                  value.toObject().value(QLatin1String("id")).toString()};
        const auto sessions = practice(bench, QStringLiteral("sessions"), first, patient);
        const auto ratings = practice(bench, QStringLiteral("ratings"), first, patient);
        REQUIRE(sessions.exit == 0);
        REQUIRE(ratings.exit == 0);
        hasSessions = hasSessions || !sessions.json().value(QLatin1String("sessions")).toArray().isEmpty();
        hasRatings = hasRatings || !ratings.json().value(QLatin1String("ratings")).toArray().isEmpty();
        if (hasSessions && hasRatings) {
            break;
        }
    }
    REQUIRE(hasSessions);
    REQUIRE(hasRatings);
}

TEST_CASE("demo refuses what cannot be and leaves nothing behind", "[cli][demo]") {
    const CliBench bench;
    const QString file = QStringLiteral("demo.kairos");
    for (const auto& [option, value] :
         QList<std::pair<QString, QString>>{{QStringLiteral("--patients"), QStringLiteral("many")},
                                            {QStringLiteral("--patients"), QStringLiteral("-1")},
                                            {QStringLiteral("--patients"), QStringLiteral("100001")},
                                            {QStringLiteral("--seed"), QStringLiteral("x")},
                                            {QStringLiteral("--as-of"), QStringLiteral("2026-11-02 or so")},
                                            {QStringLiteral("--as-of"), QStringLiteral("2026-02-30")}}) {
        const auto run = practice(bench, QStringLiteral("demo"), file, {option, value});
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
        REQUIRE_FALSE(QFileInfo::exists(bench.path(file)));
    }
    bench.write(file, "already here");
    const auto run = practice(bench, QStringLiteral("demo"), file);
    REQUIRE(run.exit == 5);
    REQUIRE(run.isOneLineError());
}

} // namespace test_demo_command
