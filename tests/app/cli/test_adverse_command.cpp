// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/record/adverse_event.h"
#include "core/workflow/writing_door.h"

#include <QFile>
#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_command {
using namespace kairos;
using namespace record;
using tests::PracticeBench;

namespace {

void fill(support::OpenPracticeFixture& fixture) {
    const auto elena = fixture.addElena();
    const auto add = [&](const QString& term, QDate day, std::optional<int> grade, Asked serious) {
        AdverseEvent event;
        event.id = fixture.practice().ids().next<AdverseEventId>();
        event.patient = elena;
        event.term = term;
        event.onset = fixture.at(day, QTime(10, 0));
        event.grade = grade;
        event.serious = serious;
        if (term == QStringLiteral("Nausea")) {
            event.resolvedAt = event.onset.plusMinutes(30);
        }
        support::required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, event, {}}}));
    };
    add(QStringLiteral("Nausea"), QDate(2026, 10, 1), 1, Asked::No);
    add(QStringLiteral("Hypertension"), QDate(2026, 10, 8), 3, Asked::Yes);
    add(QStringLiteral("Headache"), QDate(2026, 10, 9), {}, Asked::NotAsked);
}

QStringList terms(const tests::CliRun& run) {
    CAPTURE(run.out.toStdString(), run.error.toStdString());
    REQUIRE(run.exit == 0);
    QStringList found;
    for (const auto& event : run.json().value(QLatin1String("events")).toArray()) {
        found.append(event.toObject().value(QLatin1String("term")).toString());
    }
    return found;
}

} // namespace

TEST_CASE("adverse lists and narrows the events of all patients", "[cli][adverse]") {
    const PracticeBench practice{fill};
    const auto list = [&](const QStringList& options) {
        return terms(practice.runJson(QStringLiteral("adverse"), options));
    };
    REQUIRE(list({}) == QStringList{QStringLiteral("Headache"), QStringLiteral("Hypertension"),
                                    QStringLiteral("Nausea")});
    REQUIRE(list({QStringLiteral("--grade"), QStringLiteral("2")}) ==
            QStringList{QStringLiteral("Hypertension")});
    REQUIRE(list({QStringLiteral("--serious")}) == QStringList{QStringLiteral("Hypertension")});
    REQUIRE(list({QStringLiteral("--unresolved"), QStringLiteral("--from"), QStringLiteral("2026-10-09")}) ==
            QStringList{QStringLiteral("Headache")});
    REQUIRE(list({QStringLiteral("--to"), QStringLiteral("2026-10-01")}) ==
            QStringList{QStringLiteral("Nausea")});
    REQUIRE(list({QStringLiteral("--term"), QStringLiteral("HEAD")}) ==
            QStringList{QStringLiteral("Headache")});
}

TEST_CASE("adverse says the missing as null and writes CSV", "[cli][adverse]") {
    const PracticeBench practice{fill};
    const QString out = practice.bench().path(QStringLiteral("adverse.csv"));
    const auto run = practice.runJson(QStringLiteral("adverse"), {QStringLiteral("--csv"), out});
    const auto headache = run.json().value(QLatin1String("events")).toArray().first().toObject();
    REQUIRE(headache.value(QLatin1String("grade")).isNull());
    REQUIRE(headache.value(QLatin1String("serious")).isNull());
    REQUIRE(run.json().value(QLatin1String("all")).toInt() == 3);
    QFile file(out);
    REQUIRE(file.open(QIODevice::ReadOnly));
    REQUIRE(file.readAll().count('\n') == 4);
    const auto text = practice.run(QStringLiteral("adverse"));
    REQUIRE(text.out.contains("3 of 3"));
}

TEST_CASE("adverse refuses a filter that cannot be", "[cli][adverse]") {
    const PracticeBench practice{fill};
    for (const char* grade : {"0", "6", "2.5", "high"}) {
        REQUIRE(
            practice.run(QStringLiteral("adverse"), {QStringLiteral("--grade"), QLatin1String(grade)}).exit ==
            2);
    }
    REQUIRE(practice
                .run(QStringLiteral("adverse"), {QStringLiteral("--from"), QStringLiteral("2026-10-09"),
                                                 QStringLiteral("--to"), QStringLiteral("2026-10-01")})
                .exit == 2);
    const QString nowhere = practice.bench().path(QStringLiteral("no/such/folder.csv"));
    REQUIRE(practice.run(QStringLiteral("adverse"), {QStringLiteral("--csv"), nowhere}).exit == 5);
}

} // namespace test_adverse_command
