// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password.h"

#include <catch2/catch_test_macros.hpp>

namespace test_password {
using namespace kairos::security;
using kairos::base::ErrorCode;

namespace {

const QString kPassword = QStringLiteral("heron on the weir");

} // namespace

TEST_CASE("A password verifies against its own hash only", "[security]") {
    const auto stored = hashPassword(kPassword, KeyCost::cheap());
    REQUIRE(stored.has_value());
    REQUIRE(stored->startsWith(QStringLiteral("$argon2id$v=19$m=8,t=1,p=1$")));
    REQUIRE_FALSE(stored->contains(kPassword));
    REQUIRE(verifyPassword(kPassword, *stored).has_value());
    for (const QString& typed : {QString(), QString(kPassword + u'x'), kPassword.toUpper()}) {
        const auto outcome = verifyPassword(typed, *stored);
        REQUIRE_FALSE(outcome.has_value());
        REQUIRE(outcome.error().code == ErrorCode::WrongPassphrase);
        // It is asked for to sign in, to sign and as a second person: the sentence is true of each.
        REQUIRE(outcome.error().sentence().startsWith(
            QStringLiteral("Nothing was done: the password does not fit")));
        REQUIRE((typed.isEmpty() || !outcome.error().sentence().contains(typed)));
    }
}

TEST_CASE("One password hashes differently each time", "[security]") {
    REQUIRE(*hashPassword(kPassword, KeyCost::cheap()) != *hashPassword(kPassword, KeyCost::cheap()));
}

TEST_CASE("A password that is too short is not hashed", "[security]") {
    REQUIRE(hashPassword(QStringLiteral("1234567"), KeyCost::cheap()).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(hashPassword(QStringLiteral("12345678"), KeyCost::cheap()).has_value());
}

TEST_CASE("A stored password that is damaged or asks for too much is refused as damaged", "[security]") {
    const QString stored = *hashPassword(kPassword, KeyCost::cheap());
    const auto changed = [&stored](const char* before, const char* after) {
        return QString(stored).replace(QLatin1String(before), QLatin1String(after));
    };
    for (const QString& text :
         {QString(), QStringLiteral("plain"), changed("argon2id", "argon2i"), changed("m=8,", "m=1048577,"),
          changed("t=1,", "t=33,"), changed("m=8,", "m=7,"), changed("m=8,", "m=99999999999,"),
          QString(stored + stored)}) {
        REQUIRE(verifyPassword(kPassword, text).error().code == ErrorCode::Damaged);
    }
}

TEST_CASE("A password wants a new hash when the cost has changed", "[security]") {
    const QString stored = *hashPassword(kPassword, KeyCost::cheap());
    REQUIRE_FALSE(needsRehash(stored, KeyCost::cheap()));
    REQUIRE(needsRehash(stored, KeyCost::password()));
    REQUIRE(needsRehash(QStringLiteral("plain"), KeyCost::cheap()));
}

} // namespace test_password
