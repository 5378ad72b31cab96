// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "tests/support/private_wall.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_wall {
using namespace kairos;
using support::hasMarker;
using support::kMarker;
using tests::CliRun;
using tests::PracticeBench;

namespace {

/// Elena Marsh with private notes, and every command that reads her practice.
struct Walled {
    std::unique_ptr<support::WalledCourse> course;
    PracticeBench alder{[this](support::OpenPracticeFixture& fixture) {
        course = std::make_unique<support::WalledCourse>(fixture);
    }};

    QList<std::pair<QString, QStringList>> commands() const {
        const QStringList elena{QStringLiteral("--patient"), course->elena.toString()};
        return {{QStringLiteral("info"), {}},
                {QStringLiteral("patients"), {}},
                {QStringLiteral("patients"), {QStringLiteral("--find"), kMarker}},
                {QStringLiteral("search"), {kMarker}},
                {QStringLiteral("search"), {QStringLiteral("garden")}},
                {QStringLiteral("search"), {kMarker, QStringLiteral("--rebuild")}},
                {QStringLiteral("sessions"), elena},
                {QStringLiteral("documents"), elena},
                {QStringLiteral("sheets"), elena},
                {QStringLiteral("ratings"), elena},
                {QStringLiteral("trend"),
                 elena + QStringList{QStringLiteral("--instrument"), QStringLiteral("phq-9")}},
                {QStringLiteral("ledger"), {}},
                {QStringLiteral("adverse"), {}},
                {QStringLiteral("verify"), {}},
                {QStringLiteral("verify"), {QStringLiteral("--deep")}}};
    }
};

} // namespace

TEST_CASE("No command tells of a private note, in text, JSON or an error", "[cli][private][wall]") {
    const Walled desk;
    for (const auto& [command, rest] : desk.commands()) {
        for (const CliRun& run : {desk.alder.run(command, rest), desk.alder.runJson(command, rest)}) {
            INFO(command.toStdString() << " " << run.error.toStdString());
            REQUIRE(run.exit <= 1);
            // A search says again what was looked for.
            const bool isEcho = rest.contains(kMarker);
            REQUIRE((isEcho || !hasMarker(run.out + run.error)));
            REQUIRE((!isEcho || !run.out.contains("To tell")));
            REQUIRE(!run.out.contains("rivate"));
        }
    }
    REQUIRE(desk.alder.runJson(QStringLiteral("search"), {kMarker}).out.count("\"passage\"") == 0);
    REQUIRE(desk.alder.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

TEST_CASE("Verify names a sealed row that was altered, without its words", "[cli][private][wall]") {
    Walled desk;
    desk.alder.fixture().reopen();
    const auto key = desk.alder.fixture().practice().file().key().clone();
    desk.alder.fixture().close();
    storage::Connection(desk.alder.file(), storage::OpenMode::Write, &key)
        .execute("UPDATE private_note SET sealed = randomblob(80) WHERE version = 2");
    const auto run = desk.alder.run(QStringLiteral("verify"));
    REQUIRE(run.exit == 1);
    REQUIRE(run.out.contains(desk.course->amended.toString().toUtf8()));
    REQUIRE(run.out.contains("not the one that was sealed"));
    REQUIRE(!hasMarker(run.out + run.error));
}

} // namespace test_private_wall
