// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/practice_key.h"

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace kairos::security {

/// How many groups a recovery code has.
inline constexpr int kRecoveryGroups = 13;
/// How many letters a group has; the last one is its check letter.
inline constexpr int kRecoveryGroupLetters = 5;

/// The recovery code: the key of the practice in print, for the safe.
///
/// 13 groups of five letters of Crockford's base 32. Four letters carry the key, the fifth checks its group
/// and the group's place: every single mistyped letter, every swap of two neighbouring letters and every swap
/// of two groups is caught, and the group is named. The last four bits check the whole key. The salt is not
/// in the code: it stands in the key file and in the first 16 bytes of the practice file.
[[nodiscard]] QStringList recoveryGroups(const PracticeKey& key);
/// The groups joined by hyphens, on one line.
[[nodiscard]] QString recoveryCode(const PracticeKey& key);

/// Whether `text` is a well-typed group at `place` (0 to 12): for a form that marks a bad group while it is
/// typed.
[[nodiscard]] bool isRecoveryGroupRight(QStringView text, int place);

/// Reads a typed code: case, spaces and hyphens do not matter, O reads as 0, I and L as 1.
/// InvalidInput names the first group that was mistyped, or says how many letters are missing.
/// Whether the code belongs to a certain practice is for keyFits() or the file itself to say.
[[nodiscard]] base::Result<PracticeKey> keyFromRecoveryCode(QStringView text, const Salt& salt);

} // namespace kairos::security
