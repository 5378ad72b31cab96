// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/base32.h"

#include "core/base/check.h"

namespace kairos::security {
namespace {

constexpr char kLetters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kBits = 5;

} // namespace

QChar base32Letter(int value) {
    KAIROS_CHECK(value >= 0 && value < 32);
    return QLatin1Char(kLetters[value]);
}

std::optional<int> base32Value(QChar letter) {
    const QChar upper = letter.toUpper();
    if (upper == u'O') {
        return 0;
    }
    if (upper == u'I' || upper == u'L') {
        return 1;
    }
    for (int value = 0; value < 32; ++value) {
        if (upper == QLatin1Char(kLetters[value])) {
            return value;
        }
    }
    return std::nullopt;
}

QList<int> toBase32Values(QByteArrayView bytes) {
    QList<int> values;
    values.reserve((bytes.size() * 8 + kBits - 1) / kBits);
    unsigned pending = 0;
    int pendingBits = 0;
    for (const char byte : bytes) {
        pending = ((pending << 8U) | static_cast<unsigned char>(byte)) & 0xFFFU;
        pendingBits += 8;
        while (pendingBits >= kBits) {
            pendingBits -= kBits;
            values.append(static_cast<int>((pending >> pendingBits) & 31U));
        }
    }
    if (pendingBits > 0) {
        values.append(static_cast<int>((pending << (kBits - pendingBits)) & 31U));
    }
    return values;
}

} // namespace kairos::security
