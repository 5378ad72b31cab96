// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_plan_command {
using kairos::tests::CliBench;

namespace {

QStringList words(const char* line) {
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject planOf(const char* line, int exit = 0) {
    const auto run = CliBench().runJson(words(line));
    INFO(line);
    REQUIRE(run.exit == exit);
    REQUIRE(run.error.isEmpty());
    return run.json();
}

QJsonObject entryOf(const QJsonObject& json, const char* list, const char* key, const char* value) {
    const QJsonArray entries = json.value(QLatin1String(list)).toArray();
    for (const QJsonValue& entry : entries) {
        if (entry.toObject().value(QLatin1String(key)).toString() == QLatin1String(value)) {
            return entry.toObject();
        }
    }
    return {};
}

QString targetOf(const QJsonObject& plan, const char* step) {
    return entryOf(plan, "steps", "id", step).value(QLatin1String("target")).toString();
}

/// A copy of a shipped protocol under another id, written beside the tests' own files.
QByteArray ownProtocol(const char* id, const char* version) {
    QFile file(QStringLiteral(KAIROS_PROTOCOLS) + QStringLiteral("/iv-elektd.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    json.replace("\"id\": \"iv-elektd\"", QByteArray("\"id\": \"") + id + "\"");
    json.replace("\"version\": \"1.0\"", QByteArray("\"version\": \"") + version + "\"");
    return json;
}

void write(const QTemporaryDir& folder, const char* name, const QByteArray& content) {
    QFile file(folder.filePath(QString::fromLatin1(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TEST_CASE("plan keeps off the days on which patient or clinician cannot come", "[cli][plan]") {
    const auto plan = planOf("plan iv-elektd --start 2026-03-02 --closed sat,sun --unavailable 2026-03-05 "
                             "--clinician-away 2026-03-06 --zone UTC");
    REQUIRE(targetOf(plan, "dose-2") == QStringLiteral("2026-03-04"));
}

TEST_CASE("plan says what would give an undated step its day", "[cli][plan]") {
    const auto plan = planOf("plan iv-elektd --start 2026-03-02 --closed sat,sun --holiday 2026-03-04 "
                             "--holiday 2026-03-05 --unavailable 2026-03-06 --zone UTC");
    const auto finding = entryOf(plan, "findings", "step", "dose-2");
    REQUIRE(finding.value(QLatin1String("rule")).toString() == QStringLiteral("plan.no-date"));
    const QJsonObject patient = entryOf(finding, "loosen", "rule", "patient");
    REQUIRE(patient.value(QLatin1String("day")).toString() == QStringLiteral("2026-03-06"));
    REQUIRE_FALSE(patient.value(QLatin1String("text")).toString().isEmpty());
}

TEST_CASE("plan tries a move and tells what follows", "[cli][plan]") {
    const auto plan =
        planOf("plan iv-elektd --start 2026-03-02 --closed sat,sun --move dose-2=2026-03-06 --zone UTC");
    REQUIRE(targetOf(plan, "dose-2") == QStringLiteral("2026-03-06"));
    const auto change = entryOf(plan, "changes", "step", "dose-4");
    REQUIRE(change.value(QLatin1String("from")).toString() == QStringLiteral("2026-03-12"));
    REQUIRE(change.value(QLatin1String("to")).toString() == QStringLiteral("2026-03-13"));
    REQUIRE_FALSE(change.value(QLatin1String("why")).toString().isEmpty());
    const auto broken =
        planOf("plan iv-elektd --start 2026-03-02 --closed sat,sun --move dose-2=2026-03-03 --zone UTC", 1);
    const auto finding = entryOf(broken, "findings", "rule", "plan.gap-short");
    REQUIRE(finding.value(QLatin1String("level")).toString() == QStringLiteral("stop"));
}

TEST_CASE("plan without a move changes nothing", "[cli][plan]") {
    const auto plan = planOf("plan iv-elektd --start 2026-03-02 --zone UTC");
    REQUIRE(plan.value(QLatin1String("changes")).isArray());
    REQUIRE(plan.value(QLatin1String("changes")).toArray().isEmpty());
}

TEST_CASE("plan holds the patient's age and the clinic's limits against the protocol", "[cli][plan]") {
    const auto age = planOf("plan iv-elektd --start 2026-03-02 --born 2010-01-01 --zone UTC");
    REQUIRE_FALSE(entryOf(age, "findings", "rule", "plan.age").isEmpty());
    const auto unborn = planOf("plan iv-elektd --start 2026-03-02 --born 2026-03-03 --zone UTC", 1);
    REQUIRE_FALSE(entryOf(unborn, "findings", "rule", "plan.birth-date").isEmpty());
    const auto oral = planOf("plan po-titration --start 2026-03-02 --zone UTC", 1);
    REQUIRE_FALSE(entryOf(oral, "findings", "rule", "plan.route-limit").isEmpty());
}

TEST_CASE("plan moves a start in the past to the day that is named", "[cli][plan]") {
    const auto plan = planOf("plan iv-elektd --start 2026-03-02 --not-before 2026-05-04 --zone UTC");
    REQUIRE(targetOf(plan, "dose-1") == QStringLiteral("2026-05-04"));
    REQUIRE_FALSE(entryOf(plan, "findings", "rule", "plan.start-moved").isEmpty());
}

TEST_CASE("plan answers absurd input with one line or a finding", "[cli][plan][bad]") {
    const CliBench bench;
    for (const char* line : {"plan iv-elektd --start 2026-03-02 --unavailable soon",
                             "plan iv-elektd --start 2026-03-02 --born 31.12.1980",
                             "plan iv-elektd --start 2026-03-02 --move dose-2",
                             "plan iv-elektd --start 2026-03-02 --move dose-2=2026-02-30",
                             "plan iv-elektd --start 2026-03-02 --move dose-99=2026-03-05",
                             "plan iv-elektd --start 2026-03-02 --move dose-2=2999-03-05"}) {
        CAPTURE(line);
        const auto run = bench.run(words(line));
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
    }
    for (const char* start : {"0001-01-01", "9999-12-31"}) {
        const auto run =
            bench.runJson(words("plan iv-cbt --zone UTC --start") + QStringList{QString::fromLatin1(start)});
        REQUIRE(run.exit == 0);
        const auto step = entryOf(run.json(), "steps", "id", "dose-1");
        REQUIRE(step.value(QLatin1String("target")).isNull());
    }
}

TEST_CASE("plan gives esketamine its twelve doses by the end of week eight", "[cli][plan]") {
    const auto plan = planOf("plan esketamine-trd --start 2026-03-02 --zone UTC");
    REQUIRE(targetOf(plan, "dose-8") == QStringLiteral("2026-03-26"));
    REQUIRE(targetOf(plan, "dose-12") == QStringLiteral("2026-04-23"));
    REQUIRE(entryOf(plan, "steps", "id", "dose-13").isEmpty());
}

TEST_CASE("protocols tells regimen, therapy and sources of each", "[cli][protocols]") {
    const auto json = planOf("protocols");
    const auto kare = entryOf(json, "protocols", "id", "iv-kare");
    for (const char* key : {"version", "title", "note", "status", "phases", "sources", "therapies"}) {
        REQUIRE(kare.contains(QLatin1String(key)));
    }
    const auto regimen = kare.value(QLatin1String("regimen")).toObject();
    REQUIRE(regimen.value(QLatin1String("route")).toString() == QStringLiteral("iv"));
    REQUIRE(regimen.value(QLatin1String("mg_per_kg")).toDouble() == 0.8);
    REQUIRE(regimen.value(QLatin1String("mg")).isNull());
    REQUIRE(regimen.value(QLatin1String("doses")).toInt() == 3);
    REQUIRE(json.value(QLatin1String("refused")).toArray().isEmpty());
}

TEST_CASE("protocols takes in a clinic's folder and names the file it refuses", "[cli][protocols]") {
    const QTemporaryDir folder;
    write(folder, "own.json", ownProtocol("own-course", "1.0"));
    write(folder, "same.json", ownProtocol("iv-elektd", "1.0"));
    const CliBench bench;
    const auto run = bench.runJson({QStringLiteral("protocols"), QStringLiteral("--folder"), folder.path()});
    REQUIRE(run.exit == 1);
    REQUIRE_FALSE(entryOf(run.json(), "protocols", "id", "own-course").isEmpty());
    const QJsonArray refused = run.json().value(QLatin1String("refused")).toArray();
    REQUIRE(refused.size() == 1);
    REQUIRE(refused.at(0)
                .toObject()
                .value(QLatin1String("what"))
                .toString()
                .contains(QStringLiteral("same.json")));
    REQUIRE(refused.at(0)
                .toObject()
                .value(QLatin1String("why"))
                .toString()
                .startsWith(QStringLiteral("version")));
    const auto missing = bench.run(
        {QStringLiteral("protocols"), QStringLiteral("--folder"), folder.filePath(QStringLiteral("none"))});
    REQUIRE(missing.exit == 2);
    REQUIRE(missing.isOneLineError());
}

TEST_CASE("protocols and plan take in what lies beside a practice", "[cli][protocols][plan]") {
    const QTemporaryDir folder;
    const QString practice = folder.filePath(QStringLiteral("alder.kairos"));
    QFile file(practice);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(QDir(folder.path()).mkpath(QStringLiteral("alder.protocols")));
    write(folder, "alder.protocols/own.json", ownProtocol("own-course", "1.0"));
    write(folder, "alder.protocols/bad.json", "{");
    const CliBench bench;
    const auto listed = bench.runJson({QStringLiteral("protocols"), practice});
    REQUIRE(listed.exit == 1);
    const auto own = entryOf(listed.json(), "protocols", "id", "own-course");
    REQUIRE(own.value(QLatin1String("file")).toString() == QStringLiteral("own.json"));
    REQUIRE(listed.json().value(QLatin1String("refused")).toArray().size() == 1);
    const QStringList plan{QStringLiteral("plan"),    QStringLiteral("own-course"),
                           QStringLiteral("--start"), QStringLiteral("2026-03-02"),
                           QStringLiteral("--zone"),  QStringLiteral("UTC")};
    const auto planned = bench.runJson(plan + QStringList{QStringLiteral("--practice"), practice});
    REQUIRE(planned.exit == 0);
    REQUIRE(planned.json().value(QLatin1String("protocol")).toString() == QStringLiteral("own-course"));
    const QStringList asFile{QStringLiteral("plan"), QStringLiteral("own-course"), practice};
    REQUIRE(bench.runJson(asFile + plan.mid(2)).json() == planned.json());
    const QStringList asOption{QStringLiteral("protocols"), QStringLiteral("--practice"), practice};
    REQUIRE(bench.runJson(asOption).json() == listed.json());
    REQUIRE(bench.runJson(asOption).exit == 1);
    const auto twice = bench.run(asOption + QStringList{practice});
    REQUIRE(twice.exit == 2);
    REQUIRE(twice.isOneLineError());
    REQUIRE(bench.run(asFile + plan.mid(2) + QStringList{QStringLiteral("--practice"), practice}).exit == 2);
    REQUIRE(bench.run(plan).exit == 2);
    REQUIRE(bench.run({QStringLiteral("protocols"), folder.filePath(QStringLiteral("none.kairos"))}).exit ==
            2);
}

} // namespace test_plan_command
