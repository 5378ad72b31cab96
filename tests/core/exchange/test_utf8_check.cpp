// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/utf8_check.h"

#include <catch2/catch_test_macros.hpp>

namespace test_utf8_check {
using namespace kairos;
using exchange::textOfFile;

namespace {

const QString kWhat = QStringLiteral("The file was not read");

base::Error errorOf(const QByteArray& bytes) {
    const auto text = textOfFile(bytes, kWhat);
    return text ? base::Error{} : text.error();
}

} // namespace

TEST_CASE("UTF-8 text is read with and without a byte order mark", "[exchange][utf8]") {
    REQUIRE(textOfFile("S\xC3\xB8ren", kWhat) == QStringLiteral("S\u00F8ren"));
    REQUIRE(textOfFile("\xEF\xBB\xBFmrn", kWhat) == QStringLiteral("mrn"));
    REQUIRE(textOfFile("", kWhat) == QString());
    REQUIRE(textOfFile("\xE2\x82\xAC\xF0\x9F\x98\x80", kWhat) == QStringLiteral("\u20AC\U0001F600"));
    REQUIRE(textOfFile("\xEF\xBF\xBF\xF4\x8F\xBF\xBF\xED\x9F\xBF", kWhat).has_value());
}

TEST_CASE("the line of the first byte that is no text is named", "[exchange][utf8]") {
    REQUIRE(errorOf("a\nb\nS\xF8ren\nc\xF8").code == base::ErrorCode::InvalidInput);
    REQUIRE(errorOf("a\nb\nS\xF8ren\nc\xF8").why.contains(QStringLiteral("line 3")));
    REQUIRE(errorOf("a\nb\nS\xF8ren").why.contains(QStringLiteral("0xf8")));
    REQUIRE(errorOf("\xEF\xBB\xBF\xFF").why.contains(QStringLiteral("line 1")));
    REQUIRE(errorOf(QByteArray("a\nb\0c", 5)).why.contains(QStringLiteral("line 2")));
}

TEST_CASE("what only looks like UTF-8 is refused", "[exchange][utf8]") {
    for (const char* bytes : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80",
                              "\xE2\x82", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"}) {
        REQUIRE(errorOf(bytes).code == base::ErrorCode::InvalidInput);
    }
}

TEST_CASE("UTF-16 is named as such", "[exchange][utf8]") {
    REQUIRE(errorOf(QByteArray("\xFF\xFEm\0", 4)).why.contains(QStringLiteral("UTF-16")));
    REQUIRE(errorOf(QByteArray("\xFE\xFF\0m", 4)).why.contains(QStringLiteral("UTF-16")));
}

} // namespace test_utf8_check
