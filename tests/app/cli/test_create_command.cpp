// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/security/key_file.h"
#include "core/security/recovery_code.h"

#include <QFile>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

namespace test_create_command {
using namespace kairos;
using support::required;
using tests::CliBench;

namespace {

QStringList createArguments(const QString& file, const QString& passphraseFile) {
    return {QStringLiteral("create"),
            file,
            QStringLiteral("--passphrase-file"),
            passphraseFile,
            QStringLiteral("--practice"),
            QStringLiteral("Alder House"),
            QStringLiteral("--clinician"),
            QStringLiteral("Ruth Adeyemi"),
            QStringLiteral("--zone"),
            QStringLiteral("Europe/Oslo")};
}

} // namespace

TEST_CASE("create makes a practice at the full key cost and shows its recovery code once", "[cli][create]") {
    const CliBench bench;
    const QString file = bench.path(QStringLiteral("new.kairos"));
    const QByteArray passphrase = "four plain wooden chairs";
    const auto run = bench.run(createArguments(file, QStringLiteral("-")), passphrase + '\n');
    REQUIRE(run.exit == 0);
    REQUIRE(run.error.isEmpty());
    const QString code = QString::fromUtf8(run.out.trimmed().split('\n').last());
    REQUIRE(code.split(QLatin1Char('-')).size() == security::kRecoveryGroups);
    REQUIRE(run.out.count(code.toUtf8()) == 1);

    QFile keyFile(file + QStringLiteral(".key"));
    REQUIRE(keyFile.open(QIODevice::ReadOnly));
    const auto key = required(security::KeyFile::fromJson(keyFile.readAll()));
    REQUIRE(key.cost == security::KeyCost::full());

    // The first clinician holds every role and signs in with the passphrase.
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(1);
    const workflow::Catalog catalog;
    const workflow::Environment environment{
        .clock = clock, .random = random, .catalog = catalog, .seenHeadsPath = {}};
    auto opened = required(workflow::OpenPractice::openWithRecoveryCode(file, code, environment));
    const auto clinicians = required(opened->clinicians());
    REQUIRE(clinicians.size() == 1);
    REQUIRE(clinicians.first().name == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(clinicians.first().roles.size() == 4);
    REQUIRE(opened->signIn(clinicians.first().id, QString::fromUtf8(passphrase)).has_value());
    REQUIRE(opened->practice().zone == QStringLiteral("Europe/Oslo"));
    REQUIRE_FALSE(opened->practice().synthetic);
}

TEST_CASE("create --json holds the recovery code, and the clinician may have another password",
          "[cli][create]") {
    const CliBench bench;
    const QString file = bench.path(QStringLiteral("new.kairos"));
    const QString passphrase = bench.write(QStringLiteral("passphrase"), "four plain wooden chairs\r\n");
    const QString password = bench.write(QStringLiteral("password"), "rain on a tin roof\nsecond line\n");
    const auto run = bench.runJson(createArguments(file, passphrase) +
                                   QStringList{QStringLiteral("--password-file"), password});
    REQUIRE(run.exit == 0);
    REQUIRE(run.error.isEmpty());
    const auto json = run.json();
    REQUIRE(json.value(QLatin1String("recovery_code")).toString().size() == 13 * 6 - 1);
    REQUIRE(json.value(QLatin1String("name")).toString() == QStringLiteral("Alder House"));

    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(1);
    const workflow::Catalog catalog;
    const workflow::Environment environment{
        .clock = clock, .random = random, .catalog = catalog, .seenHeadsPath = {}};
    auto opened =
        required(workflow::OpenPractice::open(file, QStringLiteral("four plain wooden chairs"), environment));
    const auto id = required(opened->clinicians()).first().id;
    REQUIRE(opened->signIn(id, QStringLiteral("rain on a tin roof")).has_value());
}

TEST_CASE("create leaves nothing behind when it cannot be", "[cli][create]") {
    const CliBench bench;
    const QString file = bench.path(QStringLiteral("new.kairos"));
    const QString good = bench.write(QStringLiteral("good"), "four plain wooden chairs\n");
    const auto requireRefused = [&](const QStringList& arguments) {
        const auto run = bench.run(arguments);
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
        REQUIRE_FALSE(QFileInfo::exists(file));
        REQUIRE_FALSE(QFileInfo::exists(file + QStringLiteral(".key")));
    };
    requireRefused(createArguments(file, bench.write(QStringLiteral("weak"), "a\n")));
    requireRefused(createArguments(file, bench.write(QStringLiteral("empty"), "\n")));
    requireRefused(createArguments(file, bench.write(QStringLiteral("latin1"), "f\xF8rti to stoler\n")));
    requireRefused(createArguments(file, bench.path(QStringLiteral("nowhere"))));
    auto zone = createArguments(file, good);
    zone.last() = QStringLiteral("Europe/Nowhere");
    requireRefused(zone);
    auto name = createArguments(file, good);
    name[5] = QStringLiteral(" ");
    requireRefused(name);
    requireRefused(createArguments(file, QStringLiteral("-")) +
                   QStringList{QStringLiteral("--password-file"), QStringLiteral("-")});
}

} // namespace test_create_command
