// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/private_notes.h"

#include "core/storage/private_table.h"
#include "core/storage/sql_error.h"

namespace kairos::storage {
namespace {

const char* const kNotesNotRead = QT_TRANSLATE_NOOP("Words", "The private notes were not read");
const char* const kNotKept = QT_TRANSLATE_NOOP("Words", "The draft was not kept");

template <class Row, class Read>
QList<Row> rowsOf(Statement& query, Read&& read) {
    QList<Row> rows;
    while (query.step()) {
        rows.append(read(query));
    }
    query.reset();
    return rows;
}

template <class Row>
std::optional<Row> firstOf(const QList<Row>& rows) {
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

} // namespace

base::Result<std::optional<SealedKey>> PrivateNotes::key(const record::ClinicianId& author) {
    return guarded(kNotesNotRead, [&] {
        auto& query = m_connection.statement(kSelectKey + " WHERE author = ?");
        query.bind(1, author.uuid);
        return firstOf(rowsOf<SealedKey>(query, sealedKeyAt));
    });
}

base::Result<QList<SealedNote>> PrivateNotes::notes(const record::ClinicianId& author,
                                                    const record::PatientId& patient) {
    return guarded(kNotesNotRead, [&] {
        auto& query =
            m_connection.statement(kSelectNote + " WHERE author = ? AND patient = ? ORDER BY id, version");
        query.bind(1, author.uuid);
        query.bind(2, patient.uuid);
        return rowsOf<SealedNote>(query, sealedNoteAt);
    });
}

base::Result<QList<SealedNote>> PrivateNotes::versions(const record::ClinicianId& author,
                                                       const record::PrivateNoteId& id) {
    return guarded(kNotesNotRead, [&] {
        auto& query = m_connection.statement(kSelectNote + " WHERE id = ? AND author = ? ORDER BY version");
        query.bind(1, id.uuid);
        query.bind(2, author.uuid);
        return rowsOf<SealedNote>(query, sealedNoteAt);
    });
}

base::Result<std::optional<SealedRelease>> PrivateNotes::release(const record::ClinicianId& author,
                                                                 const record::PrivateNoteId& note) {
    return guarded(kNotesNotRead, [&] {
        auto& query = m_connection.statement(kSelectRelease + " WHERE note = ? AND author = ?");
        query.bind(1, note.uuid);
        query.bind(2, author.uuid);
        return firstOf(rowsOf<SealedRelease>(query, sealedReleaseAt));
    });
}

base::Outcome PrivateNotes::keepDraft(const SealedDraft& draft) {
    return guarded(kNotKept, [&] {
        auto& upsert = m_connection.statement(
            "INSERT INTO private_draft (author, patient, saved_ms, sealed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (author, patient) DO UPDATE SET saved_ms = excluded.saved_ms,"
            " sealed = excluded.sealed");
        upsert.bind(1, draft.key.author.uuid);
        upsert.bind(2, draft.key.patient.uuid);
        upsert.bind(3, draft.savedMs);
        upsert.bind(4, QByteArrayView(draft.sealed));
        upsert.run();
    });
}

base::Result<std::optional<SealedDraft>> PrivateNotes::draft(const PrivateDraftKey& key) {
    return guarded(kNotesNotRead, [&] {
        auto& query = m_connection.statement(
            "SELECT saved_ms, sealed FROM private_draft WHERE author = ? AND patient = ?");
        query.bind(1, key.author.uuid);
        query.bind(2, key.patient.uuid);
        return firstOf(rowsOf<SealedDraft>(query, [&](const Statement& row) {
            return SealedDraft{key, row.integer(0), row.bytes(1).toByteArray()};
        }));
    });
}

} // namespace kairos::storage
