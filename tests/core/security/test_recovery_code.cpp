// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/base32.h"
#include "core/security/recovery_code.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace test_recovery_code {
using namespace kairos::security;
using kairos::base::ErrorCode;

namespace {

PracticeKey countingKey() {
    SecretBytes key(32);
    for (size_t i = 0; i < key.size(); ++i) {
        key.data()[i] = static_cast<unsigned char>(i);
    }
    return {std::move(key), Salt{1, 2, 3}};
}

bool readsAsCountingKey(const QString& text) {
    const auto read = keyFromRecoveryCode(text, Salt{1, 2, 3});
    return read && read->key().equals(countingKey().key()) && read->salt() == Salt{1, 2, 3};
}

} // namespace

TEST_CASE("The recovery code of a known key is the published form of it", "[security]") {
    // Worked out apart from this code, by multiplying in GF(32) modulo x^5 + x^2 + 1.
    REQUIRE(recoveryCode(countingKey()) ==
            QStringLiteral("000GD-40R4X-0M300-E209K-185G3-R38ED-1W811-24GKZ-2GAH1-C5RR2-34D1B-P70XX-3RFW1"));
    REQUIRE(recoveryGroups(countingKey()).size() == kRecoveryGroups);
}

TEST_CASE("A recovery code reads back however it was typed", "[security]") {
    const QString code = recoveryCode(countingKey());
    REQUIRE(readsAsCountingKey(code));
    REQUIRE(readsAsCountingKey(code.toLower()));
    REQUIRE(readsAsCountingKey(QString(code).remove(u'-')));
    REQUIRE(readsAsCountingKey(QString(code).replace(u'-', u'\n')));
    REQUIRE(readsAsCountingKey(QString(code).replace(u'0', u'o').replace(u'1', u'I')));
}

TEST_CASE("Random keys come back from their recovery codes", "[security]") {
    for (int i = 0; i < 50; ++i) {
        const PracticeKey key = PracticeKey::random();
        const auto read = keyFromRecoveryCode(recoveryCode(key), key.salt());
        REQUIRE(read.has_value());
        REQUIRE(read->key().equals(key.key()));
    }
}

TEST_CASE("Every single mistyped letter is caught and its group named", "[security]") {
    const QString code = recoveryCode(countingKey());
    for (int place = 0; place < code.size(); ++place) {
        const auto right = base32Value(code.at(place));
        for (int value = 0; right && value < 32; ++value) {
            if (value == *right) {
                continue;
            }
            QString mistyped = code;
            mistyped[place] = base32Letter(value);
            const auto read = keyFromRecoveryCode(mistyped, Salt{});
            REQUIRE_FALSE(read.has_value());
            REQUIRE(read.error().code == ErrorCode::InvalidInput);
            REQUIRE(read.error().why == QStringLiteral("group %1 is mistyped").arg(place / 6 + 1));
        }
    }
}

TEST_CASE("Every swap of two neighbouring letters of a group is caught", "[security]") {
    for (int round = 0; round < 20; ++round) {
        const QStringList groups = recoveryGroups(PracticeKey::random());
        for (int place = 0; place < groups.size(); ++place) {
            REQUIRE(isRecoveryGroupRight(groups.at(place), place));
            for (int letter = 0; letter + 1 < kRecoveryGroupLetters; ++letter) {
                QString swapped = groups.at(place);
                std::swap(swapped[letter], swapped[letter + 1]);
                REQUIRE(isRecoveryGroupRight(swapped, place) == (swapped == groups.at(place)));
            }
        }
    }
}

TEST_CASE("Two groups in each other's place are both wrong", "[security]") {
    const QStringList groups = recoveryGroups(countingKey());
    for (int place = 0; place + 1 < groups.size(); ++place) {
        REQUIRE_FALSE(isRecoveryGroupRight(groups.at(place), place + 1));
        REQUIRE_FALSE(isRecoveryGroupRight(groups.at(place + 1), place));
    }
}

TEST_CASE("A code that is too short, too long or patched together is refused", "[security]") {
    const QString code = recoveryCode(countingKey());
    const auto tooShort = keyFromRecoveryCode(code.chopped(1), Salt{});
    REQUIRE(tooShort.error().why == QStringLiteral("it has 65 letters and digits, not 64"));
    REQUIRE(keyFromRecoveryCode(code + u'0', Salt{}).error().why.endsWith(QStringLiteral("not 66")));
    REQUIRE(keyFromRecoveryCode(QString(), Salt{}).error().why.endsWith(QStringLiteral("not 0")));
    // Groups of two sheets: each is right in itself; the four bits over the whole key find all but one in
    // sixteen.
    SecretBytes otherBytes(32);
    otherBytes.data()[0] = 1;
    const PracticeKey other(std::move(otherBytes), Salt{});
    QStringList mixed = recoveryGroups(countingKey());
    mixed[0] = recoveryGroups(other).first();
    REQUIRE(isRecoveryGroupRight(mixed.first(), 0));
    REQUIRE(keyFromRecoveryCode(mixed.join(u'-'), Salt{}).error().why ==
            QStringLiteral("its groups do not belong together"));
}

TEST_CASE("An error about a recovery code never repeats the code", "[security]") {
    const QStringList groups = recoveryGroups(countingKey());
    QString code = groups.join(u'-');
    code[0] = code.at(0) == u'7' ? u'8' : u'7';
    const QString sentence = keyFromRecoveryCode(code, Salt{}).error().sentence();
    for (const QString& group : groups) {
        REQUIRE_FALSE(sentence.contains(group));
    }
}

} // namespace test_recovery_code
