// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/private_key.h"

#include "core/security/recovery_code.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_key {
using namespace kairos::security;
using kairos::base::ErrorCode;

namespace {

const QString kPassword = QStringLiteral("rain on a tin roof");
const QByteArray kOwner = "the author's own sixteen bytes";

struct Wrapped {
    PrivateKey key = PrivateKey::random();
    PracticeKey code = PracticeKey::random();
    WrappedKey wrapped = *wrapKey(key, {kPassword, KeyCost::cheap()}, code, kOwner);
};

QByteArray flipped(QByteArray bytes, qsizetype at) {
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
    return bytes;
}

} // namespace

TEST_CASE("What is sealed opens with its key in its own place alone", "[security][private]") {
    const auto key = PrivateKey::random();
    const QByteArray text = "what arose";
    const QByteArray sealed = key.seal(text, "about her");
    REQUIRE(key.open(sealed, "about her")->view() == text);
    REQUIRE(!key.open(sealed, "about him"));
    REQUIRE(!PrivateKey::random().open(sealed, "about her"));
    REQUIRE(!sealed.contains(text));
    REQUIRE(key.seal(text, "about her") != sealed);
    REQUIRE(key.open(key.seal({}, "empty"), "empty")->isEmpty());
}

TEST_CASE("Every flipped bit and every lost byte of what is sealed is refused", "[security][private]") {
    const auto key = PrivateKey::random();
    const QByteArray sealed = key.seal("short", "place");
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        REQUIRE(!key.open(flipped(sealed, i), "place"));
        REQUIRE(!key.open(sealed.first(i), "place"));
    }
    REQUIRE(!key.open(sealed + '\0', "place"));
}

TEST_CASE("The password and the author's own code each open the key, and nothing else does",
          "[security][private]") {
    const Wrapped made;
    REQUIRE(unwrapByPassword(made.wrapped, kPassword, kOwner)->key().equals(made.key.key()));
    REQUIRE(unwrapByCode(made.wrapped, recoveryCode(made.code), kOwner)->key().equals(made.key.key()));
    REQUIRE(unwrapByPassword(made.wrapped, QStringLiteral("rain on a tin root"), kOwner).error().code ==
            ErrorCode::WrongPassphrase);
    const auto other = unwrapByCode(made.wrapped, recoveryCode(PracticeKey::random()), kOwner);
    REQUIRE(other.error().code == ErrorCode::WrongPassphrase);
    REQUIRE(other.error().why.contains(QStringLiteral("that of the practice does not open them")));
    REQUIRE(unwrapByCode(made.wrapped, QStringLiteral("AAAAA"), kOwner).error().code ==
            ErrorCode::InvalidInput);
}

TEST_CASE("A key that is moved to another author does not open there", "[security][private]") {
    const Wrapped made;
    REQUIRE(!unwrapByPassword(made.wrapped, kPassword, "another author"));
    REQUIRE(!unwrapByCode(made.wrapped, recoveryCode(made.code), "another author"));
}

TEST_CASE("One way to the key cannot stand in the other's place", "[security][private]") {
    Wrapped made;
    std::swap(made.wrapped.byPassword, made.wrapped.byCode);
    REQUIRE(!unwrapByPassword(made.wrapped, kPassword, kOwner));
    REQUIRE(!unwrapByCode(made.wrapped, recoveryCode(made.code), kOwner));
}

TEST_CASE("Another password takes the place of the former one, and the code stays", "[security][private]") {
    const Wrapped made;
    const QString fresh = QStringLiteral("snow on a slate roof");
    const auto again = *wrapAgain(made.wrapped, made.key, PasswordCost{fresh, KeyCost::cheap()}, kOwner);
    REQUIRE(unwrapByPassword(again, fresh, kOwner).has_value());
    REQUIRE(!unwrapByPassword(again, kPassword, kOwner));
    REQUIRE(again.salt != made.wrapped.salt);
    REQUIRE(unwrapByCode(again, recoveryCode(made.code), kOwner).has_value());
}

TEST_CASE("Another recovery code takes the place of the former one, and the password stays",
          "[security][private]") {
    const Wrapped made;
    const auto code = PracticeKey::random();
    const auto again = wrapAgain(made.wrapped, made.key, code, kOwner);
    REQUIRE(unwrapByCode(again, recoveryCode(code), kOwner).has_value());
    REQUIRE(!unwrapByCode(again, recoveryCode(made.code), kOwner));
    REQUIRE(unwrapByPassword(again, kPassword, kOwner).has_value());
}

TEST_CASE("A wrapped key reads back from its bytes, and from no others", "[security][private]") {
    const Wrapped made;
    const QByteArray bytes = made.wrapped.toBytes();
    REQUIRE(WrappedKey::fromBytes(bytes) == made.wrapped);
    REQUIRE(!WrappedKey::fromBytes({}));
    REQUIRE(!WrappedKey::fromBytes(bytes.chopped(1)));
    REQUIRE(!WrappedKey::fromBytes(bytes + '\0'));
    REQUIRE(!WrappedKey::fromBytes(flipped(bytes, 0)));
    // A forged cost must not stall the PC.
    auto costly = made.wrapped;
    costly.cost.operations = 33;
    REQUIRE(!WrappedKey::fromBytes(costly.toBytes()));
}

TEST_CASE("A flipped bit in a wrapped key is refused on both ways", "[security][private]") {
    const Wrapped made;
    for (const qsizetype at : {qsizetype{0}, made.wrapped.byPassword.size() - 1}) {
        auto bad = made.wrapped;
        bad.byPassword = flipped(bad.byPassword, at);
        bad.byCode = flipped(bad.byCode, at);
        REQUIRE(!unwrapByPassword(bad, kPassword, kOwner));
        REQUIRE(!unwrapByCode(bad, recoveryCode(made.code), kOwner));
    }
}

} // namespace test_private_key
