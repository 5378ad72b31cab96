// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/secret_bytes.h"
#include "core/security/sodium.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace test_secret_bytes {
using namespace kairos::security;

TEST_CASE("Secret bytes move and never copy", "[security]") {
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SecretBytes>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<SecretBytes>);
    SecretBytes first = SecretBytes::fromBytes("secret");
    SecretBytes second = std::move(first);
    REQUIRE(first.isEmpty()); // NOLINT(bugprone-use-after-move): the state after a move is what is tested
    REQUIRE(second.view() == QByteArrayView("secret"));
    SecretBytes third;
    third = std::move(second);
    REQUIRE(second.isEmpty()); // NOLINT(bugprone-use-after-move)
    REQUIRE(third.size() == 6);
}

TEST_CASE("A new secret is zero, a random one is not, and two random ones differ", "[security]") {
    const SecretBytes zero(32);
    REQUIRE(
        std::all_of(zero.bytes().begin(), zero.bytes().end(), [](unsigned char byte) { return byte == 0; }));
    const SecretBytes one = SecretBytes::random(32);
    const SecretBytes other = SecretBytes::random(32);
    REQUIRE_FALSE(one.equals(zero));
    REQUIRE_FALSE(one.equals(other));
    REQUIRE(one.equals(one.clone()));
    REQUIRE_FALSE(one.equals(SecretBytes::random(31)));
}

TEST_CASE("Text becomes the same bytes however its accents were typed", "[security]") {
    const QString composed = QStringLiteral("Gr\u00fc\u00dfe");
    const QString decomposed = QStringLiteral("Gru\u0308\u00dfe");
    const QString wide = QStringLiteral("\uff27r\u00fc\u00dfe"); // a full-width G
    REQUIRE(SecretBytes::fromText(composed).equals(SecretBytes::fromText(decomposed)));
    REQUIRE(SecretBytes::fromText(composed).equals(SecretBytes::fromText(wide)));
    REQUIRE(SecretBytes::fromText(composed).size() == 7);
    REQUIRE_FALSE(SecretBytes::fromText(composed).equals(SecretBytes::fromText(composed.toLower())));
    REQUIRE(SecretBytes::fromText(QString()).isEmpty());
}

TEST_CASE("Wiping empties what it is given and leaves other holders alone", "[security]") {
    QString text = QStringLiteral("a passphrase");
    const QString shared = text;
    wipe(text);
    REQUIRE(text.isEmpty());
    REQUIRE(shared == QStringLiteral("a passphrase"));
    QByteArray bytes("a passphrase");
    wipe(bytes);
    REQUIRE(bytes.isEmpty());
    SecretBytes secret = SecretBytes::fromBytes("a passphrase");
    secret.wipe();
    REQUIRE(secret.isEmpty());
}

TEST_CASE("Random bytes have the size asked for and differ", "[security]") {
    REQUIRE(randomBytes(0).isEmpty());
    REQUIRE(randomBytes(16).size() == 16);
    REQUIRE(randomBytes(16) != randomBytes(16));
}

} // namespace test_secret_bytes
