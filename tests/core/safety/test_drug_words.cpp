// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/drug_words.h"

#include <catch2/catch_test_macros.hpp>

namespace test_drug_words {
using namespace kairos::safety;

TEST_CASE("A medicine's words lose case, accents and apostrophes", "[safety][drugs]") {
    REQUIRE(drugWords(QStringLiteral("St. John\u2019s wort")) ==
            QStringList{QStringLiteral("st"), QStringLiteral("johns"), QStringLiteral("wort")});
    REQUIRE(drugWords(QStringLiteral("LÉVOTHYROXINE 50\u00B5g")) ==
            QStringList{QStringLiteral("levothyroxine"), QStringLiteral("50\u03BCg")});
    REQUIRE(drugWords(QStringLiteral("co-codamol 30/500")) ==
            QStringList{QStringLiteral("co"), QStringLiteral("codamol"), QStringLiteral("30"),
                        QStringLiteral("500")});
    REQUIRE(drugWords(QStringLiteral("  ... ")).isEmpty());
}

TEST_CASE("The edit distance counts slips of the key up to its limit", "[safety][drugs]") {
    const auto between = [](const char* one, const char* other, int most) {
        return editDistance(QString::fromLatin1(one), QString::fromLatin1(other), most);
    };
    REQUIRE(between("lorazepam", "lorazepam", 2) == 0);
    REQUIRE(between("lorazepan", "lorazepam", 2) == 1);
    REQUIRE(between("lorazpam", "lorazepam", 2) == 1);
    REQUIRE(between("loarzepam", "lorazepam", 2) == 1); // two letters swapped are one slip
    REQUIRE(between("larozepem", "lorazepam", 2) == 3);
    REQUIRE(between("", "ab", 2) == 2);
    REQUIRE(between("ab", "abcdef", 2) == 3);
}

} // namespace test_drug_words
