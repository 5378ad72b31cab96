// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/recovery_code.h"

#include "core/security/base32.h"
#include "core/security/hash.h"
#include "core/security/words.h"

#include "core/base/check.h"

#include <array>
#include <utility>

namespace kairos::security {
namespace {

constexpr int kDataLetters = kRecoveryGroupLetters - 1;
constexpr int kCodeKeyBytes = 32;
constexpr int kAllLetters = kRecoveryGroups * kRecoveryGroupLetters;

/// A value of GF(32) times x, modulo x^5 + x^2 + 1.
unsigned timesX(unsigned value) {
    const unsigned shifted = value << 1U;
    return (shifted & 32U) != 0 ? shifted ^ 37U : shifted;
}

/// The check letter: the sum of place + x^1 d1 + x^2 d2 + x^3 d3 + x^4 d4 over GF(32). The factors differ
/// from each other, from 0 and from the check letter's own factor 1, so a change or a swap always changes the
/// sum.
int checkValue(const std::array<int, kDataLetters>& data, int place) {
    unsigned sum = 0;
    for (int i = kDataLetters - 1; i >= 0; --i) {
        sum = timesX(sum ^ static_cast<unsigned>(data.at(static_cast<size_t>(i))));
    }
    return static_cast<int>(sum ^ static_cast<unsigned>(place));
}

/// Four bits that check the whole key.
unsigned keyNibble(QByteArrayView key) {
    return blake2b256(key).bytes.front() >> 4U;
}

/// The values of a group whose check letter fits, or nothing.
std::optional<std::array<int, kDataLetters>> groupValues(QStringView text, int place) {
    if (text.size() != kRecoveryGroupLetters) {
        return std::nullopt;
    }
    std::array<int, kDataLetters> data{};
    for (int i = 0; i < kDataLetters; ++i) {
        const auto value = base32Value(text.at(i));
        if (!value) {
            return std::nullopt;
        }
        data.at(static_cast<size_t>(i)) = *value;
    }
    const auto check = base32Value(text.at(kDataLetters));
    return check == checkValue(data, place) ? std::optional(data) : std::nullopt;
}

/// The letters that count: without spaces and hyphens.
QString lettersOf(QStringView text) {
    QString letters;
    letters.reserve(text.size());
    for (const QChar letter : text) {
        if (!letter.isSpace() && letter != u'-') {
            letters += letter;
        }
    }
    return letters;
}

auto codeUnreadable(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The recovery code was not read"), why,
                      remedy);
}

/// Joins five-bit values to the key; the bits that are left over past its 32 bytes gather in `rest`.
struct KeyBits {
    SecretBytes key{kCodeKeyBytes};
    int used = 0;
    unsigned rest = 0;

    void add(int value) {
        for (int bit = 4; bit >= 0; --bit, ++used) {
            const auto isSet = (static_cast<unsigned>(value) >> bit) & 1U;
            if (used < kCodeKeyBytes * 8) {
                key.data()[used / 8] |= static_cast<unsigned char>(isSet << (7 - used % 8));
            } else {
                rest = (rest << 1U) | isSet;
            }
        }
    }
};

} // namespace

QStringList recoveryGroups(const PracticeKey& key) {
    QList<int> values = toBase32Values(key.key().view());
    KAIROS_CHECK(values.size() == kRecoveryGroups * kDataLetters);
    values.last() |= static_cast<int>(keyNibble(key.key().view()));
    QStringList groups;
    for (int place = 0; place < kRecoveryGroups; ++place) {
        std::array<int, kDataLetters> data{};
        QString group;
        for (int i = 0; i < kDataLetters; ++i) {
            data.at(static_cast<size_t>(i)) = values.at(place * kDataLetters + i);
            group += base32Letter(data.at(static_cast<size_t>(i)));
        }
        groups.append(group + base32Letter(checkValue(data, place)));
    }
    values.fill(0);
    return groups;
}

QString recoveryCode(const PracticeKey& key) {
    return recoveryGroups(key).join(u'-');
}

bool isRecoveryGroupRight(QStringView text, int place) {
    KAIROS_CHECK(place >= 0 && place < kRecoveryGroups);
    return groupValues(lettersOf(text), place).has_value();
}

base::Result<PracticeKey> keyFromRecoveryCode(QStringView text, const Salt& salt) {
    QString letters = lettersOf(text);
    KeyBits bits;
    for (int place = 0; place < kRecoveryGroups && (place + 1) * kRecoveryGroupLetters <= letters.size();
         ++place) {
        const auto values = groupValues(
            QStringView(letters).mid(place * kRecoveryGroupLetters, kRecoveryGroupLetters), place);
        if (!values) {
            wipe(letters);
            return codeUnreadable(Words::tr("group %1 is mistyped").arg(place + 1),
                                  Words::tr("compare that group with the paper"));
        }
        for (const int value : *values) {
            bits.add(value);
        }
    }
    const auto typed = letters.size();
    wipe(letters);
    if (typed != kAllLetters) {
        return codeUnreadable(Words::tr("it has %1 letters and digits, not %2").arg(kAllLetters).arg(typed),
                              Words::tr("type all %1 groups").arg(kRecoveryGroups));
    }
    if (bits.rest != keyNibble(bits.key.view())) {
        return codeUnreadable(Words::tr("its groups do not belong together"),
                              Words::tr("type all groups again from one sheet of paper"));
    }
    return PracticeKey(std::move(bits.key), salt);
}

} // namespace kairos::security
