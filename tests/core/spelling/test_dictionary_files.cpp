// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/dictionary_files.h"

#include "tests/support/dictionary_samples.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_dictionary_files {
using namespace kairos;
using spelling::dictionariesIn;

TEST_CASE("The dictionaries of a folder are those with rules beside their words", "[spelling]") {
    const QTemporaryDir folder;
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder.path());
    test::writeBytes(folder.filePath(QStringLiteral("hyph_en_XA.dic")), "UTF-8\n");
    const auto found = dictionariesIn({folder.path()});
    REQUIRE(found.size() == 2);
    REQUIRE(found.at(0).language == QStringLiteral("de_XA"));
    REQUIRE(found.at(1) == spelling::DictionaryFiles{QStringLiteral("en_XA"),
                                                     folder.filePath(QStringLiteral("en_XA.aff")),
                                                     folder.filePath(QStringLiteral("en_XA.dic"))});
}

TEST_CASE("Of two dictionaries of one language that of the nearer folder counts", "[spelling]") {
    const QTemporaryDir near;
    const QTemporaryDir far;
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), near.path());
    test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), far.path());
    const auto found = dictionariesIn({near.path(), far.path()});
    REQUIRE(found.size() == 2);
    REQUIRE(found.first().dic.startsWith(near.path()));
}

TEST_CASE("A folder that is not there, or empty, has none", "[spelling]") {
    const QTemporaryDir folder;
    REQUIRE(dictionariesIn({folder.filePath(QStringLiteral("none")), folder.path()}).isEmpty());
    REQUIRE(dictionariesIn({}).isEmpty());
}

TEST_CASE("A folder beside the program is looked into first", "[spelling]") {
    const QStringList folders = spelling::dictionaryFolders();
    REQUIRE(folders.first() == QCoreApplication::applicationDirPath() + QStringLiteral("/dictionaries"));
    REQUIRE(folders.size() > 1);
}

TEST_CASE("A language is named with its land where it has one", "[spelling]") {
    REQUIRE(spelling::languageTitle(QStringLiteral("en_US")) ==
            QStringLiteral("English (United States), en_US"));
    REQUIRE(spelling::languageTitle(QStringLiteral("eo")) == QStringLiteral("Esperanto, eo"));
    REQUIRE(spelling::languageTitle(QStringLiteral("medical-terms")) == QStringLiteral("medical-terms"));
}

} // namespace test_dictionary_files
