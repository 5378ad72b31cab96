// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"
#include "core/storage/journal.h"
#include "core/storage/private_rows.h"
#include "core/storage/verify.h"

#include "core/base/result.h"

#include <QList>

#include <optional>

namespace kairos::storage {

/// Reads what is sealed behind the wall, and keeps drafts there. Every read names the author: there is no
/// list of all notes.
class PrivateNotes final {
public:
    explicit PrivateNotes(Connection& connection) : m_connection(connection) {}

    [[nodiscard]] base::Result<std::optional<SealedKey>> key(const record::ClinicianId& author);
    /// Every version of the author's notes about the patient, a note's versions together, oldest first.
    [[nodiscard]] base::Result<QList<SealedNote>> notes(const record::ClinicianId& author,
                                                        const record::PatientId& patient);
    /// Every version of one note, oldest first; none when it is another author's.
    [[nodiscard]] base::Result<QList<SealedNote>> versions(const record::ClinicianId& author,
                                                           const record::PrivateNoteId& id);
    [[nodiscard]] base::Result<std::optional<SealedRelease>> release(const record::ClinicianId& author,
                                                                     const record::PrivateNoteId& note);
    /// Durable when it returns.
    [[nodiscard]] base::Outcome keepDraft(const SealedDraft& draft);
    [[nodiscard]] base::Result<std::optional<SealedDraft>> draft(const PrivateDraftKey& key);

private:
    Connection& m_connection;
};

/// Writes the change and, at the end of the journal, its entry; `origin` has who and when. Returns the head
/// after it. Must run inside a transaction. Throws SqlError. The end of a draft leaves the journal as it is.
[[nodiscard]] JournalHead writePrivate(Connection& connection, Journal& journal,
                                       const record::JournalEntry& origin, const PrivateChange& change);

/// What the journal's private entries, in order, say against what stands in the tables: rows that were
/// altered, lost or put back. Throws SqlError.
[[nodiscard]] QList<VerifyFinding> checkPrivate(Connection& connection,
                                                const QList<record::JournalEntry>& entries);

} // namespace kairos::storage
