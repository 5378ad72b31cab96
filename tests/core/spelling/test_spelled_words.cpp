// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/spelled_words.h"

#include <QStringList>

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace test_spelled_words {
using namespace kairos;

namespace {

/// The words with bars between them.
std::string wordsOf(const char* line) {
    const QString text = QString::fromUtf8(line);
    QStringList words;
    for (const spelling::SpelledWord& word : spelling::spelledWords(text)) {
        words.append(text.mid(word.start, word.length));
    }
    return words.join(QLatin1Char('|')).toStdString();
}

} // namespace

TEST_CASE("A line falls into its words, without the marks around them", "[spelling]") {
    REQUIRE(wordsOf("Wept, then rested.") == "Wept|then|rested");
    REQUIRE(wordsOf("# Seen **today** - calm/clear (well-rested)") == "Seen|today|calm|clear|well|rested");
    REQUIRE(wordsOf("").empty());
    REQUIRE(wordsOf(" \t-  ").empty());
}

TEST_CASE("An apostrophe belongs to a word inside it and not around it", "[spelling]") {
    REQUIRE(wordsOf("don't 'quoted' O’Brien’s patients'") == "don't|quoted|O’Brien’s|patients");
}

TEST_CASE("Blanks, fields and triggers of macros are no words", "[spelling]") {
    REQUIRE(wordsOf("Dose [dose: not known] today") == "Dose|today");
    REQUIRE(wordsOf("Score {score}. ;intake done") == "Score|done");
    // Brackets around text of one's own are text.
    REQUIRE(wordsOf("[see below] {so to say}") == "see|below|so|to|say");
    REQUIRE(wordsOf("[open: ended") == "open|ended");
    REQUIRE(wordsOf("{}").empty());
}

TEST_CASE("Figures, abbreviations, addresses and single letters are no words", "[spelling]") {
    REQUIRE(wordsOf("PHQ-9 of 8, BP 142/88, 2nd dose 0.5mg/kg, b12") == "of|dose|kg");
    REQUIRE(wordsOf("a@b.example https://x.example/page www.x.example I wrote") == "wrote");
}

TEST_CASE("Letters of every script and their marks are letters", "[spelling]") {
    REQUIRE(wordsOf("Größe грусть e\xCC\x81te\xCC\x81") == "Größe|грусть|e\xCC\x81te\xCC\x81");
    REQUIRE(wordsOf("calm \xF0\x9F\x98\x80 \xF0\x90\x90\xA8\xF0\x90\x90\xA9") == "calm");
}

} // namespace test_spelled_words
