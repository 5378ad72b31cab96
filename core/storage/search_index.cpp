// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_index.h"

#include "core/storage/sql_error.h"
#include "core/storage/words.h"

#include <QSet>
#include <QStringList>

#include <sqlite3.h>

namespace kairos::storage {

using base::SearchTerm;
using record::PatientId;
using record::RecordKind;

namespace {

const char* const kIndexNotSearched = QT_TRANSLATE_NOOP("Words", "The search did not run");

/// Stands between two pieces, so that no phrase reaches from one into the next. The tokenizer takes it for a
/// word, and wordsOf() never gives it.
constexpr QChar kBetweenPieces(0xE000);

bool isName(RecordKind kind) {
    return kind == RecordKind::Patient;
}

QString indexedWords(const QList<record::SearchedPiece>& pieces) {
    QString words;
    for (const record::SearchedPiece& piece : pieces) {
        const QList<base::Word> found = base::wordsOf(piece.text);
        if (found.isEmpty()) {
            continue;
        }
        if (!words.isEmpty()) {
            words += kBetweenPieces;
        }
        for (const base::Word& word : found) {
            words += QLatin1Char(' ');
            words += word.folded;
        }
        words += QLatin1Char(' ');
    }
    return words;
}

std::optional<qint64> numberOf(Connection& connection, const base::Uuid& id) {
    auto& query = connection.statement("SELECT number FROM search_row WHERE id = ?");
    query.bind(1, id);
    const auto number = query.step() ? std::optional(query.integer(0)) : std::nullopt;
    query.reset();
    return number;
}

void dropRow(Connection& connection, RecordKind kind, qint64 number) {
    for (const char* sql : {isName(kind) ? "DELETE FROM search_name WHERE rowid = ?"
                                         : "DELETE FROM search_text WHERE rowid = ?",
                            "DELETE FROM search_row WHERE number = ?"}) {
        auto& drop = connection.statement(sql);
        drop.bind(1, number);
        drop.run();
    }
}

enum class Put { New, InPlace };

QByteArray putSql(RecordKind kind, Put put) {
    if (isName(kind)) {
        return put == Put::New ? "INSERT INTO search_name (rowid, words) VALUES (?, ?)"
                               : "REPLACE INTO search_name (rowid, words) VALUES (?, ?)";
    }
    return put == Put::New ? "INSERT INTO search_text (rowid, words) VALUES (?, ?)"
                           : "REPLACE INTO search_text (rowid, words) VALUES (?, ?)";
}

qint64 addRow(Connection& connection, const SearchedRecord& record) {
    auto& add =
        connection.statement("INSERT INTO search_row (id, kind, patient) VALUES (?, ?, ?) RETURNING number");
    add.bind(1, record.id);
    add.bind(2, static_cast<qint64>(record.kind));
    add.bind(3, record.patient ? std::optional(record.patient->uuid) : std::nullopt);
    const qint64 number = add.step() ? add.integer(0) : 0;
    add.reset();
    return number;
}

void writeWords(Connection& connection, const SearchedRecord& record, const QString& words) {
    const auto former = numberOf(connection, record.id);
    if (words.isEmpty()) {
        if (former) {
            dropRow(connection, record.kind, *former);
        }
        return;
    }
    const qint64 number = former ? *former : addRow(connection, record);
    auto& put = connection.statement(putSql(record.kind, former ? Put::InPlace : Put::New));
    put.bind(1, number);
    put.bind(2, words);
    put.run();
}

/// In the language of FTS5: each term a string, so that nothing typed is an operator.
QString expression(const QList<SearchTerm>& terms) {
    QStringList parts;
    for (const SearchTerm& term : terms) {
        parts.append(QLatin1Char('"') + term.words.join(QLatin1Char(' ')) + QLatin1Char('"') +
                     (term.end == SearchTerm::End::Beginning ? QStringLiteral(" *") : QString()));
    }
    return parts.join(QStringLiteral(" AND "));
}

/// The hits of one table in order, the best first.
struct Lookup {
    QByteArray table;
    QList<SearchTerm> terms;
    QList<SearchTerm> ofPatient = {}; ///< of the patient's name; empty for all patients
};

QByteArray lookupSql(const Lookup& lookup, bool isOnePatient) {
    QByteArray sql = "SELECT r.kind, r.id, r.patient FROM " + lookup.table +
                     " AS f CROSS JOIN search_row AS r ON r.number = f.rowid WHERE " + lookup.table +
                     " MATCH ?1";
    if (isOnePatient) {
        sql += " AND r.patient = ?3";
    }
    if (!lookup.ofPatient.isEmpty()) {
        sql += " AND r.patient IN (SELECT n.patient FROM search_name AS g CROSS JOIN search_row AS n"
               " ON n.number = g.rowid WHERE search_name MATCH ?4)";
    }
    return sql + " ORDER BY f.rank LIMIT ?2";
}

void lookUp(Connection& connection, const Lookup& lookup, const SearchWanted& wanted,
            QList<SearchedRecord>& found) {
    if (found.size() >= wanted.limit) {
        return;
    }
    QSet<base::Uuid> known;
    for (const SearchedRecord& record : std::as_const(found)) {
        known.insert(record.id);
    }
    auto& query = connection.statement(lookupSql(lookup, wanted.patient.has_value()));
    query.bind(1, expression(lookup.terms));
    // What was found before may come again.
    query.bind(2, qint64{wanted.limit});
    if (wanted.patient) {
        query.bind(3, wanted.patient->uuid);
    }
    if (!lookup.ofPatient.isEmpty()) {
        query.bind(4, expression(lookup.ofPatient));
    }
    while (found.size() < wanted.limit && query.step()) {
        SearchedRecord record{static_cast<RecordKind>(query.integer(0)), query.uuid(1).value_or(base::Uuid{}),
                              std::nullopt};
        if (const auto patient = query.uuid(2)) {
            record.patient = PatientId{*patient};
        }
        if (!known.contains(record.id)) {
            found.append(record);
        }
    }
    query.reset();
}

bool isInAName(Connection& connection, const SearchTerm& term) {
    auto& query = connection.statement("SELECT rowid FROM search_name WHERE search_name MATCH ? LIMIT 1");
    query.bind(1, expression({term}));
    const bool isThere = query.step();
    query.reset();
    return isThere;
}

QList<Lookup> lookups(Connection& connection, const QList<SearchTerm>& terms) {
    QList<SearchTerm> names;
    QList<SearchTerm> others;
    for (const SearchTerm& term : terms) {
        (isInAName(connection, term) ? names : others).append(term);
    }
    QList<Lookup> all;
    if (others.isEmpty()) {
        all.append({"search_name", terms});
    } else if (!names.isEmpty()) {
        all.append({"search_text", others, names});
    }
    all.append({"search_text", terms});
    return all;
}

} // namespace

void putIntoSearch(Connection& connection, const SearchedRecord& record,
                   const QList<record::SearchedPiece>& pieces) {
    writeWords(connection, record, indexedWords(pieces));
}

bool mayBeOfSearch(const SqlError& error) {
    // Lost tables are a mistake in SQL to the engine.
    return error.isDamage() || (error.code() & 0xFF) == SQLITE_ERROR;
}

bool isSearchComplete(Connection& connection) {
    auto& query = connection.statement("SELECT value FROM meta WHERE name = 'search'");
    const bool isComplete =
        query.step() && query.bytes(0) == QByteArrayView(QByteArray::number(record::kSearchedVersion));
    query.reset();
    return isComplete;
}

void forgetSearch(Connection& connection) {
    connection.execute("DELETE FROM meta WHERE name = 'search'");
}

base::Result<bool> SearchIndex::isComplete() {
    return guarded(kIndexNotSearched, [&] { return !m_progress && isSearchComplete(m_connection); });
}

base::Result<QList<SearchedRecord>> SearchIndex::find(const SearchWanted& wanted) {
    QList<SearchedRecord> found;
    if (wanted.terms.isEmpty()) {
        return found;
    }
    try {
        for (const Lookup& lookup : lookups(m_connection, wanted.terms)) {
            lookUp(m_connection, lookup, wanted, found);
        }
        return found;
    } catch (const SqlError& error) {
        if (mayBeOfSearch(error)) {
            if (const auto forgotten = startAnew(); !forgotten) {
                return tl::unexpected<base::Error>(forgotten.error());
            }
            return base::fail(base::ErrorCode::Damaged, wording(kIndexNotSearched),
                              Words::tr("the search index is damaged or lost"),
                              Words::tr("search again: it is made anew, and no record is lost"));
        }
        return tl::unexpected<base::Error>(error.toError(wording(kIndexNotSearched)));
    }
}

} // namespace kairos::storage
