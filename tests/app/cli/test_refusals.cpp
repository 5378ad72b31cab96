// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/storage/connection.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_refusals {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using tests::CliRun;
using tests::PracticeBench;

namespace {

/// Every command that opens a practice.
QList<QStringList> practiceCommands() {
    const QStringList patient{QStringLiteral("--patient"), QStringLiteral("AH-0412")};
    return {{QStringLiteral("info")},
            {QStringLiteral("patients")},
            QStringList{QStringLiteral("sessions")} + patient,
            QStringList{QStringLiteral("sheets")} + patient,
            QStringList{QStringLiteral("ratings")} + patient,
            QStringList{QStringLiteral("trend")} + patient +
                QStringList{QStringLiteral("--instrument"), QStringLiteral("phq-9")},
            {QStringLiteral("import"), QStringLiteral("--csv"),
             tests::CliBench::data(QStringLiteral("totals.csv"))},
            {QStringLiteral("verify"), QStringLiteral("--deep")}};
}

void requireExit(const CliRun& run, int exit) {
    CAPTURE(run.error.toStdString());
    REQUIRE(run.exit == exit);
    REQUIRE(run.isOneLineError());
}

void overwrite(const QString& path, qint64 from, const QByteArray& bytes) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(from));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Changes the closed practice through the engine itself.
void changeDatabase(PracticeBench& practice, const char* sql) {
    practice.fixture().reopen();
    const auto key = practice.fixture().practice().file().key().clone();
    practice.fixture().close();
    storage::Connection connection(practice.file(), storage::OpenMode::Write, &key);
    connection.execute(sql);
}

} // namespace

TEST_CASE("A wrong passphrase ends every practice command with exit 3", "[cli][refusals]") {
    const PracticeBench practice;
    const QString wrong = practice.bench().write(QStringLiteral("wrong"), "four plain wooden tables\n");
    for (const QStringList& command : practiceCommands()) {
        const QStringList arguments =
            QStringList{command.first(), practice.file(), QStringLiteral("--passphrase-file"), wrong} +
            command.mid(1);
        requireExit(practice.bench().run(arguments), 3);
        requireExit(practice.bench().runJson(arguments), 3);
    }
}

TEST_CASE("A file that is not there is a usage error", "[cli][refusals]") {
    const PracticeBench practice;
    requireExit(
        practice.bench().run({QStringLiteral("info"), practice.bench().path(QStringLiteral("no.kairos")),
                              QStringLiteral("--passphrase-file"), practice.passphraseFile()}),
        2);
}

TEST_CASE("A foreign file ends with exit 4", "[cli][refusals]") {
    const PracticeBench practice;
    for (const qsizetype size : {qsizetype{100}, qsizetype{40'000}}) {
        const QString foreign =
            practice.bench().write(QStringLiteral("foreign.kairos"), QByteArray(size, 'x'));
        requireExit(practice.bench().run({QStringLiteral("info"), foreign,
                                          QStringLiteral("--passphrase-file"), practice.passphraseFile()}),
                    4);
    }
}

TEST_CASE("A practice whose first page is damaged ends every command with exit 4", "[cli][refusals]") {
    const PracticeBench practice;
    overwrite(practice.file(), 1024, QByteArray(512, '\x5A'));
    for (const QStringList& command : practiceCommands()) {
        requireExit(practice.run(command.first(), command.mid(1)), 4);
    }
}

TEST_CASE("A damaged key file ends with exit 4", "[cli][refusals]") {
    const PracticeBench practice;
    overwrite(practice.file() + QStringLiteral(".key"), 0, QByteArray("not json"));
    requireExit(practice.run(QStringLiteral("info")), 4);
}

TEST_CASE("A newer schema is refused with exit 5 and nothing is changed", "[cli][refusals]") {
    PracticeBench practice;
    changeDatabase(practice, "PRAGMA user_version = 9999");
    const auto run = practice.run(QStringLiteral("info"));
    requireExit(run, 5);
    REQUIRE(run.error.contains("newer"));
}

TEST_CASE("An existing practice is not created again: exit 5", "[cli][refusals]") {
    const PracticeBench practice;
    const auto size = QFileInfo(practice.file()).size();
    requireExit(practice.run(QStringLiteral("create"),
                             {QStringLiteral("--practice"), QStringLiteral("Alder House"),
                              QStringLiteral("--clinician"), QStringLiteral("Ruth Adeyemi")}),
                5);
    REQUIRE(QFileInfo(practice.file()).size() == size);
}

TEST_CASE("A practice that another Kairos has open is refused with exit 5", "[cli][refusals]") {
    PracticeBench practice;
    practice.fixture().reopen();
    requireExit(practice.run(QStringLiteral("info")), 5);
    practice.fixture().close();
    REQUIRE(practice.run(QStringLiteral("info")).exit == 0);
}

TEST_CASE("An old copy put back is refused with exit 5", "[cli][refusals]") {
    const PracticeBench practice;
    const QString kept = practice.bench().path(QStringLiteral("kept.kairos"));
    REQUIRE(QFile::copy(practice.file(), kept));
    REQUIRE(practice
                .run(QStringLiteral("import"),
                     {QStringLiteral("--csv"), tests::CliBench::data(QStringLiteral("totals.csv"))})
                .exit == 0);
    REQUIRE(QFile::remove(practice.file()));
    REQUIRE(QFile::copy(kept, practice.file()));
    const auto run = practice.run(QStringLiteral("info"));
    requireExit(run, 5);
    REQUIRE(run.error.contains("older"));
}

TEST_CASE("A changed journal entry is found: exit 1, and the finding names it", "[cli][verify]") {
    PracticeBench practice;
    changeDatabase(practice, "UPDATE journal SET reason = 'changed by hand' WHERE count = 2");
    const auto run = practice.runJson(QStringLiteral("verify"));
    REQUIRE(run.exit == 1);
    REQUIRE(run.error.isEmpty());
    REQUIRE_FALSE(run.json().value(QLatin1String("ok")).toBool());
    const auto findings = run.json().value(QLatin1String("findings")).toArray();
    REQUIRE(findings.size() >= 1);
    const auto finding = findings.first().toObject();
    REQUIRE(finding.value(QLatin1String("level")).toString() == QStringLiteral("stop"));
    REQUIRE(finding.value(QLatin1String("rule")).toString() == QStringLiteral("verify.edited"));
    REQUIRE(finding.value(QLatin1String("text")).toString().contains(QLatin1Char('2')));
    REQUIRE_FALSE(finding.value(QLatin1String("source")).toString().isEmpty());
    const auto text = practice.run(QStringLiteral("verify"));
    REQUIRE(text.exit == 1);
    REQUIRE(text.out.contains("stop: "));
    REQUIRE(practice.run(QStringLiteral("info")).exit == 1);
}

TEST_CASE("A row that does not follow from the journal is found in depth", "[cli][verify]") {
    PracticeBench practice([](OpenPracticeFixture& fixture) { (void)fixture.addElena(); });
    changeDatabase(practice, "UPDATE patient SET state = 5");
    const auto run = practice.runJson(QStringLiteral("verify"), {QStringLiteral("--deep")});
    REQUIRE(run.exit == 1);
    const auto findings = run.json().value(QLatin1String("findings")).toArray();
    REQUIRE(findings.first().toObject().value(QLatin1String("rule")).toString() ==
            QStringLiteral("verify.table-differs"));
}

} // namespace test_refusals
