// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_import_command {
using namespace kairos;
using tests::CliBench;
using tests::CliRun;
using tests::PracticeBench;

namespace {

QStringList csv(const QString& file) {
    return {QStringLiteral("--csv"), file};
}

qint64 count(const CliRun& run, const char* key) {
    const auto json = run.json();
    REQUIRE(json.contains(QLatin1String(key)));
    return json.value(QLatin1String(key)).toInteger(-1);
}

void requireCounts(const CliRun& run, const QList<qint64>& expected) {
    CAPTURE(run.out.toStdString(), run.error.toStdString());
    const QList<qint64> found{count(run, "accepted"), count(run, "rejected"), count(run, "unchanged"),
                              count(run, "patients_new"), count(run, "patients_matched")};
    REQUIRE(found == expected);
}

CliRun importFile(const PracticeBench& practice, const QString& file) {
    return practice.runJson(QStringLiteral("import"), csv(file));
}

} // namespace

TEST_CASE("import takes totals in and finds them again", "[cli][import]") {
    const PracticeBench practice;
    const QString file = CliBench::data(QStringLiteral("totals.csv"));
    const auto first = importFile(practice, file);
    REQUIRE(first.exit == 0);
    REQUIRE(first.error.isEmpty());
    requireCounts(first, {5, 0, 0, 2, 0});
    const auto again = importFile(practice, file);
    REQUIRE(again.exit == 0);
    requireCounts(again, {0, 0, 5, 0, 2});
    const auto text = practice.run(QStringLiteral("import"), csv(file));
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.contains("unchanged"));
    const auto patients = practice.run(QStringLiteral("patients"));
    REQUIRE(patients.out.contains("Tom Field"));
    REQUIRE(practice.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

TEST_CASE("import takes answers in, scores them and opens the risk lane", "[cli][import]") {
    const PracticeBench practice;
    const auto run = importFile(practice, CliBench::data(QStringLiteral("items.csv")));
    REQUIRE(run.exit == 0);
    requireCounts(run, {3, 0, 0, 2, 0});
    REQUIRE(count(run, "risk_items") == 1);
    const auto ratings =
        practice.runJson(QStringLiteral("ratings"), {QStringLiteral("--patient"), QStringLiteral("K-0001")})
            .json()
            .value(QLatin1String("ratings"))
            .toArray();
    REQUIRE(ratings.size() == 2);
    REQUIRE(ratings.first().toObject().value(QLatin1String("total")).toInt() == 21);
    REQUIRE(ratings.last().toObject().value(QLatin1String("total")).toInt() == 11);
    const auto tom =
        practice.runJson(QStringLiteral("ratings"), {QStringLiteral("--patient"), QStringLiteral("K-0002")})
            .json()
            .value(QLatin1String("ratings"))
            .toArray();
    REQUIRE(tom.first().toObject().value(QLatin1String("total")).isNull());
}

TEST_CASE("Every bad row is reported with line and reason, and the good ones land", "[cli][import]") {
    const PracticeBench practice;
    const QString out = practice.bench().path(QStringLiteral("rejects.csv"));
    const auto run =
        practice.runJson(QStringLiteral("import"), csv(CliBench::data(QStringLiteral("mixed.csv"))) +
                                                       QStringList{QStringLiteral("--rejects"), out});
    REQUIRE(run.exit == 1);
    REQUIRE(run.error.isEmpty());
    requireCounts(run, {2, 8, 0, 1, 0});
    QFile rejects(out);
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    const QByteArray table = rejects.readAll();
    REQUIRE(table.startsWith("line,reason,mrn,name,birth_date,instrument,at,total"));
    qint64 line = 3;
    for (const QJsonValue& value : run.json().value(QLatin1String("rejects")).toArray()) {
        REQUIRE(value.toObject().value(QLatin1String("line")).toInteger() == line);
        REQUIRE_FALSE(value.toObject().value(QLatin1String("reason")).toString().isEmpty());
        REQUIRE(table.contains('\n' + QByteArray::number(line) + ','));
        ++line;
    }
    REQUIRE(line == 11);
    const auto text =
        practice.run(QStringLiteral("import"), csv(CliBench::data(QStringLiteral("mixed.csv"))));
    REQUIRE(text.exit == 1);
    REQUIRE(text.out.contains("line 7: "));
}

TEST_CASE("A mended list of rejected rows can be imported as it is", "[cli][import]") {
    const PracticeBench practice;
    const QString out = practice.bench().path(QStringLiteral("rejects.csv"));
    const QString bad =
        practice.bench().write(QStringLiteral("bad.csv"), "mrn,name,birth_date,instrument,at,total\n"
                                                          "K-0001,Elena Marsh,,phq-9,2026-03-02,210\n");
    REQUIRE(practice.run(QStringLiteral("import"), csv(bad) + QStringList{QStringLiteral("--rejects"), out})
                .exit == 1);
    QFile rejects(out);
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    const QByteArray mended = rejects.readAll().replace(",210", ",21");
    const auto run = importFile(practice, practice.bench().write(QStringLiteral("mended.csv"), mended));
    REQUIRE(run.exit == 0);
    requireCounts(run, {1, 0, 0, 1, 0});
}

TEST_CASE("A list of rejected rows is written even when there are none", "[cli][import]") {
    const PracticeBench practice;
    const QString out = practice.bench().write(QStringLiteral("rejects.csv"), "from last week\n");
    REQUIRE(practice
                .run(QStringLiteral("import"), csv(CliBench::data(QStringLiteral("totals.csv"))) +
                                                   QStringList{QStringLiteral("--rejects"), out})
                .exit == 0);
    QFile rejects(out);
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    REQUIRE(rejects.readAll().trimmed() == "line,reason,mrn,name,birth_date,instrument,at,total");
}

TEST_CASE("A file that cannot be read as a table takes nothing in", "[cli][import]") {
    const PracticeBench practice;
    const auto& bench = practice.bench();
    for (const QString& file :
         {CliBench::data(QStringLiteral("latin1.csv")), bench.path(QStringLiteral("nowhere.csv")),
          bench.write(QStringLiteral("empty.csv"), ""),
          bench.write(QStringLiteral("other.csv"), "a,b\n1,2\n"),
          bench.write(QStringLiteral("nul.csv"), QByteArray("mrn,name\0,x\n", 12))}) {
        CAPTURE(file.toStdString());
        const auto run = practice.run(QStringLiteral("import"), csv(file));
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
    }
    REQUIRE(practice.runJson(QStringLiteral("info"))
                .json()
                .value(QLatin1String("counts"))
                .toObject()
                .value(QLatin1String("patients"))
                .toInt(-1) == 0);
}

TEST_CASE("Nothing is taken in when the rejected rows could not be written", "[cli][import]") {
    const PracticeBench practice;
    const auto run =
        practice.run(QStringLiteral("import"),
                     csv(CliBench::data(QStringLiteral("totals.csv"))) +
                         QStringList{QStringLiteral("--rejects"),
                                     practice.bench().path(QStringLiteral("no/such/folder/rejects.csv"))});
    REQUIRE(run.exit == 5);
    REQUIRE(run.isOneLineError());
    REQUIRE(practice.run(QStringLiteral("patients")).out == "0 patients\n");
}

TEST_CASE("The import acts in the program's name", "[cli][import]") {
    PracticeBench practice;
    REQUIRE(importFile(practice, CliBench::data(QStringLiteral("totals.csv"))).exit == 0);
    practice.fixture().reopen();
    auto& file = practice.fixture().practice().file();
    const auto id = support::required(file.search().byMrn(QStringLiteral("K-0001")));
    const auto history = support::required(file.historyOf(id->uuid, *id));
    REQUIRE(history.first().actor.name.startsWith(QStringLiteral("kairos-cli, ")));
    REQUIRE_FALSE(history.first().actor.clinician.has_value());
}

TEST_CASE("import takes every row of the public score files", "[cli][import][shared]") {
    const QString trial = QStringLiteral(KAIROS_SHARED_DATA "/scores/antidepressant_trial_hamd17.csv");
    const QString blues = QStringLiteral(KAIROS_SHARED_DATA "/scores/beat_the_blues_bdi2.csv");
    if (!QFileInfo::exists(trial) || !QFileInfo::exists(blues)) {
        SKIP("the folder shared/data/scores is not there");
    }
    const PracticeBench practice;
    const auto first = importFile(practice, trial);
    REQUIRE(first.exit == 0);
    requireCounts(first, {780, 0, 0, 172, 0});
    const auto second = importFile(practice, blues);
    REQUIRE(second.exit == 0);
    requireCounts(second, {380, 0, 0, 100, 0});
    requireCounts(importFile(practice, trial), {0, 0, 780, 0, 172});
}

} // namespace test_import_command
