// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_index.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "core/storage/sql_error.h"
#include "core/storage/transaction.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/security/hash.h"

#include <algorithm>
#include <cstring>

namespace kairos::storage {

using record::RecordKind;

namespace {

const char* const kNotMade = QT_TRANSLATE_NOOP("Words", "The search index was not made");

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

/// The tables of the index once releaseTables() has run, as far as they are there.
QList<QByteArray> indexTables(Connection& connection) {
    auto& query = connection.statement(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('search_row',"
        " 'search_name_data', 'search_name_idx', 'search_name_docsize', 'search_name_config',"
        " 'search_text_data', 'search_text_idx', 'search_text_docsize', 'search_text_config')");
    QList<QByteArray> tables;
    while (query.step()) {
        tables.append(query.bytes(0).toByteArray());
    }
    query.reset();
    connection.forgetStatements();
    return tables;
}

enum class Former { Drop, PutAside };

/// An empty index in place of the former one.
void replaceIndex(Connection& connection, Former former) {
    connection.forgetStatements();
    Transaction transaction(connection);
    forgetSearch(connection);
    releaseTables(connection);
    const QByteArray aside =
        "_lost_" + QByteArray::number(connection.integer("SELECT count(*) FROM sqlite_schema"));
    for (const QByteArray& table : indexTables(connection)) {
        const QByteArray sql = former == Former::Drop
                                   ? "DROP TABLE " + table
                                   : "ALTER TABLE " + table + " RENAME TO " + table + aside;
        connection.execute(sql.constData());
    }
    connection.execute(schemaScript(kSearchSchema).constData());
    transaction.commit();
}

} // namespace

void SearchIndex::dropAndCreate() {
    try {
        replaceIndex(m_connection, Former::Drop);
    } catch (const SqlError& error) {
        if (!error.isDamage()) {
            throw;
        }
        // A bad page does not let its table go: that is put aside under another name, and `verify` names the
        // page.
        replaceIndex(m_connection, Former::PutAside);
    }
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
