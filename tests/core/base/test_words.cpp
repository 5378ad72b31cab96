// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"

#include <QStringList>

#include <catch2/catch_test_macros.hpp>

namespace test_words {
using namespace kairos;

namespace {

QStringList foldedWords(QStringView text) {
    QStringList words;
    for (const base::Word& word : base::wordsOf(text)) {
        words.append(word.folded);
    }
    return words;
}

QStringList list(QStringView words) {
    return words.toString().split(QLatin1Char(' '));
}

} // namespace

TEST_CASE("Words are runs of letters and digits, folded", "[base][words]") {
    REQUIRE(foldedWords(u"Slept 7.5 h; O'Neil, AH-0412.") == list(u"slept 7 5 h o neil ah 0412"));
    REQUIRE(foldedWords(u"Café STRAßE Über Łódź Ærø") == list(u"cafe strasse uber lodz aero"));
    REQUIRE(foldedWords(u" \n\t.,!").isEmpty());
    REQUIRE(foldedWords(u"").isEmpty());
}

TEST_CASE("A word says where it stands in the text as it was written", "[base][words]") {
    const auto words = base::wordsOf(u"  die Stra\u00DFe");
    REQUIRE(words.size() == 2);
    REQUIRE(words.at(1) == base::Word{6, 6, QStringLiteral("strasse")});
}

TEST_CASE("Combining marks, soft hyphens and joiners do not part a word", "[base][words]") {
    REQUIRE(foldedWords(u"e\u0301clair nai\u0308ve") == list(u"eclair naive"));
    REQUIRE(foldedWords(u"depres\u00ADsion") == list(u"depression"));
    // A mark without a letter is no word.
    REQUIRE(foldedWords(u"\u0301 a").size() == 1);
}

TEST_CASE("Letters outside the first plane and half letters are read without harm", "[base][words]") {
    const QString script = QString::fromUcs4(U"\U0001D49E\U0001F600 go", 5);
    REQUIRE(foldedWords(script) == list(u"c go"));
    const QString half = QString(QChar(0xD83D)) + QStringLiteral("x");
    REQUIRE(foldedWords(half) == list(u"x"));
    REQUIRE(foldedWords(u"\u05E9\u05DC\u05D5\u05DD abc") == list(u"\u05E9\u05DC\u05D5\u05DD abc"));
}

} // namespace test_words
