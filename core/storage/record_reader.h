// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/base/result.h"
#include "core/record/records.h"
#include "core/security/secret_bytes.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace kairos::storage {

/// Which rows of a table to load; fields that are set narrow the choice together. Each has an initialiser, so
/// that `RowFilter{.patient = id}` says the rest by silence.
struct RowFilter {
    /// AsTheyLie: by time too, but of the same moment as they lie in the file. An index has this order, so
    /// that a walk page by page sorts nothing.
    enum class Order { OldestFirst, NewestFirst, AsTheyLie };

    std::optional<record::PatientId> patient = {};
    std::optional<base::Uuid> parent = {};
    std::optional<QString> code = {};
    std::optional<qint64> state = {};
    std::optional<qint64> fromMs = {};   ///< at or after, UTC milliseconds
    std::optional<qint64> beforeMs = {}; ///< before, UTC milliseconds
    /// With `fromMs` and AsTheyLie: of that very moment only what lies behind this record.
    std::optional<base::Uuid> after = {};
    int limit = 0; ///< 0 for all
    Order order = Order::OldestFirst;
};

/// What a load gave: the good records, and by name those whose content no longer fits its hash.
template <class Record>
struct Loaded {
    QList<Record> records;
    QStringList damaged; ///< "rating 0192f0c1-…": refused, never shown as if it were good
};

/// Loads records and checks each one's content hash. Belongs to its connection's thread.
class RecordReader final {
public:
    /// Both must outlive the reader.
    RecordReader(Connection& connection, const security::SecretBytes& recordKey)
        : m_connection(connection), m_recordKey(recordKey) {}

    /// The record with this id; none when there is none or it was entered in error.
    /// Damaged: its content no longer fits its hash; the sentence names it.
    template <class Record>
    [[nodiscard]] base::Result<std::optional<Record>> find(const decltype(Record::id)& id);

    /// The records that fit the filter, by time. Records entered in error are left out.
    template <class Record>
    [[nodiscard]] base::Result<Loaded<Record>> list(const RowFilter& filter = {});

    /// How many records fit the filter, without loading them.
    [[nodiscard]] base::Result<qint64> count(record::RecordKind kind, const RowFilter& filter = {});
    /// The patients whose rows of this kind fit the filter, each once.
    [[nodiscard]] base::Result<QList<record::PatientId>> patientsWith(record::RecordKind kind,
                                                                      const RowFilter& filter);
    /// The journal position of the entry that a row stands on; none when there is no such row.
    [[nodiscard]] base::Result<std::optional<qint64>> entryOf(record::RecordKind kind, const base::Uuid& id);

private:
    using Take = std::function<bool(QByteArrayView)>;
    [[nodiscard]] base::Outcome findRow(record::RecordKind kind, const base::Uuid& id, const Take& take);
    /// Hands the row's content on when it is good; false when it is damaged.
    [[nodiscard]] bool takeRow(record::RecordKind kind, const base::Uuid& id, const Take& take);
    /// The names of the damaged records.
    [[nodiscard]] base::Result<QStringList> listRows(record::RecordKind kind, const RowFilter& filter,
                                                     const Take& take);
    [[nodiscard]] QStringList takeOneByOne(record::RecordKind kind, const RowFilter& filter, qsizetype done,
                                           const Take& take);
    [[nodiscard]] bool fits(QByteArrayView content, QByteArrayView mac) const;
    Statement& filtered(const QByteArray& select, record::RecordKind kind, const RowFilter& filter);

    Connection& m_connection;
    const security::SecretBytes& m_recordKey;
};

} // namespace kairos::storage
