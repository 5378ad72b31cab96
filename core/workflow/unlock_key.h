// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/practice_key.h"

#include <QString>

#include <memory>

namespace kairos::workflow {

/// The key of a practice on its way from the thread that derived it to the window.
using UnlockKey = std::shared_ptr<const security::PracticeKey>;

/// The key that the passphrase gives: half a second of work that touches no open practice, so it fits a
/// background thread. WrongPassphrase, NotFound, Damaged, Refused as OpenPractice::open().
[[nodiscard]] base::Result<UnlockKey> deriveUnlockKey(const QString& path, const QString& passphrase);

/// The key that the printed recovery code is. InvalidInput names the group that was mistyped;
/// WrongPassphrase: the code belongs to another practice.
[[nodiscard]] base::Result<UnlockKey> unlockKeyFromCode(const QString& path, const QString& code);

} // namespace kairos::workflow
