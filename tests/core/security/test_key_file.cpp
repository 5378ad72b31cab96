// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/key_file.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace test_key_file {
using namespace kairos::security;
using kairos::base::ErrorCode;

namespace {

const QString kPassphrase = QStringLiteral("four unrelated words here");
constexpr Salt kAsciiSalt{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

QByteArray changed(const char* before, const char* after) {
    const KeyFile file{1, KeyCost::full(), kAsciiSalt, {}};
    return file.toJson().replace(before, after);
}

} // namespace

TEST_CASE("The full cost is 256 MiB and three passes", "[security]") {
    REQUIRE(KeyCost::full().operations == 3);
    REQUIRE(KeyCost::full().memoryBytes == 268'435'456);
    REQUIRE(KeyCost::password().operations == 2);
    REQUIRE(KeyCost::password().memoryBytes == 67'108'864);
    REQUIRE(KeyCost::full().isBearable());
}

TEST_CASE("A key is the Argon2id of the passphrase as the reference program gives it", "[security]") {
    // Source: argon2 0~20171227 (reference implementation), -id -t 1 -k 8 -p 1 -l 32, the passphrase in
    // UTF-8.
    const auto key =
        deriveUncheckedKey(QStringLiteral("Gr\u00fc\u00dfe aus Oslo"), KeyCost::cheap(), kAsciiSalt);
    REQUIRE(key.has_value());
    REQUIRE(key->key().view().toByteArray().toHex() ==
            "f5800a52f1aabe448e294a7e07f9022803ed1c154eaa33e523da2c9704272d4b");
    const auto decomposed =
        deriveUncheckedKey(QStringLiteral("Gru\u0308\u00dfe aus Oslo"), KeyCost::cheap(), kAsciiSalt);
    REQUIRE(decomposed->key().equals(key->key()));
}

TEST_CASE("The passphrase that made a key file derives its key again", "[security]") {
    const auto made = makeKeyFile(kPassphrase, KeyCost::cheap());
    REQUIRE(made.has_value());
    REQUIRE(made->file.cost == KeyCost::cheap());
    REQUIRE(made->file.salt == made->key.salt());
    const auto derived = deriveKey(kPassphrase, made->file);
    REQUIRE(derived.has_value());
    REQUIRE(derived->key().equals(made->key.key()));
    REQUIRE(derived->salt() == made->file.salt);
    REQUIRE(keyFits(*derived, made->file));
}

TEST_CASE("Any other passphrase is named wrong and never repeated", "[security]") {
    const auto made = makeKeyFile(kPassphrase, KeyCost::cheap());
    for (const QString& typed : {QString(), QString(kPassphrase + u' '), kPassphrase.toUpper()}) {
        const auto derived = deriveKey(typed, made->file);
        REQUIRE_FALSE(derived.has_value());
        REQUIRE(derived.error().code == ErrorCode::WrongPassphrase);
        REQUIRE((typed.isEmpty() || !derived.error().sentence().contains(typed)));
    }
}

TEST_CASE("Two practices with one passphrase have different keys", "[security]") {
    const auto one = makeKeyFile(kPassphrase, KeyCost::cheap());
    const auto other = makeKeyFile(kPassphrase, KeyCost::cheap());
    REQUIRE(one->file.salt != other->file.salt);
    REQUIRE_FALSE(one->key.key().equals(other->key.key()));
    REQUIRE_FALSE(keyFits(one->key, other->file));
}

TEST_CASE("A change of passphrase may keep the salt of the practice", "[security]") {
    const auto first = makeKeyFile(kPassphrase, KeyCost::cheap());
    const auto second = makeKeyFile(QStringLiteral("another passphrase"), KeyCost::cheap(), first->file.salt);
    REQUIRE(second->file.salt == first->file.salt);
    REQUIRE_FALSE(second->key.key().equals(first->key.key()));
}

TEST_CASE("The check value is the keyed BLAKE2b of the constant", "[security]") {
    // Source: CPython's hashlib.blake2b with the key 00 01 … 1f.
    SecretBytes bytes(32);
    for (size_t i = 0; i < bytes.size(); ++i) {
        bytes.data()[i] = static_cast<unsigned char>(i);
    }
    const KeyFile file = keyFileOf(PracticeKey(std::move(bytes), kAsciiSalt), KeyCost::cheap());
    REQUIRE(file.toJson().contains("\"check\": \"fb731e866ea50208d329027c25fe54af\""));
    REQUIRE(file.toJson().contains("\"salt\": \"30313233343536373839616263646566\""));
}

TEST_CASE("A key file reads back from its JSON", "[security]") {
    const auto made = makeKeyFile(kPassphrase, KeyCost::cheap());
    const auto read = KeyFile::fromJson(made->file.toJson());
    REQUIRE(read.has_value());
    REQUIRE(*read == made->file);
}

TEST_CASE("A key file that is damaged or foreign is refused with a sentence", "[security]") {
    REQUIRE(KeyFile::fromJson(changed("", "")).has_value());
    for (const QByteArray& json :
         {QByteArray(), QByteArray("{}"), QByteArray("[1]"), changed("kairos-key", "other-key"),
          changed("argon2id13", "pbkdf2"), changed("\"format\": 1", "\"format\": 0"),
          changed("\"operations\": 3", "\"operations\": 2.5"),
          changed("\"operations\": 3", "\"operations\": -3"),
          changed("\"operations\": 3", "\"operations\": \"3\""), changed("303132", "30313"),
          changed("303132", "3g3132"), changed("\"check\"", "\"chuck\""), changed("}", "")}) {
        const auto read = KeyFile::fromJson(json);
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().code == ErrorCode::Damaged);
        REQUIRE_FALSE(read.error().remedy.isEmpty());
    }
}

TEST_CASE("A key file may ask for 1 GiB and 32 passes and no more", "[security]") {
    REQUIRE(KeyFile::fromJson(changed("268435456", "1073741824")).has_value());
    REQUIRE(KeyFile::fromJson(changed("268435456", "8192")).has_value());
    REQUIRE(KeyFile::fromJson(changed("\"operations\": 3", "\"operations\": 32")).has_value());
    for (const QByteArray& json :
         {changed("268435456", "1073741825"), changed("268435456", "8191"),
          changed("\"operations\": 3", "\"operations\": 33"),
          changed("\"operations\": 3", "\"operations\": 0"), changed("268435456", "1e300")}) {
        REQUIRE(KeyFile::fromJson(json).error().code == ErrorCode::Damaged);
    }
}

TEST_CASE("A key file of a newer format is refused as newer", "[security]") {
    const auto read = KeyFile::fromJson(changed("\"format\": 1", "\"format\": 2"));
    REQUIRE(read.error().code == ErrorCode::Refused);
    REQUIRE(read.error().why.contains(QStringLiteral("newer")));
}

TEST_CASE("A new passphrase has eight characters and more than one kind", "[security]") {
    REQUIRE(checkNewPassphrase(QStringLiteral("12345678")).has_value());
    REQUIRE(checkNewPassphrase(QStringLiteral("aaaaaaab")).has_value());
    // Eight characters outside the basic plane are sixteen QChars; four of them are four characters.
    REQUIRE(checkNewPassphrase(QStringLiteral("\U0001F600\U0001F601").repeated(4)).has_value());
    for (const QString& text :
         {QString(), QStringLiteral("1234567"), QStringLiteral("aaaaaaaaaaaa"),
          QStringLiteral("\U0001F600\U0001F601").repeated(2), QStringLiteral("abcu\u0308defg").left(8)}) {
        const auto outcome = checkNewPassphrase(text);
        REQUIRE_FALSE(outcome.has_value());
        REQUIRE(outcome.error().code == ErrorCode::InvalidInput);
        REQUIRE((text.isEmpty() || !outcome.error().sentence().contains(text)));
    }
    REQUIRE_FALSE(makeKeyFile(QStringLiteral("short"), KeyCost::cheap()).has_value());
}

TEST_CASE("SQLCipher is given key and salt as 96 hexadecimal digits", "[security]") {
    SecretBytes bytes(32);
    for (size_t i = 0; i < bytes.size(); ++i) {
        bytes.data()[i] = static_cast<unsigned char>(255 - 8 * i);
    }
    const QByteArray expected =
        "x'" + bytes.view().toByteArray().toHex() + "30313233343536373839616263646566'";
    const PracticeKey key(std::move(bytes), kAsciiSalt);
    REQUIRE(key.toCipherKey().view() == QByteArrayView(expected));
    REQUIRE(expected.size() == 99);
    REQUIRE(key.clone().toCipherKey().equals(key.toCipherKey()));
}

TEST_CASE("A salt is the first 16 bytes of a file and fewer are refused", "[security]") {
    const QByteArray head("0123456789abcdef and the rest");
    REQUIRE(saltFromBytes(head) == kAsciiSalt);
    REQUIRE(saltFromBytes(head.left(16)) == kAsciiSalt);
    REQUIRE(saltFromBytes(head.left(15)).error().code == ErrorCode::InvalidInput);
}

} // namespace test_key_file
