// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/base/result.h"
#include "core/base/search_terms.h"
#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/searched_text.h"
#include "core/security/secret_bytes.h"

#include <QList>

#include <optional>

namespace kairos::storage {

class SqlError;

/// What a row of the index stands for.
struct SearchedRecord {
    record::RecordKind kind = record::RecordKind::Note;
    base::Uuid id;
    std::optional<record::PatientId> patient;
};

/// Writes the words of a record into the index, in place of its former ones; without pieces the record leaves
/// it. Inside the transaction that writes the record. Throws SqlError.
void putIntoSearch(Connection& connection, const SearchedRecord& record,
                   const QList<record::SearchedPiece>& pieces);

/// Whether a trouble may be one of the index alone, which is lost or damaged: the record can be saved without
/// it.
[[nodiscard]] bool mayBeOfSearch(const SqlError& error);

/// Whether the index of this file holds all that it should. Throws SqlError.
[[nodiscard]] bool isSearchComplete(Connection& connection);
/// From here on the index counts as incomplete, until it was made anew. Throws SqlError.
void forgetSearch(Connection& connection);

/// What to look for.
struct SearchWanted {
    QList<base::SearchTerm> terms;
    std::optional<record::PatientId> patient = {}; ///< this one's records alone
    int limit = 50;
};

/// The full-text index over names, notes, goals and what else record/searched_text.h names. It lies in the
/// encrypted file and is a finding aid: the text that is shown comes from the records, with their own check.
/// A file of before it, and one whose index is lost or damaged, gets it anew in steps, so that a window goes
/// on meanwhile; what is saved between two steps is in it too.
class SearchIndex final {
public:
    /// Both must outlive the index.
    SearchIndex(Connection& connection, const security::SecretBytes& recordKey)
        : m_connection(connection), m_recordKey(recordKey) {}

    [[nodiscard]] base::Result<bool> isComplete();
    /// One step of making the index, of some milliseconds: how much is done, 1 when it is complete. The first
    /// step of a new index drops what was there. Damaged: the file does not take a new one.
    [[nodiscard]] base::Result<double> buildStep();
    /// The next step begins a new index, whether the present one is complete or not.
    [[nodiscard]] base::Outcome startAnew();
    /// The same for a caller that forgot the index in a transaction of its own.
    void dropProgress() { m_progress.reset(); }

    /// The records in which every term stands, the best first: patients by name; then, where some of the
    /// terms are a patient's name, what that patient's records say of the others; then all others. In each by
    /// bm25. Each record once. Damaged: the index is; it counts as incomplete from then on.
    [[nodiscard]] base::Result<QList<SearchedRecord>> find(const SearchWanted& wanted);

private:
    void dropAndCreate();
    void indexNext();
    [[nodiscard]] qint64 countAll();

    Connection& m_connection;
    const security::SecretBytes& m_recordKey;
    /// How far the making has come: the kind, and the last record of it.
    struct Progress {
        qsizetype kind = 0;
        QByteArray after;
        qint64 done = 0;
        qint64 all = 0;
    };
    std::optional<Progress> m_progress;
};

} // namespace kairos::storage
