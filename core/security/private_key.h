// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/key_cost.h"
#include "core/security/practice_key.h"
#include "core/security/secret_bytes.h"

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kairos::security {

/// A clinician's own key to private notes: 256 random bits that nobody else in the practice can reach.
class PrivateKey final {
public:
    /// Needs a key of 32 bytes.
    explicit PrivateKey(SecretBytes key);

    /// A fresh key.
    [[nodiscard]] static PrivateKey random();

    [[nodiscard]] const SecretBytes& key() const { return m_key; }
    /// Seals `content` (XChaCha20-Poly1305, a fresh nonce in front). It opens only with the same `bound`,
    /// which is not in it: whose it is and about whom.
    [[nodiscard]] QByteArray seal(QByteArrayView content, QByteArrayView bound) const;
    /// What was sealed; none when a bit was changed, when it stands elsewhere, or with another key.
    [[nodiscard]] std::optional<SecretBytes> open(QByteArrayView sealed, QByteArrayView bound) const;

private:
    SecretBytes m_key;
};

/// A private key as the file keeps it: wrapped by the author's password and once more by the author's own
/// recovery code. Neither the passphrase nor the recovery code of the practice opens it.
struct WrappedKey {
    KeyCost cost; ///< of the password's Argon2id
    Salt salt{};  ///< of the password's Argon2id
    QByteArray byPassword;
    QByteArray byCode;

    bool operator==(const WrappedKey&) const = default;

    [[nodiscard]] QByteArray toBytes() const;
    /// None when they are damaged, or name a cost that no file may ask for.
    [[nodiscard]] static std::optional<WrappedKey> fromBytes(const QByteArray& bytes);
};

/// What a password is turned into a key with.
struct PasswordCost {
    QString password;
    KeyCost cost;
};

/// Wraps `key`, bound to `owner`, by the password and by a fresh recovery code, which `code` takes.
/// Refused: the PC lacks the memory.
[[nodiscard]] base::Result<WrappedKey> wrapKey(const PrivateKey& key, const PasswordCost& password,
                                               const PracticeKey& code, QByteArrayView owner);
/// The same key under another password; the recovery code stays. Refused as above.
[[nodiscard]] base::Result<WrappedKey> wrapAgain(WrappedKey wrapped, const PrivateKey& key,
                                                 const PasswordCost& password, QByteArrayView owner);
/// The same key under another recovery code; the password stays.
[[nodiscard]] WrappedKey wrapAgain(WrappedKey wrapped, const PrivateKey& key, const PracticeKey& code,
                                   QByteArrayView owner);

/// WrongPassphrase: the password does not fit, or the row is another one's or was changed.
/// Refused: the PC lacks the memory.
[[nodiscard]] base::Result<PrivateKey> unwrapByPassword(const WrappedKey& wrapped, const QString& password,
                                                        QByteArrayView owner);
/// InvalidInput: the code is mistyped. WrongPassphrase: it is another code, e.g. that of the practice.
[[nodiscard]] base::Result<PrivateKey> unwrapByCode(const WrappedKey& wrapped, const QString& code,
                                                    QByteArrayView owner);

} // namespace kairos::security
