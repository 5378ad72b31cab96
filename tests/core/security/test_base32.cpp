// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/base32.h"

#include <catch2/catch_test_macros.hpp>

namespace test_base32 {
using namespace kairos::security;

TEST_CASE("Each of the 32 letters reads back as its value in both cases", "[security]") {
    for (int value = 0; value < 32; ++value) {
        REQUIRE(base32Value(base32Letter(value)) == value);
        REQUIRE(base32Value(base32Letter(value).toLower()) == value);
    }
}

TEST_CASE("Letters that look like digits read as those digits and U is no letter", "[security]") {
    REQUIRE(base32Value(u'O') == 0);
    REQUIRE(base32Value(u'o') == 0);
    REQUIRE(base32Value(u'I') == 1);
    REQUIRE(base32Value(u'l') == 1);
    REQUIRE_FALSE(base32Value(u'U').has_value());
    REQUIRE_FALSE(base32Value(u'-').has_value());
    REQUIRE_FALSE(base32Value(QChar(0x00E9)).has_value());
}

TEST_CASE("Bytes are cut into fives from the first bit on", "[security]") {
    REQUIRE(toBase32Values(QByteArray::fromHex("ff00")) == QList<int>{31, 28, 0, 0});
    REQUIRE(toBase32Values(QByteArray::fromHex("08421084ff")) == QList<int>{1, 1, 1, 1, 1, 1, 7, 31});
    REQUIRE(toBase32Values(QByteArray()).isEmpty());
}

} // namespace test_base32
