// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/speller.h"

#include "tests/support/dictionary_samples.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_speller {
using namespace kairos;
using spelling::Speller;

namespace {

spelling::DictionaryFiles filesOf(const QString& language) {
    const QString path = QStringLiteral(KAIROS_TEST_DATA "/dictionaries/") + language;
    return {language, path + QStringLiteral(".aff"), path + QStringLiteral(".dic")};
}

std::shared_ptr<const Speller> open(const char* language) {
    return Speller::open(filesOf(QLatin1String(language))).value();
}

} // namespace

TEST_CASE("A dictionary in UTF-8 knows its words, bent by its rules too", "[spelling]") {
    const auto english = open("en_XA");
    for (const char* word : {"grief", "Grief", "letters", "café"}) {
        INFO(word);
        REQUIRE(english->isGood(QString::fromUtf8(word)));
    }
    for (const char* word : {"greif", "letterss", "cafe", "größer"}) {
        INFO(word);
        REQUIRE_FALSE(english->isGood(QString::fromUtf8(word)));
    }
}

TEST_CASE("A dictionary in Latin-1 knows its letters, and none beyond them", "[spelling]") {
    const auto german = open("de_XA");
    for (const char* word : {"Gärten", "größer", "weiß", "Briefe"}) {
        INFO(word);
        REQUIRE(german->isGood(QString::fromUtf8(word)));
    }
    for (const char* word : {"Garten", "größr", "Trauer…", "грусть", "悲"}) {
        INFO(word);
        REQUIRE_FALSE(german->isGood(QString::fromUtf8(word)));
    }
    // A word beyond its letters does not spoil the one after it.
    REQUIRE(german->isGood(QString::fromUtf8("Gärten")));
}

TEST_CASE("A letter written with a mark of its own is the same letter", "[spelling]") {
    REQUIRE(open("en_XA")->isGood(QString::fromUtf8("cafe\xCC\x81")));
    REQUIRE(open("de_XA")->isGood(QString::fromUtf8("Ga\xCC\x88rten")));
}

TEST_CASE("What could be meant comes in the letters of the language", "[spelling]") {
    REQUIRE(open("en_XA")->suggestions(QStringLiteral("greif")).first() == QStringLiteral("grief"));
    REQUIRE(open("de_XA")->suggestions(QString::fromUtf8("größr")).contains(QString::fromUtf8("größer")));
    REQUIRE(open("de_XA")->suggestions(QString::fromUtf8("грусть")).isEmpty());
}

TEST_CASE("A damaged dictionary is refused in words", "[spelling]") {
    const QTemporaryDir folder;
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder.path());
    const spelling::DictionaryFiles files{QStringLiteral("en_XA"),
                                          folder.filePath(QStringLiteral("en_XA.aff")),
                                          folder.filePath(QStringLiteral("en_XA.dic"))};
    REQUIRE(Speller::open(files).has_value());
    test::writeBytes(files.dic, "4000000000\ngrief\n");
    const auto refused = Speller::open(files);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::Damaged);
    REQUIRE(refused.error().sentence().contains(QStringLiteral("en_XA")));
}

TEST_CASE("A dictionary with any byte of it turned is loaded or refused, never more", "[spelling][fault]") {
    const QTemporaryDir folder;
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder.path());
    const spelling::DictionaryFiles files{QStringLiteral("en_XA"),
                                          folder.filePath(QStringLiteral("en_XA.aff")),
                                          folder.filePath(QStringLiteral("en_XA.dic"))};
    for (const QString& path : {files.aff, files.dic}) {
        const QByteArray whole = test::bytesOf(path);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray turned = whole;
            turned[at] = static_cast<char>(turned.at(at) ^ 0x11);
            test::writeBytes(path, turned);
            if (const auto speller = Speller::open(files)) {
                static_cast<void>((*speller)->isGood(QStringLiteral("greif")));
                static_cast<void>((*speller)->suggestions(QStringLiteral("greif")));
            }
        }
        test::writeBytes(path, whole);
    }
    REQUIRE(Speller::open(files).has_value());
}

} // namespace test_speller
