// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/macros.h"
#include "core/therapy/modalities.h"
#include "core/therapy/note_forms.h"
#include "core/therapy/sheet_forms.h"
#include "core/therapy/therapy_json.h"

#include "core/base/built_in.h"

#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_therapy_schema {
using namespace kairos;
using valijson::adapters::QtJsonAdapter;

namespace {

/// The first thing in which a file differs from its schema; empty when it holds.
std::string misshape(const QString& name, const QByteArray& json) {
    const QByteArray rules = base::builtInFile(QStringLiteral("therapy/schema/%1.schema.json").arg(name));
    const QJsonValue schemaJson = QJsonDocument::fromJson(rules).object();
    const QJsonValue file = QJsonDocument::fromJson(json).object();
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(QtJsonAdapter(schemaJson), schema);
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

QByteArray shipped(const QString& name) {
    return base::builtInFile(QStringLiteral("therapy/") + name + QStringLiteral(".json"));
}

bool isRead(const QString& name, const QByteArray& json) {
    if (name == QStringLiteral("macros")) {
        return therapy::readMacros(json).has_value();
    }
    return name == QStringLiteral("modalities") ? therapy::Modalities::read(json).has_value()
                                                : therapy::NoteForms::read(json).has_value();
}

} // namespace

TEST_CASE("Forms, modalities and macros hold their schemas", "[therapy][schema]") {
    for (const char* name : {"note_forms", "modalities", "macros"}) {
        INFO(name);
        REQUIRE(misshape(QLatin1String(name), shipped(QLatin1String(name))) == "");
    }
}

TEST_CASE("The forms of sheets hold their schema, and both refuse what does not fit",
          "[therapy][schema][sheets]") {
    for (const therapy::SheetForm& form : therapy::SheetForms::builtIn().forms) {
        INFO(form.id.toStdString());
        REQUIRE(misshape(QStringLiteral("sheet"), shipped(QStringLiteral("sheets/") + form.id)) == "");
    }
    struct Case {
        const char* from;
        const char* to;
    };
    const auto bad =
        GENERATE(Case{"\"id\": \"alone\"", "\"id\": \"By myself\""}, Case{"\"lines\": 3", "\"lines\": 9"},
                 Case{"\"lines\": 3", "\"lines\": \"3\""}, Case{"\"value\": 30", "\"value\": 0"},
                 Case{"\"confidence\": \"M\"", "\"confidence\": \"sure\""},
                 Case{"\"crisisText\": true", "\"crisistext\": true"},
                 Case{"\"onePerPatient\": true", "\"onePerPatient\": 1"});
    QByteArray json = shipped(QStringLiteral("sheets/safety-plan"));
    REQUIRE(json.contains(bad.from));
    json.replace(bad.from, bad.to);
    INFO(bad.to);
    REQUIRE(misshape(QStringLiteral("sheet"), json) != "");
    REQUIRE_FALSE(therapy::SheetForm::read(json).has_value());
}

TEST_CASE("What the schemas refuse the readers refuse too", "[therapy][schema]") {
    struct Case {
        const char* file;
        const char* from;
        const char* to;
    };
    const auto bad =
        GENERATE(Case{"note_forms", "\"id\": \"girp\"", "\"id\": \"pirp\""},
                 Case{"note_forms", "\"id\": \"phone\"", "\"id\": \"telegram\""},
                 Case{"note_forms", "\"id\": \"goal\"", "\"id\": \"aim\""},
                 Case{"note_forms", "\"confidence\": \"M\"", "\"confidence\": \"X\""},
                 Case{"note_forms", "\"version\": \"1.0.0\"", "\"version\": \"1.0.0\", \"colour\": \"red\""},
                 Case{"note_forms", "\"required\": true", "\"required\": 1"},
                 Case{"modalities", "\"evidence\": \"none specific with ketamine\", ", ""},
                 Case{"modalities", "\"confidence\": \"H\"", "\"confidence\": \"sure\""},
                 Case{"macros", "\"name\": \"intake\"", "\"name\": \"In take\""},
                 Case{"macros", "\"source\": \"this record\", ", ""});
    QByteArray json = shipped(QLatin1String(bad.file));
    REQUIRE(json.contains(bad.from));
    json.replace(bad.from, bad.to);
    INFO(bad.to);
    REQUIRE(misshape(QLatin1String(bad.file), json) != "");
    REQUIRE_FALSE(isRead(QLatin1String(bad.file), json));
}

} // namespace test_therapy_schema
