// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

namespace test_usage {
using kairos::tests::CliBench;

namespace {

QStringList words(const char* line) {
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The commands that the program's own help lists.
QStringList listedCommands(const CliBench& bench) {
    static const QRegularExpression kLine(QStringLiteral("^  ([a-z]+)  +\\S.*$"),
                                          QRegularExpression::MultilineOption);
    QStringList commands;
    auto matches = kLine.globalMatch(QString::fromUtf8(bench.run({QStringLiteral("--help")}).out));
    while (matches.hasNext()) {
        commands.append(matches.next().captured(1));
    }
    return commands;
}

} // namespace

TEST_CASE("kairos-cli says its version", "[cli][usage]") {
    const auto run = CliBench().run({QStringLiteral("--version")});
    REQUIRE(run.exit == 0);
    REQUIRE(run.out == "kairos-cli " KAIROS_VERSION "\n");
    REQUIRE(run.error.isEmpty());
}

TEST_CASE("Every command that the help lists exists and has help of its own", "[cli][usage]") {
    const CliBench bench;
    const QStringList commands = listedCommands(bench);
    for (const char* promised :
         {"create", "demo", "info", "patients", "sessions", "documents", "sheets", "ledger", "ratings",
          "trend", "import", "score", "instruments", "protocols", "dose", "plan", "verify"}) {
        REQUIRE(commands.contains(QString::fromLatin1(promised)));
    }
    for (const QString& command : commands) {
        const auto run = bench.run({command, QStringLiteral("--help")});
        REQUIRE(run.exit == 0);
        REQUIRE(run.error.isEmpty());
        REQUIRE(run.out.contains("usage: kairos-cli " + command.toUtf8()));
    }
}

TEST_CASE("A command line that cannot be is refused with one line and exit 2", "[cli][usage]") {
    const CliBench bench;
    for (const char* line : {"",
                             "frobnicate",
                             "--frobnicate",
                             "info",
                             "info a.kairos",
                             "info a.kairos --passphrase-file",
                             "info a.kairos b.kairos --passphrase-file f",
                             "info a.kairos --passphrase-file f --passphrase-file f",
                             "info a.kairos --passphrase-file f --frobnicate",
                             "verify a.kairos --passphrase-file f --deep=yes",
                             "sessions a.kairos --passphrase-file f",
                             "sheets a.kairos --passphrase-file f",
                             "trend a.kairos --passphrase-file f --patient x",
                             "import a.kairos --passphrase-file f",
                             "create a.kairos --passphrase-file f --practice x",
                             "score",
                             "score phq-9",
                             "score phq-99 --total 3",
                             "score phq-9 --items 1,2,3",
                             "score phq-9 --items 2,2,1,4,1,2,2,0,1",
                             "score phq-9 --items 2,2,,1,1,2,2,0,1",
                             "score phq-9 --items 2,2,y,1,1,2,2,0,1",
                             "score phq-9 --total 28",
                             "score phq-9 --total many",
                             "score phq-9 --total nan",
                             "score audit-c --items 1,1,1 --sex x",
                             "dose",
                             "dose --mg 35",
                             "dose --mg-per-kg 0.5 --mg 40 --weight-kg 80",
                             "dose --mg-per-kg 0.5 --weight-kg 0",
                             "dose --mg-per-kg 0.5 --weight-kg -80",
                             "dose --mg-per-kg 0.5 --weight-kg 80,5",
                             "dose --mg-per-kg 0.5 --weight-kg 301",
                             "dose --mg-per-kg 0.5 --weight-kg 80 --route in",
                             "dose --mg-per-kg 0.5 --weight-kg 80 --bag-rule fill",
                             "dose --esketamine-mg 50",
                             "dose --esketamine-mg 56 --weight-kg 80",
                             "plan iv-nothing --start 2026-03-02",
                             "plan iv-elektd",
                             "plan iv-elektd --start 2026-02-30",
                             "plan iv-elektd --start 02.03.2026",
                             "plan iv-elektd --start 2026-03-02 --closed someday",
                             "plan iv-elektd --start 2026-03-02 --holiday soon",
                             "plan iv-elektd --start 2026-03-02 --zone Mars/Olympus"}) {
        CAPTURE(line);
        const auto run = bench.run(words(line));
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
        const auto json = bench.run(words(line) + QStringList{QStringLiteral("--json")});
        REQUIRE(json.exit == 2);
        REQUIRE(json.isOneLineError());
    }
}

TEST_CASE("A value may follow its option after an equals sign", "[cli][usage]") {
    const CliBench bench;
    const auto run = bench.runJson(words("score phq-9 --total=12"));
    REQUIRE(run.exit == 0);
    REQUIRE(run.json().value(QLatin1String("total")).toInt() == 12);
}

TEST_CASE("An error stays one line whatever the command line holds", "[cli][usage]") {
    const CliBench bench;
    const auto run =
        bench.run({QStringLiteral("info"), QStringLiteral("a\nb.kairos"), QStringLiteral("--passphrase-file"),
                   bench.write(QStringLiteral("pw"), "four plain wooden chairs\n")});
    REQUIRE(run.exit == 2);
    REQUIRE(run.isOneLineError());
}

} // namespace test_usage
