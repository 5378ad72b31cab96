// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/key_cost.h"
#include "core/security/practice_key.h"

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace kairos::security {

/// What stands beside a practice in `NAME.kairos.key`. It holds no secret: without the passphrase it opens
/// nothing.
struct KeyFile {
    int format = 1;
    KeyCost cost;
    Salt salt{};
    /// The first 16 bytes of a keyed BLAKE2b of a constant under the key: tells a wrong passphrase from
    /// damage.
    std::array<quint8, 16> check{};

    bool operator==(const KeyFile&) const = default;

    /// JSON text, to be written as it is.
    [[nodiscard]] QByteArray toJson() const;
    /// Reads JSON text. Damaged: no key file, a missing or impossible field, an unbearable cost.
    /// Refused: a newer format.
    [[nodiscard]] static base::Result<KeyFile> fromJson(const QByteArray& json);
};

/// A new key and the key file that goes with it.
struct NewKey {
    KeyFile file;
    PracticeKey key;
};

/// How many characters a passphrase or password has at least.
inline constexpr int kLeastPassphraseCharacters = 8;

/// Whether a new passphrase or password may be used: 8 characters or more, not one character over and over.
/// InvalidInput says which rule it breaks and never repeats it.
[[nodiscard]] base::Outcome checkNewPassphrase(const QString& passphrase);

/// Makes the key of a new practice from its passphrase, with a fresh salt.
/// InvalidInput: checkNewPassphrase(); Refused: the PC lacks the memory.
[[nodiscard]] base::Result<NewKey> makeKeyFile(const QString& passphrase, KeyCost cost);
/// The same for a practice that has its salt already: a change of passphrase, or a lost key file.
[[nodiscard]] base::Result<NewKey> makeKeyFile(const QString& passphrase, KeyCost cost, const Salt& salt);

/// The key of a practice. WrongPassphrase: the check value does not fit; Refused: the PC lacks the memory.
[[nodiscard]] base::Result<PracticeKey> deriveKey(const QString& passphrase, const KeyFile& file);
/// The key that this passphrase gives, right or wrong: for a practice whose key file is missing.
[[nodiscard]] base::Result<PracticeKey> deriveUncheckedKey(const QString& passphrase, KeyCost cost,
                                                           const Salt& salt);

/// Whether the key, e.g. from a recovery code, is the one the key file was made with.
[[nodiscard]] bool keyFits(const PracticeKey& key, const KeyFile& file);
/// Writes a lost key file anew for a key that deriveUncheckedKey() made at `cost` and that opened the
/// practice.
[[nodiscard]] KeyFile keyFileOf(const PracticeKey& key, KeyCost cost);

} // namespace kairos::security
