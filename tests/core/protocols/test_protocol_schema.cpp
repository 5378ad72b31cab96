// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_protocol_schema {
using namespace kairos;
using namespace kairos::protocols;
using valijson::adapters::QtJsonAdapter;

namespace {

QJsonValue parsed(const QString& path) {
    const auto json = readDataFile(path);
    REQUIRE(json.has_value());
    const QJsonDocument document = QJsonDocument::fromJson(*json);
    REQUIRE(document.isObject());
    return document.object();
}

/// The first thing in which a file differs from the schema; empty when it holds.
std::string misshape(const QJsonValue& file) {
    const QJsonValue json = parsed(QStringLiteral(":/kairos/protocols/schema/protocol.schema.json"));
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(QtJsonAdapter(json), schema);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, QtJsonAdapter(file), &results)) {
        return {};
    }
    valijson::ValidationResults::Error error;
    REQUIRE(results.popError(error));
    std::string place;
    for (const std::string& step : error.context) {
        place += step;
    }
    return place + ": " + error.description;
}

} // namespace

TEST_CASE("Every shipped protocol holds the schema", "[protocols][schema]") {
    const QDir folder(QStringLiteral(":/kairos/protocols"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    REQUIRE(names.size() > 20);
    for (const QString& name : names) {
        INFO(name.toStdString());
        REQUIRE(misshape(parsed(folder.filePath(name))) == "");
    }
}

TEST_CASE("What the schema refuses the reader refuses too", "[protocols][schema]") {
    struct Case {
        const char* from;
        const char* to;
    };
    const auto bad =
        GENERATE(Case{"\"unit\": \"mg/kg\"", "\"unit\": \"mg/lb\""}, Case{"\"count\": 6", "\"count\": 61"},
                 Case{"\"route\": \"iv\"", "\"route\": \"vi\""}, Case{"\"mon\"", "\"monday\""},
                 Case{"\"confidence\": \"H\"", "\"confidence\": \"X\""},
                 Case{"\"moment\": \"weekly\"", "\"moment\": \"daily\""},
                 Case{"\"version\": \"1.0\"", "\"version\": \"1.0\", \"colour\": \"red\""},
                 Case{"\"status\": \"off-label\"", "\"status\": \"approved\""},
                 Case{"\"renew_days\": 365", "\"renew_days\": 0"},
                 Case{"\"kind\": \"review\"", "\"kind\": \"reviewing\""});
    QByteArray json = *readDataFile(QStringLiteral(":/kairos/protocols/iv-cbt.json"));
    REQUIRE(json.contains(bad.from));
    json.replace(bad.from, bad.to);
    INFO(bad.to);
    REQUIRE(misshape(QJsonDocument::fromJson(json).object()) != "");
    REQUIRE_FALSE(readProtocol(json, QStringLiteral("own.json"), builtInDoseLimits()).has_value());
}

} // namespace test_protocol_schema
