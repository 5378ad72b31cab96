// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secret_bytes.h"

#include "core/base/result.h"

#include <array>

namespace kairos::security {

/// The 16 bytes that stand in the clear at the start of a practice file and in its key file.
using Salt = std::array<quint8, 16>;

/// The 256-bit key of a practice file with the salt of that file. SQLCipher is given both: without the salt
/// one torn first sector would make the file unreadable.
class PracticeKey final {
public:
    /// Needs a key of 32 bytes.
    PracticeKey(SecretBytes key, const Salt& salt);

    /// A fresh random key and salt, for practices that are opened by raw key.
    [[nodiscard]] static PracticeKey random();
    /// A second copy, for a connection of its own.
    [[nodiscard]] PracticeKey clone() const;

    [[nodiscard]] const SecretBytes& key() const { return m_key; }
    [[nodiscard]] const Salt& salt() const { return m_salt; }
    /// Key and salt as SQLCipher reads them: x'…' around 96 hexadecimal digits, without a closing zero byte.
    [[nodiscard]] SecretBytes toCipherKey() const;

private:
    SecretBytes m_key;
    Salt m_salt;
};

/// A fresh random salt.
[[nodiscard]] Salt randomSalt();
/// The salt in the first 16 bytes of a practice file. Shorter input is InvalidInput.
[[nodiscard]] base::Result<Salt> saltFromBytes(QByteArrayView bytes);

} // namespace kairos::security
