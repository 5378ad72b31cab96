// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>
#include <span>

namespace kairos::security {

/// Bytes that must not linger: a passphrase or a key. Held in guarded memory that is locked against swapping
/// where the system allows it, and overwritten with zeros before it is given back. Moves, never copies by
/// accident.
class SecretBytes final {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(size_t size);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes() = default;

    /// Copies `bytes`; the caller's own copy is the caller's to wipe().
    [[nodiscard]] static SecretBytes fromBytes(QByteArrayView bytes);
    /// The UTF-8 of `text` in Unicode form NFKC, so that a passphrase typed on another keyboard gives the
    /// same bytes.
    [[nodiscard]] static SecretBytes fromText(const QString& text);
    /// `size` fresh random bytes.
    [[nodiscard]] static SecretBytes random(size_t size);
    /// A second copy, asked for by name.
    [[nodiscard]] SecretBytes clone() const;

    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] unsigned char* data() { return m_data.get(); }
    /// Never null, not even when empty: the C functions that take it want an address that can be read.
    [[nodiscard]] const unsigned char* data() const;
    [[nodiscard]] std::span<const unsigned char> bytes() const { return {m_data.get(), m_size}; }
    /// The same bytes for Qt; valid as long as this object.
    [[nodiscard]] QByteArrayView view() const;
    /// Compares in a time that does not depend on where the first difference is.
    [[nodiscard]] bool equals(const SecretBytes& other) const;
    /// Overwrites with zeros and becomes empty.
    void wipe();

private:
    struct Wiper {
        void operator()(unsigned char* memory) const;
    };
    std::unique_ptr<unsigned char, Wiper> m_data;
    size_t m_size = 0;
};

/// Overwrites the text with zeros and empties it. Other holders of the same shared text keep theirs.
void wipe(QString& text);
/// Overwrites the bytes with zeros and empties them. Other holders of the same shared bytes keep theirs.
void wipe(QByteArray& bytes);

} // namespace kairos::security
