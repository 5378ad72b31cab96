// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/hash.h"

#include <catch2/catch_test_macros.hpp>

namespace test_hash {
using namespace kairos::security;

namespace {

SecretBytes countingKey() {
    SecretBytes key(32);
    for (size_t i = 0; i < key.size(); ++i) {
        key.data()[i] = static_cast<unsigned char>(i);
    }
    return key;
}

} // namespace

TEST_CASE("BLAKE2b-256 gives what the reference implementation gives", "[security]") {
    // Source: the reference C code of RFC 7693 as shipped with CPython, hashlib.blake2b(..., digest_size=32).
    REQUIRE(blake2b256("").toHex() ==
            QStringLiteral("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    REQUIRE(blake2b256("abc").toHex() ==
            QStringLiteral("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    REQUIRE(keyedBlake2b256(countingKey(), "abc").toHex() ==
            QStringLiteral("d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"));
}

TEST_CASE("Content in pieces hashes as the pieces joined", "[security]") {
    Hasher plain;
    plain.add("a");
    plain.add("");
    plain.add("bc");
    REQUIRE(plain.finish() == blake2b256("abc"));
    Hasher keyed(countingKey());
    keyed.add("ab");
    keyed.add("c");
    REQUIRE(keyed.finish() == keyedBlake2b256(countingKey(), "abc"));
    REQUIRE(keyedBlake2b256(countingKey(), "abc") != blake2b256("abc"));
}

TEST_CASE("A digest reads back from its bytes and its digits, and from nothing else", "[security]") {
    const Digest digest = blake2b256("abc");
    REQUIRE(Digest::fromBytes(digest.toBytes()) == digest);
    REQUIRE(Digest::fromHex(digest.toHex()) == digest);
    REQUIRE(Digest::fromHex(digest.toHex().toUpper()) == digest);
    REQUIRE_FALSE(Digest::fromBytes(digest.toBytes().chopped(1)));
    REQUIRE_FALSE(Digest::fromHex(digest.toHex().chopped(1)));
    REQUIRE_FALSE(Digest::fromHex(digest.toHex() + u'0'));
    REQUIRE_FALSE(Digest::fromHex(digest.toHex().replace(3, 1, QStringLiteral("g"))));
}

} // namespace test_hash
