// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/record_table.h"

#include "core/storage/projection.h"
#include "core/storage/search_index.h"

#include "core/base/text.h"
#include "core/record/packing.h"
#include "core/security/hash.h"

namespace kairos::storage {

using namespace record;

namespace {

QByteArray upsertSql(RecordKind kind) {
    return "INSERT INTO " + tableOf(kind) +
           " (id, patient, parent, at_ms, code, state, entry, in_error, mac, content)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
           " ON CONFLICT (id) DO UPDATE SET patient = excluded.patient, parent = excluded.parent,"
           " at_ms = excluded.at_ms, code = excluded.code, state = excluded.state, entry = excluded.entry,"
           " in_error = excluded.in_error, content = excluded.content, mac = excluded.mac";
}

void writeRow(Connection& connection, const security::SecretBytes& recordKey, const JournalEntry& entry,
              const Projection& projection) {
    thread_local QHash<RecordKind, QByteArray> kSql;
    auto& sql = kSql[entry.kind];
    if (sql.isEmpty()) {
        sql = upsertSql(entry.kind);
    }
    const QByteArray mac = security::keyedBlake2b256(recordKey, entry.content).toBytes();
    auto& upsert = connection.statement(sql);
    upsert.bind(1, entry.record);
    upsert.bind(2, projection.patient ? std::optional(projection.patient->uuid) : std::nullopt);
    upsert.bind(3, projection.parent);
    upsert.bind(4, projection.atMs);
    upsert.bind(5, projection.code);
    upsert.bind(6, projection.state);
    upsert.bind(7, entry.count);
    upsert.bind(8, qint64{entry.action == Action::EnteredInError ? 1 : 0});
    upsert.bind(9, QByteArrayView(mac));
    upsert.bind(10, QByteArrayView(entry.content));
    upsert.run();
}

void writeSearchRow(Connection& connection, const Patient& patient) {
    // The family name comes first: lists are ordered by this text.
    const QString names = base::foldForSearch(patient.familyName + QLatin1Char(' ') + patient.givenName +
                                              QLatin1Char(' ') + patient.preferredName);
    auto& upsert = connection.statement(
        "INSERT INTO patient_search (patient, names, mrn, born) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (patient) DO UPDATE SET names = excluded.names, mrn = excluded.mrn,"
        " born = excluded.born");
    upsert.bind(1, patient.id.uuid);
    upsert.bind(2, names);
    upsert.bind(3, base::foldForSearch(patient.mrn));
    upsert.bind(4, patient.birthDate ? patient.birthDate->toString(Qt::ISODate) : QString());
    upsert.run();
}

void dropSearchRow(Connection& connection, const PatientId& patient) {
    auto& drop = connection.statement("DELETE FROM patient_search WHERE patient = ?");
    drop.bind(1, patient.uuid);
    drop.run();
}

template <class Record>
void writeWords(Connection& connection, const JournalEntry& entry, const Record& value) {
    const bool isGone = entry.action == Action::EnteredInError;
    putIntoSearch(connection, {Record::kKind, entry.record, project(value).patient},
                  isGone ? QList<SearchedPiece>() : searchedPieces(value));
}

} // namespace

bool applyEntry(Connection& connection, const security::SecretBytes& recordKey, const JournalEntry& entry,
                SearchWriting search) {
    bool isApplied = false;
    withRecordType(entry.kind, [&]<class Record>() {
        const auto value = unpack<Record>(entry.content);
        if (!value || value->id.uuid != entry.record) {
            return;
        }
        writeRow(connection, recordKey, entry, project(*value));
        if constexpr (std::is_same_v<Record, Patient>) {
            if (entry.action == Action::EnteredInError) {
                dropSearchRow(connection, value->id);
            } else {
                writeSearchRow(connection, *value);
            }
        }
        if constexpr (isSearched(Record::kKind)) {
            if (search == SearchWriting::Along) {
                writeWords(connection, entry, *value);
            }
        }
        isApplied = true;
    });
    return isApplied;
}

} // namespace kairos::storage
