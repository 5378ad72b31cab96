// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/record/journal_entry.h"
#include "core/security/hash.h"

#include <QList>

#include <optional>

namespace kairos::storage {

/// The journal's length and last hash: what a seal prints and a PC remembers.
struct JournalHead {
    qint64 count = 0;
    security::Digest hash;

    bool operator==(const JournalHead&) const = default;
};

/// The hash of an entry: BLAKE2b-256 over the previous hash and every field of the entry but its own hash.
[[nodiscard]] security::Digest entryHash(const security::Digest& previous, const record::JournalEntry& entry);

/// The hash that the first entry of a practice stands on.
[[nodiscard]] security::Digest genesisHash(const record::PracticeId& practice);

/// The entry as it stands after `before`: with its count and its hash.
[[nodiscard]] record::JournalEntry chained(const JournalHead& before, record::JournalEntry entry);

/// The append-only list of every change. Methods throw SqlError.
class Journal final {
public:
    Journal(Connection& connection, const record::PracticeId& practice);

    [[nodiscard]] JournalHead head();
    /// The hash at a position; none when the journal is shorter.
    [[nodiscard]] std::optional<security::Digest> hashAt(qint64 count);
    /// Writes a chained entry at the end. Must run inside a transaction.
    void append(const record::JournalEntry& entry);

    /// The positions of one record's entries, oldest first.
    [[nodiscard]] QList<qint64> positionsOf(const base::Uuid& record,
                                            const std::optional<record::PatientId>& patient);
    /// The positions of the last `limit` entries of one patient, newest first.
    [[nodiscard]] QList<qint64> positionsOfPatient(const record::PatientId& patient, int limit);
    /// The entry at a position; none when it is not there, cannot be read or does not fit its hash.
    [[nodiscard]] std::optional<record::JournalEntry> goodEntryAt(qint64 count);
    /// Up to `limit` entries from position `from` on, in order.
    [[nodiscard]] QList<record::JournalEntry> from(qint64 from, int limit);

private:
    Connection& m_connection;
    record::PracticeId m_practice;
};

} // namespace kairos::storage
