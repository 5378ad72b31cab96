// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/questionnaire.h"

#include "pack_files.h"

#include <catch2/catch_test_macros.hpp>

namespace test_questionnaire {
using namespace kairos::exchange;
using kairos::base::ErrorCode;

namespace {

std::string whyOf(const QByteArray& json) {
    const auto forms = readQuestionnaires(json);
    return forms ? std::string("it was read") : forms.error().why.toStdString();
}

/// A form with one question that offers one answer with these points.
QByteArray withPoints(const char* extension) {
    return QByteArray(R"({"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "choice",
        "text": "One", "answerOption": [{"valueString": "Yes", "extension": [)") +
           extension + "]}]}]}";
}

} // namespace

TEST_CASE("A Questionnaire is read with its codes, stem, questions and points", "[exchange][pack]") {
    const Questionnaire form = formOf(packBytes("phq-9-nb.json"));
    REQUIRE(form.language == QStringLiteral("nb"));
    REQUIRE(form.version == QStringLiteral("2.0"));
    REQUIRE(form.loincCodes == QStringList{QStringLiteral("44249-1")});
    REQUIRE(form.stem == QStringLiteral("Syntetisk innledning"));
    REQUIRE(form.items.size() == 9);
    REQUIRE(form.items.at(8).loinc == QStringLiteral("44260-8"));
    REQUIRE(form.items.at(0).options.size() == 4);
    REQUIRE(form.items.at(0).options.at(3).points == 3.0);
    REQUIRE(form.items.at(0).options.at(3).text == QStringLiteral("Svar D"));
}

TEST_CASE("A Bundle gives the Questionnaires it holds and nothing else", "[exchange][pack]") {
    const auto forms = readQuestionnaires(packBytes("isi-bundle.json"));
    REQUIRE(forms.has_value());
    REQUIRE(forms->size() == 1);
    const Questionnaire& form = forms->first();
    REQUIRE(form.url == QStringLiteral("urn:kairos:scale:isi"));
    REQUIRE(form.stem == QStringLiteral("Synthetic instruction"));
    REQUIRE(form.items.size() == 7);
    REQUIRE(form.items.at(0).options.at(0).points == 4.0);
}

TEST_CASE("Answers come from a value set inside the file, and a total that is reckoned is no question",
          "[exchange][pack]") {
    const Questionnaire form = formOf(packBytes("new-instrument.json"));
    REQUIRE(form.items.size() == 3);
    REQUIRE(form.items.at(1).options.size() == 3);
    REQUIRE(form.items.at(1).options.at(2).points == 4.0);
    REQUIRE_FALSE(form.items.at(2).options.at(0).points.has_value());
}

TEST_CASE("Points are read as numbers and as texts, under both of their names", "[exchange][pack]") {
    for (const char* extension :
         {R"({"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 2})",
          R"({"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": "2"})",
          R"({"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 2.0})",
          R"({"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueInteger": 2})",
          R"({"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueString": "2"})"}) {
        INFO(extension);
        REQUIRE(formOf(withPoints(extension)).items.at(0).options.at(0).points == 2.0);
    }
    REQUIRE(whyOf(withPoints(
                R"({"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueString": "two"})")) ==
            "question 1 (a): the points \"two\" are no number");
    REQUIRE(whyOf(withPoints(
                R"({"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": "nan"})")) ==
            "question 1 (a): the points \"nan\" are no number");
}

TEST_CASE("What is no Questionnaire is refused without harm", "[exchange][pack]") {
    REQUIRE_FALSE(readQuestionnaires(QByteArray()).has_value());
    REQUIRE(whyOf("{\"resourceType\": ").starts_with("byte "));
    REQUIRE(whyOf("{}") == "it holds no Questionnaire");
    REQUIRE(whyOf(R"({"resourceType": "Patient"})") == "it holds no Questionnaire");
    REQUIRE(whyOf(R"({"resourceType": "Bundle", "entry": [{"resource": 4}, 7]})") ==
            "it holds no Questionnaire");
    REQUIRE(whyOf(R"({"resourceType": "Questionnaire"})") == "it asks no question");
    REQUIRE(whyOf(R"({"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "choice"}]})") ==
            "question 1 (a) has no text");
    REQUIRE(whyOf(R"({"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "choice",
                     "text": "One", "answerValueSet": "http://elsewhere/set"}]})") ==
            "question 1 (a): its answers http://elsewhere/set are not in the file");
    REQUIRE(whyOf(QByteArray(kLargestQuestionnaire + 1, ' ')) == "it is larger than 4 MiB");
    QByteArray nested;
    for (int depth = 0; depth < 100; ++depth) {
        nested += R"({"type": "group", "item": [)";
    }
    nested += "{}";
    for (int depth = 0; depth < 100; ++depth) {
        nested += "]}";
    }
    REQUIRE(whyOf(R"({"resourceType": "Questionnaire", "item": [)" + nested + "]}") ==
            "its groups are nested too deep");
}

TEST_CASE("FHIR is told from an instrument file", "[exchange][pack]") {
    REQUIRE(isFhir(packBytes("phq-9-nb.json")));
    REQUIRE(isFhir(packBytes("isi-bundle.json")));
    REQUIRE_FALSE(isFhir(R"({"id": "isi"})"));
    REQUIRE_FALSE(isFhir("no JSON at all"));
}

} // namespace test_questionnaire
