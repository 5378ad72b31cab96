// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"
#include "core/protocols/step_graph.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_protocol_parts {
using namespace kairos;
using namespace kairos::protocols;

namespace {

QJsonObject shipped(const char* id) {
    const QByteArray json =
        *readDataFile(QStringLiteral(":/kairos/protocols/%1.json").arg(QString::fromLatin1(id)));
    return QJsonDocument::fromJson(json).object();
}

/// The value at a path such as {"regimen", "blocks", 0, "count"}, set anew. Numbers in the path are indexes.
QJsonValue changed(const QJsonValue& value, const QStringList& path, const QJsonValue& to) {
    if (path.isEmpty()) {
        return to;
    }
    bool isIndex = false;
    const int index = path.first().toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = value.toArray();
        REQUIRE(index < array.size());
        array[index] = changed(array.at(index), path.mid(1), to);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), changed(object.value(path.first()), path.mid(1), to));
    return object;
}

base::Result<Protocol> read(const QJsonObject& object) {
    return readProtocol(QJsonDocument(object).toJson(), QStringLiteral("own.json"), builtInDoseLimits());
}

base::Result<Protocol> readWith(const char* id, const char* path, const char* json) {
    const QJsonValue to = QJsonDocument::fromJson(QByteArray("[") + json + "]").array().at(0);
    const QStringList steps = QString::fromLatin1(path).split(QLatin1Char('.'));
    return read(changed(shipped(id), steps, to).toObject());
}

struct Bad {
    const char* id;
    const char* path;
    const char* json;
    const char* place;
};

} // namespace

TEST_CASE("A figure out of place is refused with its place", "[protocols][reader]") {
    const auto bad = GENERATE(
        Bad{"iv-clinic", "regimen.titration.1.value", "1.2", "regimen.titration[1]"},
        Bad{"iv-clinic", "regimen.titration.0.unit", "\"mg\"", "regimen.titration[0]"},
        Bad{"iv-clinic", "regimen.titration.0.unit", "\"ug/kg\"", "regimen.titration[0].unit"},
        Bad{"iv-clinic", "regimen.titration.0.from_dose", "7", "regimen.titration[0].from_dose"},
        Bad{"iv-clinic", "regimen.maximum.value", "0.4", "regimen.dose"},
        Bad{"po-titration", "regimen.increment.mg", "0", "regimen.increment.mg"},
        Bad{"po-titration", "regimen.limit_by_clinic", "false", "regimen.maximum"},
        Bad{"po-titration", "regimen.blocks.0.target_gap_days", "5", "regimen.blocks[0].target_gap_days"},
        Bad{"esketamine-trd", "regimen.choices_mg", "[56, 70]", "regimen.choices_mg[1]"},
        Bad{"esketamine-trd", "regimen.choices_mg", "[56, 112]", "regimen.choices_mg[1]"},
        Bad{"iv-elektd", "regimen.blocks.0.max_in_7_days", "1", "regimen.blocks[0].max_in_7_days"},
        Bad{"iv-elektd", "regimen.blocks.0.weekdays", "[\"mon\"]", "regimen.blocks[0].weekdays"},
        Bad{"iv-elektd", "regimen.blocks.0.weekdays", "[]", "regimen.blocks[0].weekdays"},
        Bad{"iv-maintenance", "regimen.blocks.1.phase", "\"later\"", "regimen.blocks[1].phase"},
        Bad{"iv-elektd", "checkpoints.0.after_dose", "6", "checkpoints[0].after_dose"},
        Bad{"iv-elektd", "checkpoints.0.key", "\"After 3\"", "checkpoints[0].key"},
        Bad{"iv-elektd", "population.age_from", "80", "population.age_from"},
        Bad{"iv-elektd", "status", "\"approved\"", "status"},
        Bad{"iv-elektd", "consent.elements", "[1, 21]", "consent.elements"},
        Bad{"iv-elektd", "consent.elements", "[1, 1]", "consent.elements"},
        Bad{"iv-elektd", "consent.forms", "[\"massage\"]", "consent.forms"},
        Bad{"iv-kare", "therapy.anchored.0.dose", "4", "therapy.anchored[0].dose"},
        Bad{"iv-kare", "therapy.anchored.0.days", "[3, 1, 2]", "therapy.anchored[0].days"},
        Bad{"iv-kare", "therapy.anchored.0.days", "[-1, 0, 1]", "therapy.anchored[0].before_dose"},
        Bad{"iv-kare", "therapy.sessions", "8", "therapy.anchored"},
        Bad{"iv-maintenance", "boosters.0.any_of.0.points", "0", "boosters[0].any_of[0].points"},
        Bad{"iv-maintenance", "boosters.0.any_of.0.change", "\"falls\"", "boosters[0].any_of[0].change"},
        Bad{"iv-maintenance", "measures.1.every_days", "0", "measures[1].every_days"},
        Bad{"iv-maintenance", "measures.1.moment", "\"daily\"", "measures[1].moment"},
        Bad{"sl-kap", "measures.1.days", "[-1, 0, 1]", "measures[1].days"},
        Bad{"sl-kap", "integration.latest_hours", "12", "integration.target_from_hours"},
        Bad{"iv-cbt", "steps.3.latest_day", "-22", "steps[3].target_day"},
        Bad{"iv-met-aud", "therapy.from_week", "1", "therapy.per_week"});
    INFO(bad.id << " " << bad.path << " " << bad.json);
    const auto result = readWith(bad.id, bad.path, bad.json);
    REQUIRE_FALSE(result.has_value());
    REQUIRE(result.error().code == base::ErrorCode::InvalidInput);
    INFO(result.error().why.toStdString());
    REQUIRE(result.error().why.startsWith(QString::fromLatin1(bad.place)));
}

TEST_CASE("Windows that exclude each other are refused", "[protocols][reader]") {
    // Preparation 1 may begin on day -21; screening moved to end before is fine, consent after it is not.
    QJsonObject late = shipped("iv-cbt");
    late = changed(late, {QStringLiteral("steps"), QStringLiteral("1"), QStringLiteral("earliest_day")}, -2)
               .toObject();
    late = changed(late, {QStringLiteral("steps"), QStringLiteral("1"), QStringLiteral("target_day")}, -2)
               .toObject();
    const auto result = read(late);
    REQUIRE_FALSE(result.has_value());
    REQUIRE(result.error().why.startsWith(QStringLiteral("steps[2].latest_day")));
    REQUIRE(result.error().why.contains(QStringLiteral("consent-1")));
}

TEST_CASE("A first dose that waits for a step after it is refused", "[protocols][reader]") {
    QJsonObject after = shipped("iv-cbt");
    for (const char* field : {"earliest_day", "target_day", "latest_day"}) {
        after = changed(after, {QStringLiteral("steps"), QStringLiteral("4"), QString::fromLatin1(field)}, 2)
                    .toObject();
    }
    const auto result = read(after);
    REQUIRE_FALSE(result.has_value());
    REQUIRE(result.error().why.startsWith(QStringLiteral("regimen.depends_on")));
}

TEST_CASE("Integration that can only come after the next dose is refused", "[protocols][reader]") {
    QJsonObject slow = shipped("iv-cbt");
    for (const char* field : {"target_from_hours", "target_to_hours", "latest_hours"}) {
        slow = changed(slow, {QStringLiteral("integration"), QString::fromLatin1(field)}, 121).toObject();
    }
    REQUIRE(read(slow).error().why.startsWith(QStringLiteral("integration.target_from_hours")));
    for (const char* field : {"target_from_hours", "target_to_hours", "latest_hours"}) {
        slow = changed(slow, {QStringLiteral("integration"), QString::fromLatin1(field)}, 120).toObject();
    }
    REQUIRE(read(slow).has_value());
}

TEST_CASE("A file with more steps than a person can read is refused", "[protocols][reader]") {
    QJsonObject many = shipped("iv-cbt");
    QJsonArray steps;
    for (int index = 0; index < 101; ++index) {
        QJsonObject step = many.value(QLatin1String("steps")).toArray().at(0).toObject();
        step.insert(QLatin1String("key"), QStringLiteral("screening-%1").arg(index));
        steps.append(step);
    }
    many.insert(QLatin1String("steps"), steps);
    REQUIRE(read(many).error().why.startsWith(QStringLiteral("steps")));
}

TEST_CASE("Several modalities stand beside each other under keys of their own", "[protocols][reader]") {
    QJsonObject two = shipped("iv-cbt");
    QJsonObject second = two.value(QLatin1String("therapy")).toObject();
    second.insert(QLatin1String("id"), QStringLiteral("mindfulness"));
    second.insert(QLatin1String("modality"), QStringLiteral("MBCT/MBRP"));
    two.insert(QLatin1String("more_therapies"), QJsonArray{second});
    const auto both = read(two);
    REQUIRE(both.has_value());
    REQUIRE(both->strands().size() == 2);
    REQUIRE(both->strandOf(QStringLiteral("mindfulness-3"))->modality == QStringLiteral("MBCT/MBRP"));
    REQUIRE(both->strandOf(QStringLiteral("therapy-3"))->modality == QStringLiteral("CBT"));
    REQUIRE(both->strandOf(QStringLiteral("dose-3")) == nullptr);
    const auto ordered = inOrderOfDependence(stepSkeletons(*both));
    REQUIRE(ordered.has_value());
    second.remove(QLatin1String("id"));
    two.insert(QLatin1String("more_therapies"), QJsonArray{second});
    REQUIRE(read(two).error().why.startsWith(QStringLiteral("more_therapies[0].id")));
}

TEST_CASE("What a file leaves out is none, never zero", "[protocols][reader]") {
    QJsonObject bare = shipped("iv-elektd");
    for (const char* key :
         {"status", "population", "consent", "checkpoints", "measures", "monitoring", "monitoring_basis"}) {
        bare.remove(QLatin1String(key));
    }
    const auto protocol = read(bare);
    REQUIRE(protocol.has_value());
    REQUIRE_FALSE(protocol->status.has_value());
    REQUIRE_FALSE(protocol->population.has_value());
    REQUIRE_FALSE(protocol->consent.has_value());
    REQUIRE(protocol->checkpoints.isEmpty());
}

} // namespace test_protocol_parts
