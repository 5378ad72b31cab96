// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/schema_check.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace test_schema_check {
using namespace kairos::scales;

namespace {

QJsonObject shipped(const QString& name) {
    QFile file(QStringLiteral(":/kairos/instruments/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The place at which the file does not have the schema's shape; "fits" when it has.
std::string placeOf(const QJsonObject& file) {
    const auto problem = findMisshape(file);
    return problem ? problem->place.toStdString() : "fits";
}

} // namespace

TEST_CASE("Every instrument that is shipped has the schema's shape", "[scales][schema]") {
    const QStringList names =
        QDir(QStringLiteral(":/kairos/instruments")).entryList({QStringLiteral("*.json")}, QDir::Files);
    REQUIRE(names.size() == 29);
    for (const QString& name : names) {
        const auto problem = findMisshape(shipped(name));
        INFO(name.toStdString());
        INFO((problem ? problem->place + QLatin1Char(' ') + problem->reason : QString()).toStdString());
        REQUIRE_FALSE(problem.has_value());
    }
}

TEST_CASE("A value of the wrong kind is named by its JSON pointer", "[scales][schema]") {
    const QJsonObject sound = shipped(QStringLiteral("phq-9.json"));
    for (const QString& key : sound.keys()) {
        QJsonObject file = sound;
        file.insert(key, 42);
        INFO(key.toStdString());
        REQUIRE(placeOf(file) == "/" + key.toStdString());
    }
}

TEST_CASE("The innermost place is named, with the value that stands there", "[scales][schema]") {
    QJsonObject file = shipped(QStringLiteral("phq-9.json"));
    QJsonArray items = file.value(QStringLiteral("items")).toArray();
    QJsonObject item = items.at(3).toObject();
    item.insert(QStringLiteral("number"), QStringLiteral("four"));
    items.replace(3, item);
    file.insert(QStringLiteral("items"), items);
    const auto problem = findMisshape(file);
    REQUIRE(problem.has_value());
    REQUIRE(problem->place == QStringLiteral("/items/3/number"));
    REQUIRE(problem->reason.startsWith(QStringLiteral("\"four\": ")));
}

TEST_CASE("Blank texts, unknown keys and numbers past all sense have no place", "[scales][schema]") {
    const QJsonObject sound = shipped(QStringLiteral("isi.json"));
    QJsonObject blank = sound;
    blank.insert(QStringLiteral("title"), QStringLiteral("   "));
    REQUIRE(placeOf(blank) == "/title");
    QJsonObject unknown = sound;
    unknown.insert(QStringLiteral("colour"), QStringLiteral("blue"));
    REQUIRE(placeOf(unknown).empty());
    REQUIRE(findMisshape(unknown)->reason.contains(QStringLiteral("colour")));
    QJsonObject huge = sound;
    huge.insert(QStringLiteral("items"),
                QJsonArray{QJsonObject{{QStringLiteral("number"), 1e12},
                                       {QStringLiteral("topic"), QStringLiteral("One")},
                                       {QStringLiteral("min"), 0},
                                       {QStringLiteral("max"), 1}}});
    REQUIRE(placeOf(huge) == "/items/0/number");
    REQUIRE(placeOf(QJsonObject()).empty());
}

TEST_CASE("Keys with the pointer's own signs are written so that they can be read", "[scales][schema]") {
    REQUIRE(pointerTo(QStringLiteral("/options"), QStringLiteral("a/b~c")) ==
            QStringLiteral("/options/a~1b~0c"));
}

} // namespace test_schema_check
