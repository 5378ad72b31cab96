// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_trend_command {
using namespace kairos;
using tests::CliBench;
using tests::PracticeBench;

namespace {

QStringList trendOf(const QString& patient, const QString& instrument) {
    return {QStringLiteral("--patient"), patient, QStringLiteral("--instrument"), instrument};
}

QJsonValue at(const QJsonObject& json, const char* key) {
    REQUIRE(json.contains(QLatin1String(key)));
    return json.value(QLatin1String(key));
}

void import(const PracticeBench& practice, const QString& file) {
    REQUIRE(practice.run(QStringLiteral("import"), {QStringLiteral("--csv"), file}).exit == 0);
}

/// The totals of each subject of a score file, in its order, read apart from the program.
QHash<QString, QList<double>> totalsOf(QFile& file) {
    QHash<QString, QList<double>> totals;
    const auto lines = file.readAll().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto cells = lines.at(i).trimmed().split(',');
        if (cells.size() == 6) {
            totals[QString::fromUtf8(cells.first())].append(cells.last().toDouble());
        }
    }
    return totals;
}

} // namespace

TEST_CASE("trend prints the course and the change in numbers", "[cli][trend]") {
    const PracticeBench practice;
    import(practice, CliBench::data(QStringLiteral("totals.csv")));
    const auto run =
        practice.runJson(QStringLiteral("trend"), trendOf(QStringLiteral("K-0001"), QStringLiteral("phq-9")));
    REQUIRE(run.exit == 0);
    REQUIRE(run.error.isEmpty());
    const auto trend = run.json();
    REQUIRE(at(trend, "instrument").toString() == QStringLiteral("phq-9"));
    const auto points = at(trend, "points").toArray();
    REQUIRE(points.size() == 3);
    for (const QJsonValue& value : points) {
        for (const char* key : {"at", "total", "band", "overlaps_dose", "pretreatment_share", "excluded"}) {
            REQUIRE(value.toObject().contains(QLatin1String(key)));
        }
    }
    REQUIRE(at(points.first().toObject(), "at").toString() == QStringLiteral("2026-03-02"));
    // Europe/Oslo is two hours ahead on the second day of summer time.
    REQUIRE(at(points.last().toObject(), "at").toString() == QStringLiteral("2026-03-30T10:15:00+02:00"));
    REQUIRE(at(at(trend, "baseline").toObject(), "total").toInt() == 21);
    REQUIRE(at(at(trend, "latest").toObject(), "total").toInt() == 9);
    REQUIRE(at(trend, "change_percent").toDouble() == Catch::Approx(100.0 * 12 / 21));
    REQUIRE(at(trend, "response").toBool());
    REQUIRE_FALSE(at(trend, "remission").toBool());
    const auto reliable = at(trend, "reliable").toObject();
    REQUIRE(at(reliable, "class").toString() == QStringLiteral("improved"));
    REQUIRE_FALSE(at(reliable, "rule").toString().isEmpty());
}

TEST_CASE("trend says the change in words", "[cli][trend]") {
    const PracticeBench practice;
    import(practice, CliBench::data(QStringLiteral("totals.csv")));
    const auto run =
        practice.run(QStringLiteral("trend"), trendOf(QStringLiteral("K-0001"), QStringLiteral("phq-9")));
    REQUIRE(run.exit == 0);
    const QString words = QString::fromUtf8(run.out.trimmed().split('\n').last());
    REQUIRE(words.startsWith(QStringLiteral("PHQ-9 21 → 9")));
    REQUIRE(words.contains(QStringLiteral("response")));
    REQUIRE(words.contains(QStringLiteral("reliable improvement")));
}

TEST_CASE("A single rating has no change", "[cli][trend]") {
    const PracticeBench practice;
    import(practice, CliBench::data(QStringLiteral("totals.csv")));
    const auto trend =
        practice.runJson(QStringLiteral("trend"), trendOf(QStringLiteral("K-0002"), QStringLiteral("bdi-ii")))
            .json();
    REQUIRE(at(trend, "points").toArray().size() == 1);
    REQUIRE(at(trend, "change_percent").isNull());
    REQUIRE(at(trend, "response").isNull());
    REQUIRE(at(trend, "reliable").isNull());
}

TEST_CASE("A patient without ratings of the instrument has an empty course", "[cli][trend]") {
    const PracticeBench practice;
    import(practice, CliBench::data(QStringLiteral("totals.csv")));
    const auto run =
        practice.runJson(QStringLiteral("trend"), trendOf(QStringLiteral("K-0002"), QStringLiteral("phq-9")));
    REQUIRE(run.exit == 0);
    REQUIRE(at(run.json(), "points").toArray().isEmpty());
    REQUIRE(at(run.json(), "baseline").isNull());
    REQUIRE(at(run.json(), "latest").isNull());
    const auto unknown =
        practice.run(QStringLiteral("trend"), trendOf(QStringLiteral("K-0002"), QStringLiteral("phq-99")));
    REQUIRE(unknown.exit == 2);
    REQUIRE(unknown.isOneLineError());
}

TEST_CASE("The courses of the public trial come back as they stand in the file", "[cli][trend][shared]") {
    QFile file(QStringLiteral(KAIROS_SHARED_DATA "/scores/antidepressant_trial_hamd17.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        SKIP("the folder shared/data/scores is not there");
    }
    const auto totals = totalsOf(file);
    REQUIRE(totals.size() == 172);
    const PracticeBench practice;
    import(practice, file.fileName());
    for (const QString& subject :
         {QStringLiteral("ADT-1503"), QStringLiteral("ADT-1507"), QStringLiteral("ADT-1509")}) {
        const auto& expected = totals.value(subject);
        REQUIRE(expected.size() >= 2);
        const auto trend =
            practice.runJson(QStringLiteral("trend"), trendOf(subject, QStringLiteral("hamd-17"))).json();
        const auto points = at(trend, "points").toArray();
        REQUIRE(points.size() == expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            REQUIRE(at(points.at(i).toObject(), "total").toDouble() == expected.at(i));
        }
        const double fall = expected.first() - expected.last();
        REQUIRE(at(trend, "change_percent").toDouble() == Catch::Approx(100.0 * fall / expected.first()));
        REQUIRE(at(trend, "response").toBool() == (fall * 2 >= expected.first()));
    }
}

} // namespace test_trend_command
