// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pack_wording.h"

#include "pack_files.h"

#include "core/scales/answers_text.h"
#include "core/scales/scoring.h"
#include "core/scales/vectors.h"

#include <catch2/catch_test_macros.hpp>

#include <QFileInfo>

namespace test_pack_wording {
using namespace kairos::exchange;
using kairos::base::ErrorCode;
using kairos::scales::Instrument;
using kairos::scales::InstrumentLibrary;
using kairos::scales::Wording;

namespace {

const InstrumentLibrary& library() {
    static const InstrumentLibrary kLibrary = InstrumentLibrary::builtIn();
    return kLibrary;
}

const Instrument& installed(const char* id) {
    return *library().find(QString::fromLatin1(id));
}

Instrument worded(const Questionnaire& form) {
    const Instrument* known = instrumentFor(form, library());
    if (known == nullptr) {
        throw std::runtime_error("no instrument fits");
    }
    const auto result = withWording(*known, form);
    if (!result) {
        throw std::runtime_error(result.error().sentence().toStdString());
    }
    return *result;
}

std::string refusalOf(const Questionnaire& form) {
    const auto result = withWording(*instrumentFor(form, library()), form);
    return result ? std::string("it was taken in") : result.error().why.toStdString();
}

/// The words of an item's answers.
QStringList answersOf(const Instrument& instrument, std::size_t item) {
    QStringList texts;
    for (const auto& option : instrument.findOptionSet(instrument.items[item].optionSet)->options) {
        texts.append(option.text);
    }
    return texts;
}

} // namespace

TEST_CASE("A pack finds its instrument by panel code, url, id and name", "[exchange][pack]") {
    Questionnaire form;
    REQUIRE(instrumentFor(form, library()) == nullptr);
    form.name = QStringLiteral("QIDS-SR16");
    REQUIRE(instrumentFor(form, library())->id == QStringLiteral("qids-sr16"));
    form.id = QStringLiteral("madrs");
    form.name.clear();
    REQUIRE(instrumentFor(form, library())->id == QStringLiteral("madrs"));
    form.id = QStringLiteral("own-form");
    form.url = QStringLiteral("http://example.org/Questionnaire/cadss-6");
    REQUIRE(instrumentFor(form, library())->id == QStringLiteral("cadss-6"));
    form.url.clear();
    form.scaleIds = {QStringLiteral("ebi")};
    REQUIRE(instrumentFor(form, library())->id == QStringLiteral("ebi"));
    // The panel's code says most: PHQ-2 and PHQ-9 share the codes of their items.
    form.loincCodes = {QStringLiteral("55757-9")};
    REQUIRE(instrumentFor(form, library())->id == QStringLiteral("phq-2"));
}

TEST_CASE("Translated wording replaces the words and leaves the scoring", "[exchange][pack]") {
    const Instrument phq = worded(formOf(packBytes("phq-9-nb.json")));
    REQUIRE(phq.wording == Wording::Official);
    REQUIRE(phq.language == QStringLiteral("nb"));
    REQUIRE(phq.version == installed("phq-9").version + QStringLiteral("+2.0"));
    REQUIRE(phq.licence == QStringLiteral("Synthetic wording for tests"));
    REQUIRE(phq.stem == QStringLiteral("Syntetisk innledning"));
    REQUIRE(phq.items[8].text == QStringLiteral("Syntetisk spørsmål 9"));
    REQUIRE(phq.items[8].topic == installed("phq-9").items[8].topic);
    REQUIRE(phq.items[8].critical);
    REQUIRE(answersOf(phq, 0) == QStringList{QStringLiteral("Svar A"), QStringLiteral("Svar B"),
                                             QStringLiteral("Svar C"), QStringLiteral("Svar D")});
    // One option set for nine items with the same answers.
    REQUIRE(phq.items[0].optionSet == phq.items[8].optionSet);
    for (const auto& vector : phq.vectors) {
        REQUIRE_FALSE(findDifference(phq, vector).has_value());
    }
}

TEST_CASE("Licensed wording makes labels official, also with the best answer first", "[exchange][pack]") {
    REQUIRE(installed("isi").wording == Wording::Labels);
    const Instrument isi = worded(formOf(packBytes("isi-bundle.json")));
    REQUIRE(isi.wording == Wording::Official);
    REQUIRE(isi.licence == QStringLiteral("Wording from Synthetic Forms"));
    REQUIRE(isi.items[6].text == QStringLiteral("Synthetic sleep question 7"));
    REQUIRE(answersOf(isi, 0).first() == QStringLiteral("Grade 0"));
    const auto answers = kairos::scales::parseAnswers(u"2,2,2,2,2,2,3");
    REQUIRE(kairos::scales::score(isi, *answers)->total == 15.0);
}

TEST_CASE("Codes put the questions into the instrument's order", "[exchange][pack]") {
    Questionnaire form = formOf(packBytes("phq-9-nb.json"));
    std::swap(form.items[0], form.items[8]);
    const Instrument phq = worded(form);
    REQUIRE(phq.items[8].text == QStringLiteral("Syntetisk spørsmål 9"));
}

TEST_CASE("A pack that contradicts the instrument is refused by the item", "[exchange][pack]") {
    REQUIRE(refusalOf(formOf(packBytes("phq-9-item-missing.json"))) == "item 5 (Appetite) is missing");
    REQUIRE(refusalOf(formOf(packBytes("phq-9-other-points.json"))) ==
            "item 3 (Sleep): the answer \"Svar C\" counts 3 there and 2 here");

    Questionnaire form = formOf(packBytes("isi-bundle.json"));
    form.items.removeLast();
    REQUIRE(refusalOf(form) == "it asks 6 questions: item 7 (Interference) is missing");
    form = formOf(packBytes("isi-bundle.json"));
    form.items.append(form.items.first());
    REQUIRE(refusalOf(form) ==
            "it asks 8 questions: \"Synthetic sleep question 1\" belongs to none of its 7 items");
    form = formOf(packBytes("isi-bundle.json"));
    form.items[1].options.removeLast();
    REQUIRE(refusalOf(form) == "item 2 (Staying asleep) has 4 answers there and 5 here");
    form = formOf(packBytes("isi-bundle.json"));
    form.items[1].options[0].points = std::nullopt;
    REQUIRE(refusalOf(form).starts_with("item 2 (Staying asleep): the answer"));
    form = formOf(packBytes("phq-9-nb.json"));
    form.items[2].loinc = QStringLiteral("00000-0");
    REQUIRE(refusalOf(form) == "item 3 (Sleep) is missing");
    form = formOf(packBytes("phq-9-nb.json"));
    form.items.append(
        {QStringLiteral("x"), QStringLiteral("One more"), QStringLiteral("00000-0"), false, {}});
    REQUIRE(refusalOf(form) == "the question \"One more\" belongs to none of its items");
    Questionnaire total;
    total.id = QStringLiteral("bdi-ii");
    REQUIRE(refusalOf(total) == "this instrument is entered as a total and has no items here");
}

TEST_CASE("Yes and no need no words, and an answer that scores nothing keeps its points",
          "[exchange][pack]") {
    Questionnaire screener;
    screener.id = QStringLiteral("c-ssrs");
    for (int i = 1; i <= 7; ++i) {
        screener.items.append(
            {QString::number(i), QStringLiteral("Synthetic question %1").arg(i), {}, true, {}});
    }
    const Instrument worded7 = worded(screener);
    REQUIRE(worded7.wording == Wording::Official);
    REQUIRE(answersOf(worded7, 0) == QStringList{QStringLiteral("No"), QStringLiteral("Yes")});
    // HAM-D17 item 16: "not assessed" is the fourth answer and scores 0.
    Questionnaire hamilton;
    hamilton.id = QStringLiteral("hamd-17");
    for (const auto& item : installed("hamd-17").items) {
        QuestionnaireItem question{QString::number(item.number), QStringLiteral("Synthetic"), {}, false, {}};
        for (int value = item.min; value <= item.max; ++value) {
            const double points = item.number == 16 && value == 3 ? 0 : value;
            question.options.append({QStringLiteral("Answer %1").arg(value), {}, points});
        }
        hamilton.items.append(question);
    }
    REQUIRE(answersOf(worded(hamilton), 15).last() == QStringLiteral("Answer 3"));
    hamilton.items[15].options[3].points = 3;
    REQUIRE(refusalOf(hamilton) ==
            "item 16 (Weight loss): the answer \"Answer 3\" counts 3 there and 0 here");
}

TEST_CASE("Published PHQ-9 Questionnaires in three shapes are taken in", "[exchange][pack][shared]") {
    for (const char* name :
         {"lforms_phq9", "lforms_phq9-with-the-weight-function", "lforms_argonaut-phq9-ish"}) {
        const QString path = QStringLiteral(KAIROS_SHARED_DATA "/fhir/%1.json").arg(QLatin1String(name));
        if (!QFileInfo::exists(path)) {
            SKIP("the folder ../shared/data is not here, which holds the published Questionnaires");
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        INFO(name);
        const Instrument phq = worded(formOf(file.readAll()));
        REQUIRE(phq.id == QStringLiteral("phq-9"));
        REQUIRE(phq.wording == Wording::Official);
        REQUIRE(phq.items[0].text.startsWith(QStringLiteral("Little interest or pleasure in doing things")));
        REQUIRE(answersOf(phq, 8).last() == QStringLiteral("Nearly every day"));
        REQUIRE(phq.extras[0].text.contains(QStringLiteral("difficult")));
        for (const auto& vector : phq.vectors) {
            REQUIRE_FALSE(findDifference(phq, vector).has_value());
        }
    }
}

} // namespace test_pack_wording
