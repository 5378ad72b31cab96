// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/dictionary_check.h"

#include "tests/support/dictionary_samples.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_dictionary_check {
using namespace kairos;
using base::ErrorCode;
using spelling::checkedEncoding;

namespace {

/// The English dictionary in a folder of its own, to be damaged.
struct Sample {
    QTemporaryDir folder;
    spelling::DictionaryFiles files{QStringLiteral("en_XA"), folder.filePath(QStringLiteral("en_XA.aff")),
                                    folder.filePath(QStringLiteral("en_XA.dic"))};

    Sample() { test::copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folder.path()); }
    void writeRules(const QByteArray& rules) const { test::writeBytes(files.aff, rules); }
    void writeWords(const QByteArray& words) const { test::writeBytes(files.dic, words); }
    /// Why it is refused; empty when it is not.
    [[nodiscard]] QString why() const {
        const auto checked = checkedEncoding(files);
        if (checked) {
            return {};
        }
        REQUIRE(checked.error().what.contains(QStringLiteral("en_XA")));
        REQUIRE_FALSE(checked.error().remedy.isEmpty());
        return checked.error().why;
    }
};

const QByteArray kUtf8 = "SET UTF-8\n";

} // namespace

TEST_CASE("The encoding is the one the rules name, Latin-1 where they name none", "[spelling]") {
    REQUIRE(spelling::encodingOf("# rules\nSET UTF-8\r\n") == "UTF-8");
    REQUIRE(spelling::encodingOf("SET ISO8859-2\n") == "ISO-8859-2");
    REQUIRE(spelling::encodingOf("SET microsoft-cp1251\n") == "windows-1251");
    REQUIRE(spelling::encodingOf("TRY abc\n") == "ISO-8859-1");
    REQUIRE(spelling::encodingOf({}) == "ISO-8859-1");
}

TEST_CASE("A whole dictionary passes, with a byte order mark too", "[spelling]") {
    const Sample sample;
    REQUIRE(checkedEncoding(sample.files).value() == "UTF-8");
    sample.writeWords("\xEF\xBB\xBF" + test::bytesOf(sample.files.dic));
    REQUIRE(sample.why() == QString());
}

TEST_CASE("A file that is missing or empty is refused", "[spelling]") {
    const Sample sample;
    sample.writeWords({});
    REQUIRE(sample.why().contains(QStringLiteral("no text")));
    QFile::remove(sample.files.aff);
    REQUIRE(checkedEncoding(sample.files).error().code == ErrorCode::Storage);
}

TEST_CASE("Bytes that are no text are refused", "[spelling]") {
    const Sample sample;
    sample.writeWords(QByteArray("3\ngrief\0calm\n", 13));
    REQUIRE(sample.why().contains(QStringLiteral("no text")));
    sample.writeWords("1\ncaf\xE9\n"); // Latin-1 in a dictionary of UTF-8
    REQUIRE(sample.why().contains(QStringLiteral("encoding")));
}

TEST_CASE("An encoding that nobody knows is refused", "[spelling]") {
    const Sample sample;
    sample.writeRules("SET KLINGON-7\n");
    REQUIRE(sample.why().contains(QStringLiteral("encoding")));
}

TEST_CASE("A count of words that cannot be is refused, a slip of it is not", "[spelling]") {
    const Sample sample;
    for (const char* words : {"many\ngrief\n", "0\ngrief\n", "-1\ngrief\n", "4000000000\ngrief\n"}) {
        INFO(words);
        sample.writeWords(words);
        REQUIRE(sample.why().contains(QStringLiteral("counts other lines")));
    }
    sample.writeWords("9\ngrief\n");
    REQUIRE(sample.why() == QString());
}

TEST_CASE("A table of the rules that ends too early is refused", "[spelling]") {
    const Sample sample;
    sample.writeRules(kUtf8 + "SFX S Y 2\nSFX S 0 s .\nSFX S 0 es x\n");
    REQUIRE(sample.why() == QString());
    for (const char* rules : {"SFX S Y 3\nSFX S 0 s .\nSFX S 0 es x\n", "SFX S Y many\n", "REP -1\n",
                              "MAP 2\nMAP aá\n", "PFX\n", "SFX S Y\n"}) {
        INFO(rules);
        sample.writeRules(kUtf8 + rules);
        const bool isTable = !sample.why().isEmpty();
        REQUIRE(isTable == (QByteArray(rules) != "PFX\n")); // Without a flag it is no table.
    }
}

TEST_CASE("A line that no word can be is refused", "[spelling]") {
    const Sample sample;
    sample.writeWords("1\n" + QByteArray(70'000, 'a') + "\n");
    REQUIRE(sample.why().contains(QStringLiteral("longer than any word")));
}

} // namespace test_dictionary_check
