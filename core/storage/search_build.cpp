// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_index.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "core/storage/sql_error.h"
#include "core/storage/transaction.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/security/hash.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace kairos::storage {

using record::RecordKind;

namespace {

const char* const kNotMade = QT_TRANSLATE_NOOP("storage", "The search index was not made");

constexpr int kRowsAStep = 400;

const QList<RecordKind>& searchedKinds() {
    static const QList<RecordKind> kKinds = [] {
        QList<RecordKind> kinds;
        std::copy_if(record::kAllKinds.begin(), record::kAllKinds.end(), std::back_inserter(kinds),
                     record::isSearched);
        return kinds;
    }();
    return kKinds;
}

struct IndexedRow {
    SearchedRecord record;
    QByteArray mac;
    QByteArray content;
};

QList<IndexedRow> rowsAfter(Connection& connection, RecordKind kind, const QByteArray& after) {
    auto& query = connection.statement("SELECT id, patient, mac, content FROM " + tableOf(kind) +
                                       " WHERE in_error = 0 AND id > ? ORDER BY id LIMIT ?");
    query.bind(1, QByteArrayView(after));
    query.bind(2, qint64{kRowsAStep});
    QList<IndexedRow> rows;
    while (query.step()) {
        IndexedRow row{{kind, query.uuid(0).value_or(base::Uuid{}), std::nullopt},
                       query.bytes(2).toByteArray(),
                       query.bytes(3).toByteArray()};
        if (const auto patient = query.uuid(1)) {
            row.record.patient = record::PatientId{*patient};
        }
        rows.append(std::move(row));
    }
    query.reset();
    return rows;
}

/// A damaged record is not indexed: it could not be shown either.
void indexRow(Connection& connection, const security::SecretBytes& recordKey, const IndexedRow& row) {
    if (security::keyedBlake2b256(recordKey, row.content).toBytes() != row.mac) {
        return;
    }
    record::withRecordType(row.record.kind, [&]<class Record>() {
        if (const auto value = record::unpack<Record>(row.content)) {
            putIntoSearch(connection, row.record, record::searchedPieces(*value));
        }
    });
}

/// Takes the two virtual tables out of the schema, so that what lies behind them are tables like any other:
/// the engine drops no virtual table whose contents it cannot read.
void releaseTables(Connection& connection) {
    connection.execute("PRAGMA writable_schema = ON");
    try {
        connection.execute("DELETE FROM sqlite_schema WHERE type = 'table' AND name IN"
                           " ('search_name', 'search_text')");
    } catch (const SqlError&) {
        connection.execute("PRAGMA writable_schema = RESET");
        throw;
    }
    connection.execute("PRAGMA writable_schema = RESET");
}

/// What a damaged page does not let go is put aside under another name; the damage itself is for `verify` to
/// name.
void dropOrPutAside(Connection& connection, const QByteArray& table, qint64 suffix) {
    try {
        connection.execute(("DROP TABLE IF EXISTS " + table).constData());
    } catch (const SqlError&) {
        connection.execute(
            ("ALTER TABLE " + table + " RENAME TO " + table + "_lost_" + QByteArray::number(suffix))
                .constData());
    }
}

} // namespace

void SearchIndex::dropAndCreate() {
    m_connection.forgetStatements();
    Transaction transaction(m_connection);
    forgetSearch(m_connection);
    const qint64 suffix = m_connection.integer("SELECT count(*) FROM sqlite_master");
    releaseTables(m_connection);
    dropOrPutAside(m_connection, "search_row", suffix);
    for (const char* words : {"search_name", "search_text"}) {
        for (const char* part : {"_data", "_idx", "_docsize", "_config"}) {
            dropOrPutAside(m_connection, QByteArray(words) + part, suffix);
        }
    }
    m_connection.execute(schemaScript(kSearchSchema).constData());
    transaction.commit();
}

qint64 SearchIndex::countAll() {
    qint64 all = 0;
    for (const RecordKind kind : searchedKinds()) {
        all += m_connection.integer("SELECT count(*) FROM " + tableOf(kind));
    }
    return all;
}

void SearchIndex::indexNext() {
    const RecordKind kind = searchedKinds().at(m_progress->kind);
    const QList<IndexedRow> rows = rowsAfter(m_connection, kind, m_progress->after);
    Transaction transaction(m_connection);
    for (const IndexedRow& row : rows) {
        indexRow(m_connection, m_recordKey, row);
    }
    const bool isKindDone = rows.size() < kRowsAStep;
    const bool isDone = isKindDone && m_progress->kind + 1 == searchedKinds().size();
    if (isDone) {
        auto& put = m_connection.statement("INSERT INTO meta (name, value) VALUES ('search', ?)"
                                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        const QByteArray version = QByteArray::number(record::kSearchedVersion);
        put.bind(1, QByteArrayView(version));
        put.run();
    }
    transaction.commit();
    if (isDone) {
        m_progress.reset();
        return;
    }
    m_progress->done += rows.size();
    m_progress->after = isKindDone ? QByteArray() : rows.last().record.id.toBytes();
    m_progress->kind += isKindDone ? 1 : 0;
}

base::Result<double> SearchIndex::buildStep() {
    auto step = guarded(kNotMade, [&] {
        if (!m_progress) {
            if (isSearchComplete(m_connection)) {
                return 1.0;
            }
            dropAndCreate();
            m_progress = Progress{};
            m_progress->all = countAll();
        }
        indexNext();
        return m_progress ? std::min(0.999, static_cast<double>(m_progress->done) /
                                                static_cast<double>(std::max<qint64>(1, m_progress->all)))
                          : 1.0;
    });
    if (!step) {
        m_progress.reset();
    }
    return step;
}

base::Outcome SearchIndex::startAnew() {
    m_progress.reset();
    return guarded(kNotMade, [&] {
        Transaction transaction(m_connection);
        forgetSearch(m_connection);
        transaction.commit();
    });
}

} // namespace kairos::storage
