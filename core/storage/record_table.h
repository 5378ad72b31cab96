// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/record/journal_entry.h"
#include "core/security/secret_bytes.h"

namespace kairos::storage {

/// Whether the record's words go into the search index with it, or stay out while the index is lost.
enum class SearchWriting { Along, Never };

/// Applies one journal entry to the tables: the only code that writes a clinical table. The writing door,
/// restore and `verify --deep` all come through here. Throws SqlError. False when the content cannot be read.
[[nodiscard]] bool applyEntry(Connection& connection, const security::SecretBytes& recordKey,
                              const record::JournalEntry& entry, SearchWriting search = SearchWriting::Along);

} // namespace kairos::storage
