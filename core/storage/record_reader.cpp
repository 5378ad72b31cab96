// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/record_reader.h"

#include "core/storage/projection.h"
#include "core/storage/sql_error.h"
#include "core/storage/words.h"

#include "core/record/packing.h"
#include "core/security/hash.h"

#include <cstring>

namespace kairos::storage {

using base::ErrorCode;
using record::RecordKind;

namespace {

QString nameOf(RecordKind kind, const base::Uuid& id) {
    return QString::fromLatin1(tableOf(kind)).replace(QLatin1Char('_'), QLatin1Char(' ')) + QLatin1Char(' ') +
           id.toString();
}

QByteArray orderOf(RowFilter::Order order) {
    switch (order) {
    case RowFilter::Order::OldestFirst:
        return " ORDER BY at_ms, id";
    case RowFilter::Order::NewestFirst:
        return " ORDER BY at_ms DESC, id DESC";
    case RowFilter::Order::AsTheyLie:
        break;
    }
    return " ORDER BY at_ms, rowid";
}

const char* const kRecordNotRead = QT_TRANSLATE_NOOP("Words", "The record was not read");
const char* const kNotReadMany = QT_TRANSLATE_NOOP("Words", "The records were not read");

} // namespace

bool RecordReader::fits(QByteArrayView content, QByteArrayView mac) const {
    const auto expected = security::keyedBlake2b256(m_recordKey, content);
    return mac.size() == 32 && std::memcmp(expected.bytes.data(), mac.data(), 32) == 0;
}

Statement& RecordReader::filtered(const QByteArray& select, RecordKind kind, const RowFilter& filter) {
    QByteArray sql = select + " FROM " + tableOf(kind) + " WHERE in_error = 0";
    sql += filter.patient ? " AND patient = ?" : "";
    sql += filter.parent ? " AND parent = ?" : "";
    sql += filter.code ? " AND code = ?" : "";
    sql += filter.state ? " AND state = ?" : "";
    sql += filter.fromMs ? " AND at_ms >= ?" : "";
    sql += filter.after ? " AND (at_ms > ? OR rowid > (SELECT rowid FROM " + tableOf(kind) + " WHERE id = ?))"
                        : QByteArray();
    sql += filter.beforeMs ? " AND at_ms < ?" : "";
    if (select.startsWith("SELECT id")) {
        // Records of the same moment keep the order in which they were made: ids rise with time.
        sql += orderOf(filter.order);
        sql += filter.limit > 0 ? " LIMIT " + QByteArray::number(filter.limit) : QByteArray();
    }
    auto& query = m_connection.statement(sql);
    int next = 1;
    const auto bindIf = [&](const auto& value) {
        if (value) {
            query.bind(next++, *value);
        }
    };
    bindIf(filter.patient ? std::optional(filter.patient->uuid) : std::nullopt);
    bindIf(filter.parent);
    bindIf(filter.code);
    bindIf(filter.state);
    bindIf(filter.fromMs);
    bindIf(filter.after ? filter.fromMs : std::nullopt);
    bindIf(filter.after);
    bindIf(filter.beforeMs);
    return query;
}

bool RecordReader::takeRow(RecordKind kind, const base::Uuid& id, const Take& take) {
    try {
        auto& query = m_connection.statement("SELECT mac, content FROM " + tableOf(kind) +
                                             " WHERE id = ? AND in_error = 0");
        query.bind(1, id);
        const bool isGood = !query.step() || (fits(query.bytes(1), query.bytes(0)) && take(query.bytes(1)));
        query.reset();
        return isGood;
    } catch (const SqlError& error) {
        if (!error.isDamage()) {
            throw;
        }
        return false;
    }
}

base::Outcome RecordReader::findRow(RecordKind kind, const base::Uuid& id, const Take& take) {
    const auto isGood = guarded(kRecordNotRead, [&] { return takeRow(kind, id, take); });
    if (!isGood) {
        return tl::unexpected<base::Error>(isGood.error());
    }
    if (!*isGood) {
        return base::fail(ErrorCode::Damaged, wording(kRecordNotRead),
                          Words::tr("%1 is damaged: its content does not fit its hash").arg(nameOf(kind, id)),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    return {};
}

QStringList RecordReader::takeOneByOne(RecordKind kind, const RowFilter& filter, qsizetype done,
                                       const Take& take) {
    QList<base::Uuid> ids;
    auto& query = filtered("SELECT id", kind, filter);
    while (query.step()) {
        ids.append(query.uuid(0).value_or(base::Uuid{}));
    }
    query.reset();
    QStringList damaged;
    for (const base::Uuid& id : ids.mid(done)) {
        if (!takeRow(kind, id, take)) {
            damaged.append(nameOf(kind, id));
        }
    }
    return damaged;
}

base::Result<QStringList> RecordReader::listRows(RecordKind kind, const RowFilter& filter, const Take& take) {
    return guarded(kNotReadMany, [&] {
        QStringList damaged;
        qsizetype done = 0;
        try {
            auto& query = filtered("SELECT id, mac, content", kind, filter);
            while (query.step()) {
                ++done;
                if (!fits(query.bytes(2), query.bytes(1)) || !take(query.bytes(2))) {
                    damaged.append(nameOf(kind, query.uuid(0).value_or(base::Uuid{})));
                }
            }
            query.reset();
        } catch (const SqlError& error) {
            if (!error.isDamage()) {
                throw;
            }
            // One unreadable page must not hide the records beside it.
            damaged += takeOneByOne(kind, filter, done, take);
        }
        return damaged;
    });
}

base::Result<qint64> RecordReader::count(RecordKind kind, const RowFilter& filter) {
    return guarded(QT_TRANSLATE_NOOP("Words", "The records were not counted"), [&] {
        auto& query = filtered("SELECT count(*)", kind, filter);
        const qint64 rows = query.step() ? query.integer(0) : 0;
        query.reset();
        return rows;
    });
}

base::Result<QList<record::PatientId>> RecordReader::patientsWith(RecordKind kind, const RowFilter& filter) {
    return guarded(kNotReadMany, [&] {
        auto& query = filtered("SELECT DISTINCT patient", kind, filter);
        QList<record::PatientId> patients;
        while (query.step()) {
            if (const auto id = query.uuid(0)) {
                patients.append(record::PatientId{*id});
            }
        }
        query.reset();
        return patients;
    });
}

base::Result<std::optional<qint64>> RecordReader::entryOf(RecordKind kind, const base::Uuid& id) {
    return guarded(kRecordNotRead, [&] {
        auto& query = m_connection.statement("SELECT entry FROM " + tableOf(kind) + " WHERE id = ?");
        query.bind(1, id);
        const auto entry = query.step() ? std::optional(query.integer(0)) : std::nullopt;
        query.reset();
        return entry;
    });
}

template <class Record>
base::Result<std::optional<Record>> RecordReader::find(const decltype(Record::id)& id) {
    std::optional<Record> found;
    const auto outcome = findRow(Record::kKind, id.uuid, [&](QByteArrayView content) {
        found = record::unpack<Record>(content);
        return found.has_value();
    });
    if (!outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return found;
}

template <class Record>
base::Result<Loaded<Record>> RecordReader::list(const RowFilter& filter) {
    Loaded<Record> loaded;
    auto damaged = listRows(Record::kKind, filter, [&](QByteArrayView content) {
        auto value = record::unpack<Record>(content);
        if (!value) {
            return false;
        }
        loaded.records.append(std::move(*value));
        return true;
    });
    if (!damaged) {
        return tl::unexpected<base::Error>(damaged.error());
    }
    loaded.damaged = std::move(*damaged);
    return loaded;
}

#define KAIROS_READ(Record)                                                                                  \
    template base::Result<std::optional<record::Record>> RecordReader::find<record::Record>(                 \
        const decltype(record::Record::id)&);                                                                \
    template base::Result<Loaded<record::Record>> RecordReader::list<record::Record>(const RowFilter&);
KAIROS_EVERY_RECORD(KAIROS_READ)
#undef KAIROS_READ

} // namespace kairos::storage
