// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secret_bytes.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <memory>
#include <optional>

#include <sodium/crypto_generichash.h>

namespace kairos::security {

/// A BLAKE2b-256 digest: 32 bytes.
struct Digest {
    std::array<quint8, 32> bytes{};

    auto operator<=>(const Digest&) const = default;

    [[nodiscard]] QByteArray toBytes() const;
    /// Takes exactly 32 bytes.
    [[nodiscard]] static std::optional<Digest> fromBytes(QByteArrayView bytes);
    /// 64 hexadecimal digits in lower case.
    [[nodiscard]] QString toHex() const;
    /// Takes exactly 64 hexadecimal digits.
    [[nodiscard]] static std::optional<Digest> fromHex(QStringView text);
};

/// The BLAKE2b-256 of `content` (RFC 7693).
[[nodiscard]] Digest blake2b256(QByteArrayView content);

/// The keyed BLAKE2b-256 of `content`: nobody without the key can make it. The key has 16 to 64 bytes.
[[nodiscard]] Digest keyedBlake2b256(const SecretBytes& key, QByteArrayView content);

/// The BLAKE2b-256 of content that comes in pieces: the same as of the pieces joined.
class Hasher final {
public:
    Hasher();
    /// Keyed; the key has 16 to 64 bytes.
    explicit Hasher(const SecretBytes& key);

    void add(QByteArrayView piece);
    /// The digest of all pieces. The hasher takes no more after it.
    [[nodiscard]] Digest finish();

private:
    /// On the heap, where the 64 bytes that libsodium aligns it to hold: g++ 12 was seen to put it 32 bytes
    /// beside them on the stack of a build with the address sanitizer.
    std::unique_ptr<crypto_generichash_state> m_state;
    bool m_isFinished = false;
};

} // namespace kairos::security
