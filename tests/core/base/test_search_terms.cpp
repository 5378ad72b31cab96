// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/search_terms.h"

#include <catch2/catch_test_macros.hpp>

namespace test_search_terms {
using namespace kairos;
using base::searchTerms;
using End = base::SearchTerm::End;

namespace {

QStringList marked(const QString& text, QStringView typed) {
    QStringList found;
    for (const auto& mark : base::searchMarks(text, searchTerms(typed))) {
        found.append(text.mid(mark.start, mark.length));
    }
    return found;
}

} // namespace

TEST_CASE("Words are wanted each, phrases together", "[base][search]") {
    REQUIRE(searchTerms(u"Sleep  wörk") ==
            QList<base::SearchTerm>{{{QStringLiteral("sleep")}, End::Beginning},
                                    {{QStringLiteral("work")}, End::Beginning}});
    REQUIRE(searchTerms(u"\"no sleep\" work") ==
            QList<base::SearchTerm>{{{QStringLiteral("no"), QStringLiteral("sleep")}, End::WholeWord},
                                    {{QStringLiteral("work")}, End::Beginning}});
    REQUIRE(searchTerms(u"AH-0412") ==
            QList<base::SearchTerm>{{{QStringLiteral("ah"), QStringLiteral("0412")}, End::Beginning}});
    REQUIRE(searchTerms(u"\u201Eno sleep\u201C") == searchTerms(u"\"no sleep\""));
}

TEST_CASE("A quote that is still open is a beginning", "[base][search]") {
    REQUIRE(searchTerms(u"\"no sle") ==
            QList<base::SearchTerm>{{{QStringLiteral("no"), QStringLiteral("sle")}, End::Beginning}});
}

TEST_CASE("Signs and operators are nothing by themselves", "[base][search]") {
    REQUIRE(searchTerms(u"* ^ ( ) : + - \" \"").isEmpty());
    REQUIRE(searchTerms(u"sleep AND NOT") ==
            QList<base::SearchTerm>{{{QStringLiteral("sleep")}, End::Beginning},
                                    {{QStringLiteral("and")}, End::Beginning},
                                    {{QStringLiteral("not")}, End::Beginning}});
}

TEST_CASE("Two letters are enough to search, one is not", "[base][search]") {
    REQUIRE(base::isEnoughToSearch(searchTerms(u"ab")));
    REQUIRE(base::isEnoughToSearch(searchTerms(u"a-b")));
    REQUIRE(base::isEnoughToSearch(searchTerms(u"a be")));
    REQUIRE(!base::isEnoughToSearch(searchTerms(u"a")));
    REQUIRE(!base::isEnoughToSearch(searchTerms(u"a b")));
    REQUIRE(!base::isEnoughToSearch(searchTerms(u"")));
}

TEST_CASE("Sixteen words are taken of a pasted page", "[base][search]") {
    const auto terms = searchTerms(QStringLiteral("word ").repeated(40));
    REQUIRE(terms.size() == 16);
    REQUIRE(searchTerms(QLatin1Char('"') + QStringLiteral("word ").repeated(40)).first().words.size() == 16);
}

TEST_CASE("Marks stand on whole words, as they were written", "[base][search]") {
    const QString text = QStringLiteral("Sleeping better; sleep diary. No sl\u00E9ep, no sle\u0301ep.");
    REQUIRE(marked(text, u"sleep") == QStringList{QStringLiteral("Sleeping"), QStringLiteral("sleep"),
                                                  QStringLiteral("sl\u00E9ep"),
                                                  QStringLiteral("sle\u0301ep")});
    REQUIRE(marked(text, u"\"sleep\"").first() == QStringLiteral("sleep"));
    REQUIRE(marked(text, u"\"better sleep\"") == QStringList{QStringLiteral("better; sleep")});
    REQUIRE(marked(text, u"\"sleep better\"").isEmpty());
    REQUIRE(marked(text, u"leep").isEmpty());
    REQUIRE(marked(QStringLiteral("die Stra\u00DFe"), u"STRASSE") ==
            QStringList{QStringLiteral("Stra\u00DFe")});
}

TEST_CASE("Marks that overlap are one", "[base][search]") {
    REQUIRE(marked(QStringLiteral("no sleep at all"), u"\"no sleep\" sleep") ==
            QStringList{QStringLiteral("no sleep")});
}

} // namespace test_search_terms
