// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/private_rows.h"
#include "core/storage/statement.h"

#include "core/security/hash.h"

#include <QByteArray>

/// The tables behind the wall, row by row.
namespace kairos::storage {

inline const QByteArray kSelectKey = "SELECT author, wrapped FROM private_key";
inline const QByteArray kSelectNote =
    "SELECT id, version, author, patient, session, at_ms, offset_s, sealed FROM private_note";
inline const QByteArray kSelectRelease =
    "SELECT note, author, state, at_ms, offset_s, sealed FROM private_release";

/// The row that a statement of the texts above stands on.
[[nodiscard]] SealedKey sealedKeyAt(const Statement& row);
[[nodiscard]] SealedNote sealedNoteAt(const Statement& row);
[[nodiscard]] SealedRelease sealedReleaseAt(const Statement& row);

/// The hash of every column of the row, as the journal keeps it.
[[nodiscard]] security::Digest rowHash(const SealedKey& row);
[[nodiscard]] security::Digest rowHash(const SealedNote& row);
[[nodiscard]] security::Digest rowHash(const SealedRelease& row);

} // namespace kairos::storage
