// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/key_file.h"

#include <QString>

namespace kairos::storage {

/// NotFound when nothing stands at the path; Damaged when it is no file or too short for a practice.
[[nodiscard]] base::Outcome checkPracticeExists(const QString& practicePath, const QString& what);

/// Writes `NAME.kairos.key` whole or not at all.
[[nodiscard]] base::Outcome writeKeyFile(const QString& practicePath, const security::KeyFile& file);

/// The key that the passphrase gives for this practice. Without a key file the salt in the practice's first
/// 16 bytes and the standard cost are tried; what opens is then known only after opening.
/// WrongPassphrase: the key file's check value does not fit. Damaged: the key file cannot be read, or it is
/// missing and the file does not open.
[[nodiscard]] base::Result<security::PracticeKey> keyOf(const QString& practicePath,
                                                        const QString& passphrase);

/// Hands the key back when it opens this practice. WrongPassphrase: it belongs to another practice.
[[nodiscard]] base::Result<security::PracticeKey> checkKeyFits(const QString& practicePath,
                                                               security::PracticeKey key);

/// The salt of a practice: from the key file, else from the practice's first 16 bytes.
[[nodiscard]] base::Result<security::Salt> saltOf(const QString& practicePath);

} // namespace kairos::storage
