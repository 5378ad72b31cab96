// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/found_passage.h"

#include <catch2/catch_test_macros.hpp>

namespace test_found_passage {
using namespace kairos;
using workflow::passageOf;

namespace {

QStringList marked(const workflow::FoundPassage& passage) {
    QStringList words;
    for (const auto& mark : passage.marks) {
        words.append(passage.text.mid(mark.start, mark.length));
    }
    return words;
}

const QString kFiller = QStringLiteral("plain words stand here. ");

} // namespace

TEST_CASE("A short text is shown whole, on one line", "[workflow][find]") {
    const auto passage =
        passageOf({{QStringLiteral("data"), QStringLiteral("Slept\nwell.\x01")}}, base::searchTerms(u"well"));
    REQUIRE(passage.text == QStringLiteral("Slept well. "));
    REQUIRE(passage.part == QStringLiteral("data"));
    REQUIRE(marked(passage) == QStringList{QStringLiteral("well")});
    REQUIRE(!passage.isCutBefore);
    REQUIRE(!passage.isCutAfter);
}

TEST_CASE("The passage is where most of the words stand together", "[workflow][find]") {
    const QString text = QStringLiteral("The garden. ") + kFiller.repeated(30) +
                         QStringLiteral("She spoke of the garden and of her father. ") + kFiller.repeated(30);
    const auto passage =
        passageOf({{QStringLiteral("subjective"), QStringLiteral("garden")}, {QStringLiteral("plan"), text}},
                  base::searchTerms(u"father garden"));
    REQUIRE(passage.part == QStringLiteral("plan"));
    REQUIRE(marked(passage) == QStringList{QStringLiteral("garden"), QStringLiteral("father")});
    REQUIRE(passage.isCutBefore);
    REQUIRE(passage.isCutAfter);
    REQUIRE(text.mid(passage.start, passage.text.size()) == passage.text);
    REQUIRE(!passage.text.startsWith(QLatin1Char(' ')));
    REQUIRE(passage.text.size() < 200);
}

TEST_CASE("Of equal places the first is shown, and no word is cut", "[workflow][find]") {
    const QString text =
        kFiller.repeated(10) + QStringLiteral("garden ") + kFiller.repeated(20) + QStringLiteral("garden");
    const auto passage = passageOf({{QStringLiteral("text"), text}}, base::searchTerms(u"garden"));
    REQUIRE(passage.start < text.indexOf(QStringLiteral("garden")));
    REQUIRE(passage.start > 0);
    REQUIRE(text.at(passage.start - 1).isSpace());
    REQUIRE(text.at(passage.start + passage.text.size()).isSpace());
}

TEST_CASE("Text without spaces is cut without halving a letter", "[workflow][find]") {
    const QString letter = QString::fromUcs4(U"\U00020000", 1);
    const QString text = letter.repeated(300) + QStringLiteral(" garden ") + letter.repeated(300);
    const auto passage = passageOf({{QStringLiteral("text"), text}}, base::searchTerms(u"garden"));
    REQUIRE(marked(passage) == QStringList{QStringLiteral("garden")});
    REQUIRE(!passage.text.front().isLowSurrogate());
    REQUIRE(!passage.text.back().isHighSurrogate());
}

TEST_CASE("A record found by another's name shows its beginning", "[workflow][find]") {
    const auto passage =
        passageOf({{QStringLiteral("text"), kFiller.repeated(20)}}, base::searchTerms(u"elena"));
    REQUIRE(passage.text.startsWith(QStringLiteral("plain")));
    REQUIRE(passage.marks.isEmpty());
    REQUIRE(passage.isCutAfter);
    REQUIRE(passageOf({}, base::searchTerms(u"elena")) == workflow::FoundPassage{});
}

} // namespace test_found_passage
