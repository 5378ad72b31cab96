// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/key_cost.h"

#include "core/base/result.h"

#include <QString>

namespace kairos::security {

/// The stored form of a clinician's password: Argon2id with its salt and cost, as one line of text.
/// InvalidInput: checkNewPassphrase(); Refused: the PC lacks the memory.
[[nodiscard]] base::Result<QString> hashPassword(const QString& password, KeyCost cost);

/// Whether the password is the one that was hashed. WrongPassphrase: it is not;
/// Damaged: the stored text is no password hash, or asks for more than a KeyCost may.
[[nodiscard]] base::Outcome verifyPassword(const QString& password, const QString& stored);

/// Whether the stored form was made at another cost and should be made anew at the next sign-in.
[[nodiscard]] bool needsRehash(const QString& stored, KeyCost cost);

} // namespace kairos::security
