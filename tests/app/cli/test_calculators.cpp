// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QJsonArray>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_calculators {
using kairos::tests::CliBench;

namespace {

QStringList words(const char* line) {
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject jsonOf(const char* line) {
    const auto run = CliBench().runJson(words(line));
    REQUIRE(run.exit == 0);
    REQUIRE(run.error.isEmpty());
    REQUIRE_FALSE(run.json().isEmpty());
    return run.json();
}

QJsonValue at(const QJsonObject& json, const char* key) {
    REQUIRE(json.contains(QLatin1String(key)));
    return json.value(QLatin1String(key));
}

QStringList flagIds(const QJsonObject& score) {
    QStringList ids;
    for (const QJsonValue& flag : at(score, "flags").toArray()) {
        REQUIRE_FALSE(flag.toObject().value(QLatin1String("rule")).toString().isEmpty());
        ids.append(flag.toObject().value(QLatin1String("id")).toString());
    }
    return ids;
}

QJsonObject stepOf(const QJsonObject& plan, const char* id) {
    for (const QJsonValue& step : at(plan, "steps").toArray()) {
        if (step.toObject().value(QLatin1String("id")).toString() == QLatin1String(id)) {
            return step.toObject();
        }
    }
    return {};
}

} // namespace

TEST_CASE("score prints every promised key", "[cli][score]") {
    const auto score = jsonOf("score phq-9 --items 2,2,1,-,1,2,2,0,1");
    REQUIRE(at(score, "instrument").toString() == QStringLiteral("phq-9"));
    REQUIRE_FALSE(at(score, "version").toString().isEmpty());
    // 11 points of 8 answers, prorated: 11 * 9 / 8 = 12.375, rounded.
    REQUIRE(at(score, "total").toInt() == 12);
    REQUIRE(at(score, "raw_sum").toInt() == 11);
    REQUIRE(at(score, "answered").toInt() == 8);
    REQUIRE(at(score, "prorated").toBool());
    REQUIRE(at(score, "band").toString() == QStringLiteral("moderate"));
    REQUIRE(at(score, "subscales").isObject());
    REQUIRE(flagIds(score).contains(QStringLiteral("suicide-item")));
}

TEST_CASE("A whole total is printed as a whole number", "[cli][score]") {
    const auto run = CliBench().runJson(words("score phq-9 --items 2,2,1,2,1,2,2,0,1"));
    REQUIRE(run.out.contains("\"total\":13,"));
}

TEST_CASE("A total that too many gaps keep away is null, and so is its band", "[cli][score]") {
    const auto score = jsonOf("score phq-9 --items -,x,n,-,1,2,2,0,1");
    REQUIRE(at(score, "total").isNull());
    REQUIRE(at(score, "band").isNull());
    REQUIRE_FALSE(at(score, "prorated").toBool());
    REQUIRE(at(score, "answered").toInt() == 5);
}

TEST_CASE("The unscored difficulty may stand at the end", "[cli][score]") {
    REQUIRE(at(jsonOf("score phq-9 --items 2,2,1,2,1,2,2,0,1,3"), "total").toInt() == 13);
}

TEST_CASE("A typed total is scored without answers", "[cli][score]") {
    const auto score = jsonOf("score phq-9 --total 20");
    REQUIRE(at(score, "total").toInt() == 20);
    REQUIRE(at(score, "raw_sum").isNull());
    REQUIRE(at(score, "answered").toInt() == 0);
    REQUIRE(at(score, "band").toString() == QStringLiteral("severe"));
    REQUIRE(flagIds(score).contains(QStringLiteral("suicide-item-missing")));
}

TEST_CASE("The suicide question beside a BDI-II total counts", "[cli][score]") {
    REQUIRE(flagIds(jsonOf("score bdi-ii --total 30 --items 1")).contains(QStringLiteral("suicide-item")));
    REQUIRE_FALSE(
        flagIds(jsonOf("score bdi-ii --total 30 --items 0")).contains(QStringLiteral("suicide-item")));
}

TEST_CASE("WHO-5 counts from 0 to 100 beside its raw sum", "[cli][score]") {
    const auto score = jsonOf("score who-5 --items 3,3,3,3,3");
    REQUIRE(at(score, "total").toInt() == 60);
    REQUIRE(at(score, "raw_sum").toInt() == 15);
}

TEST_CASE("The cut-off of the AUDIT-C depends on the sex", "[cli][score]") {
    const auto female = jsonOf("score audit-c --items 1,1,1 --sex f");
    const auto male = jsonOf("score audit-c --items 1,1,1 --sex m");
    REQUIRE(at(female, "total").toInt() == 3);
    REQUIRE(at(male, "total").toInt() == 3);
    REQUIRE(flagIds(female) != flagIds(male));
}

TEST_CASE("The C-SSRS takes seven answers of 0 and 1 and has no total", "[cli][score]") {
    const auto score = jsonOf("score c-ssrs --items 1,1,0,0,0,0,0");
    REQUIRE(at(score, "total").isNull());
    REQUIRE_FALSE(at(score, "band").isNull());
}

TEST_CASE("instruments lists what is installed, with its sources", "[cli][instruments]") {
    const auto list = at(jsonOf("instruments"), "instruments").toArray();
    REQUIRE(list.size() == 29);
    for (const QJsonValue& value : list) {
        const QJsonObject instrument = value.toObject();
        REQUIRE_FALSE(at(instrument, "id").toString().isEmpty());
        REQUIRE_FALSE(at(instrument, "version").toString().isEmpty());
        REQUIRE_FALSE(at(instrument, "title").toString().isEmpty());
        REQUIRE_FALSE(at(instrument, "licence").toString().isEmpty());
        REQUIRE_FALSE(at(instrument, "sources").toArray().isEmpty());
        REQUIRE(at(instrument, "items").isDouble());
        REQUIRE(QStringList{QStringLiteral("official"), QStringLiteral("labels"), QStringLiteral("total")}
                    .contains(at(instrument, "wording").toString()));
    }
}

TEST_CASE("protocols lists what is installed, with phases and sources", "[cli][protocols]") {
    const auto list = at(jsonOf("protocols"), "protocols").toArray();
    REQUIRE(list.size() >= 5);
    for (const QJsonValue& value : list) {
        const QJsonObject protocol = value.toObject();
        REQUIRE_FALSE(at(protocol, "id").toString().isEmpty());
        REQUIRE_FALSE(at(protocol, "version").toString().isEmpty());
        REQUIRE_FALSE(at(protocol, "title").toString().isEmpty());
        REQUIRE_FALSE(at(protocol, "phases").toArray().isEmpty());
        REQUIRE_FALSE(at(protocol, "sources").toArray().isEmpty());
    }
}

TEST_CASE("dose reckons an infusion from vial to pump", "[cli][dose]") {
    const auto dose = jsonOf("dose --mg-per-kg 0.5 --weight-kg 80 --minutes 40 --concentration-mg-per-ml 50 "
                             "--bag-ml 50 --bag-rule qs");
    REQUIRE(at(dose, "mg").toDouble() == 40.0);
    REQUIRE(at(dose, "ml").toDouble() == Catch::Approx(0.8));
    REQUIRE(at(dose, "mg_per_min").toDouble() == 1.0);
    REQUIRE(at(dose, "ug_per_kg_min").toDouble() == Catch::Approx(12.5));
    REQUIRE(at(dose, "bag_mg_per_ml").toDouble() == Catch::Approx(0.8));
    REQUIRE(at(dose, "ml_per_h").toDouble() == Catch::Approx(75.0));
    REQUIRE(at(dose, "devices").isNull());
    REQUIRE(at(dose, "findings").toArray().isEmpty());
}

TEST_CASE("Adding to the bag is another mixture than filling it up", "[cli][dose]") {
    const auto dose = jsonOf("dose --mg 40 --weight-kg 80 --minutes 40 --concentration-mg-per-ml 50 "
                             "--bag-ml 50 --bag-rule add");
    REQUIRE(at(dose, "bag_mg_per_ml").toDouble() == Catch::Approx(40.0 / 50.8));
    REQUIRE(at(dose, "ml_per_h").toDouble() == Catch::Approx(50.8 * 1.5));
}

TEST_CASE("Neither concentration nor bag rule is ever assumed", "[cli][dose]") {
    const auto dose = jsonOf("dose --mg-per-kg 0.5 --weight-kg 80 --minutes 40 --bag-ml 50");
    REQUIRE(at(dose, "ml").isNull());
    REQUIRE(at(dose, "bag_mg_per_ml").isNull());
    REQUIRE(at(dose, "ml_per_h").isNull());
    REQUIRE(at(dose, "mg").toDouble() == 40.0);
}

TEST_CASE("The nasal spray comes in whole devices with rests between them", "[cli][dose]") {
    const auto dose = jsonOf("dose --esketamine-mg 56");
    REQUIRE(at(dose, "devices").toInt() == 2);
    REQUIRE(at(dose, "sprays").toInt() == 4);
    REQUIRE(at(dose, "rests").toInt() == 1);
}

TEST_CASE("A stop of the dose ends with exit 1 and names value, limit and source", "[cli][dose]") {
    const auto run = CliBench().runJson(words("dose --mg-per-kg 1.5 --weight-kg 80 --minutes 40"));
    REQUIRE(run.exit == 1);
    REQUIRE(run.error.isEmpty());
    bool hasStop = false;
    for (const QJsonValue& value : at(run.json(), "findings").toArray()) {
        const QJsonObject finding = value.toObject();
        REQUIRE_FALSE(at(finding, "rule").toString().isEmpty());
        REQUIRE_FALSE(at(finding, "text").toString().isEmpty());
        REQUIRE_FALSE(at(finding, "source").toString().isEmpty());
        hasStop = hasStop || at(finding, "level").toString() == QStringLiteral("stop");
    }
    REQUIRE(hasStop);
    const auto text = CliBench().run(words("dose --mg-per-kg 1.5 --weight-kg 80 --minutes 40"));
    REQUIRE(text.exit == 1);
    REQUIRE(text.out.contains("stop: "));
}

TEST_CASE("plan dates the steps of a protocol", "[cli][plan]") {
    const auto plan = jsonOf("plan iv-cbt --start 2026-03-02 --closed sat,sun --zone Europe/Oslo");
    REQUIRE(at(plan, "protocol").toString() == QStringLiteral("iv-cbt"));
    REQUIRE(at(plan, "findings").isArray());
    const auto dose = stepOf(plan, "dose-1");
    REQUIRE(at(dose, "kind").toString() == QStringLiteral("dosing"));
    REQUIRE(at(dose, "number").toInt() == 1);
    REQUIRE(at(dose, "target").toString() == QStringLiteral("2026-03-02"));
    REQUIRE(at(dose, "earliest").toString() <= at(dose, "target").toString());
    REQUIRE(at(dose, "latest").toString() >= at(dose, "target").toString());
    const auto integration = stepOf(plan, "integration-1");
    REQUIRE(at(integration, "depends_on").toArray().contains(QStringLiteral("dose-1")));
    // The dose runs from 09:00 to 09:40; the window ends 72 elapsed hours later.
    REQUIRE(at(integration, "latest").toString() == QStringLiteral("2026-03-05T09:40"));
}

TEST_CASE("A plan names the step that no date fits", "[cli][plan]") {
    const auto plan =
        jsonOf("plan iv-cbt --start 2026-03-02 --closed mon,tue,wed,thu,fri,sat,sun --zone UTC");
    const auto dose = stepOf(plan, "dose-1");
    REQUIRE(at(dose, "target").isNull());
    REQUIRE(at(dose, "earliest").isNull());
    REQUIRE(at(dose, "latest").isNull());
    bool isNamed = false;
    for (const QJsonValue& finding : at(plan, "findings").toArray()) {
        isNamed = isNamed || at(finding.toObject(), "step").toString() == QStringLiteral("dose-1");
    }
    REQUIRE(isNamed);
}

TEST_CASE("A holiday moves what would fall on it", "[cli][plan]") {
    const auto plan = jsonOf("plan iv-elektd --start 2026-03-02 --holiday 2026-03-02 --holiday 2026-03-03 "
                             "--zone UTC");
    REQUIRE(at(stepOf(plan, "dose-1"), "target").toString() >= QStringLiteral("2026-03-04"));
}

TEST_CASE("The calculators speak text too", "[cli][text]") {
    const CliBench bench;
    const auto score = bench.run(words("score phq-9 --items 2,2,1,2,1,2,2,0,1"));
    REQUIRE(score.exit == 0);
    REQUIRE(score.out.contains("PHQ-9"));
    REQUIRE(score.out.contains("13"));
    REQUIRE(bench.run(words("instruments")).out.contains("phq-9"));
    REQUIRE(bench.run(words("protocols")).out.contains("iv-elektd"));
    REQUIRE(bench.run(words("plan iv-elektd --start 2026-03-02")).out.contains("dose-6"));
    REQUIRE(bench.run(words("dose --esketamine-mg 84")).out.contains("devices"));
}

} // namespace test_calculators
