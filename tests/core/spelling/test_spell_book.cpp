// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/spell_book.h"

#include <catch2/catch_test_macros.hpp>

namespace test_spell_book {
using namespace kairos;
using spelling::SpellBook;
using spelling::Speller;

namespace {

std::shared_ptr<const Speller> open(const char* language) {
    const QString path = QStringLiteral(KAIROS_TEST_DATA "/dictionaries/") + QLatin1String(language);
    return Speller::open(
               {QLatin1String(language), path + QStringLiteral(".aff"), path + QStringLiteral(".dic")})
        .value();
}

} // namespace

TEST_CASE("Without a dictionary every word is good", "[spelling]") {
    SpellBook book;
    REQUIRE(book.isEmpty());
    REQUIRE(book.isGood(QStringLiteral("greif")));
    REQUIRE(book.suggestions(QStringLiteral("greif")).isEmpty());
    book.setSpellers({open("en_XA")});
    REQUIRE_FALSE(book.isGood(QStringLiteral("greif")));
}

TEST_CASE("With two languages a word that is good in either is good", "[spelling]") {
    SpellBook book;
    book.setSpellers({open("en_XA"), open("de_XA")});
    REQUIRE(book.isGood(QStringLiteral("grief")));
    REQUIRE(book.isGood(QString::fromUtf8("größer")));
    REQUIRE_FALSE(book.isGood(QStringLiteral("greif")));
    const QStringList offers = book.suggestions(QStringLiteral("greif"));
    REQUIRE(offers.contains(QStringLiteral("grief")));
    REQUIRE(offers.contains(QString::fromUtf8("größer"))); // the German one's
    REQUIRE(offers.size() <= SpellBook::kMostSuggestions);
    REQUIRE(offers.count(QStringLiteral("grief")) == 1);
}

TEST_CASE("Known names are good in any case and with a possessive", "[spelling]") {
    SpellBook book;
    book.setSpellers({open("en_XA")});
    REQUIRE_FALSE(book.isGood(QStringLiteral("Adeyemi")));
    book.know({QStringLiteral("Ruth ADEYEMI-Nair"), QString()});
    for (const char* word : {"Ruth", "Adeyemi", "adeyemi", "Nair", "Adeyemi's", "Adeyemi’s"}) {
        INFO(word);
        REQUIRE(book.isGood(QString::fromUtf8(word)));
    }
    REQUIRE_FALSE(book.isGood(QStringLiteral("Adeyemis")));
}

TEST_CASE("A word is asked anew when other dictionaries come", "[spelling]") {
    SpellBook book;
    book.setSpellers({open("en_XA")});
    REQUIRE_FALSE(book.isGood(QStringLiteral("Trauer")));
    book.setSpellers({open("de_XA")});
    REQUIRE(book.isGood(QStringLiteral("Trauer")));
    REQUIRE_FALSE(book.isGood(QStringLiteral("grief")));
}

} // namespace test_spell_book
