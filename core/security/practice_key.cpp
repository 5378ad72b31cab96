// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/practice_key.h"

#include "core/security/sodium.h"
#include "core/security/words.h"

#include "core/base/check.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace kairos::security {
namespace {

constexpr size_t kPracticeKeyBytes = 32;

/// Writes two hexadecimal digits for each byte and returns the place after them.
unsigned char* writeHex(std::span<const unsigned char> bytes, unsigned char* out) {
    // Built by arithmetic rather than a table lookup, so that the key leaves no trace in the cache.
    const auto digit = [](unsigned value) {
        return static_cast<unsigned char>(value + 87U + (((value - 10U) >> 8) & ~38U));
    };
    for (const unsigned char byte : bytes) {
        *out++ = digit(byte >> 4U);
        *out++ = digit(byte & 15U);
    }
    return out;
}

} // namespace

PracticeKey::PracticeKey(SecretBytes key, const Salt& salt) : m_key(std::move(key)), m_salt(salt) {
    KAIROS_CHECK(m_key.size() == kPracticeKeyBytes);
}

PracticeKey PracticeKey::random() {
    return {SecretBytes::random(kPracticeKeyBytes), randomSalt()};
}

PracticeKey PracticeKey::clone() const {
    return {m_key.clone(), m_salt};
}

SecretBytes PracticeKey::toCipherKey() const {
    SecretBytes literal(2 * (kPracticeKeyBytes + m_salt.size()) + 3);
    unsigned char* out = literal.data();
    *out++ = 'x';
    *out++ = '\'';
    out = writeHex(m_key.bytes(), out);
    out = writeHex(m_salt, out);
    *out = '\'';
    return literal;
}

Salt randomSalt() {
    initialise();
    Salt salt{};
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

base::Result<Salt> saltFromBytes(QByteArrayView bytes) {
    Salt salt{};
    if (bytes.size() < static_cast<qsizetype>(salt.size())) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The salt of the practice was not read"),
                          Words::tr("it needs 16 bytes and the file is shorter"),
                          Words::tr("choose another file, or restore a backup"));
    }
    std::copy_n(bytes.begin(), salt.size(), salt.begin());
    return salt;
}

} // namespace kairos::security
