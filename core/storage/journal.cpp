// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journal.h"

#include "core/storage/sql_error.h"

#include "core/record/codec.h"

namespace kairos::storage {

using record::JournalEntry;
using security::Digest;

namespace {

void appendText(QByteArray& out, const QByteArray& bytes) {
    record::appendLittle(out, static_cast<quint32>(bytes.size()));
    out.append(bytes);
}

/// Every field of the entry, with lengths, so that no two different entries give the same bytes.
QByteArray encoded(const JournalEntry& entry) {
    QByteArray out;
    out.reserve(128 + entry.content.size());
    record::appendLittle(out, entry.count);
    record::appendLittle(out, entry.at.utcMs);
    record::appendLittle(out, static_cast<qint32>(entry.at.offsetSeconds));
    out.append(entry.actor.clinician.value_or(record::ClinicianId{}).uuid.toBytes());
    appendText(out, entry.actor.name.toUtf8());
    record::appendLittle(out, static_cast<quint8>(entry.action));
    record::appendLittle(out, static_cast<quint16>(entry.kind));
    out.append(entry.record.toBytes());
    out.append(entry.patient.value_or(record::PatientId{}).uuid.toBytes());
    appendText(out, entry.reason.toUtf8());
    appendText(out, entry.content);
    return out;
}

JournalEntry entryAt(Statement& row) {
    JournalEntry entry;
    entry.count = row.integer(0);
    entry.at = base::Instant{row.integer(1), static_cast<int>(row.integer(2))};
    if (const auto actor = row.uuid(3)) {
        entry.actor.clinician = record::ClinicianId{*actor};
    }
    entry.actor.name = row.text(4);
    entry.action = static_cast<record::Action>(row.integer(5));
    entry.kind = static_cast<record::RecordKind>(row.integer(6));
    entry.record = row.uuid(7).value_or(base::Uuid{});
    if (const auto patient = row.uuid(8)) {
        entry.patient = record::PatientId{*patient};
    }
    entry.reason = row.text(9);
    entry.hash = row.bytes(10).toByteArray();
    entry.content = row.bytes(11).toByteArray();
    return entry;
}

QList<JournalEntry> entriesOf(Statement& query) {
    QList<JournalEntry> entries;
    while (query.step()) {
        entries.append(entryAt(query));
    }
    query.reset();
    return entries;
}

QList<qint64> positionsIn(Statement& query) {
    QList<qint64> positions;
    while (query.step()) {
        positions.append(query.integer(0));
    }
    query.reset();
    return positions;
}

const QByteArray kColumns =
    "SELECT count, at_ms, offset_s, actor, actor_name, action, kind, record, patient, "
    "reason, hash, content FROM journal ";

} // namespace

Digest entryHash(const Digest& previous, const JournalEntry& entry) {
    security::Hasher hasher;
    hasher.add(QByteArrayView(reinterpret_cast<const char*>(previous.bytes.data()), 32));
    hasher.add(encoded(entry));
    return hasher.finish();
}

Digest genesisHash(const record::PracticeId& practice) {
    return security::blake2b256(QByteArray("kairos journal 1") + practice.uuid.toBytes());
}

JournalEntry chained(const JournalHead& before, JournalEntry entry) {
    entry.count = before.count + 1;
    entry.hash = entryHash(before.hash, entry).toBytes();
    return entry;
}

Journal::Journal(Connection& connection, const record::PracticeId& practice)
    : m_connection(connection), m_practice(practice) {}

JournalHead Journal::head() {
    auto& last = m_connection.statement("SELECT count, hash FROM journal ORDER BY count DESC LIMIT 1");
    JournalHead head{0, genesisHash(m_practice)};
    if (last.step()) {
        head.count = last.integer(0);
        head.hash = Digest::fromBytes(last.bytes(1)).value_or(Digest{});
    }
    last.reset();
    return head;
}

std::optional<Digest> Journal::hashAt(qint64 count) {
    auto& query = m_connection.statement("SELECT hash FROM journal WHERE count = ?");
    query.bind(1, count);
    const auto hash = query.step() ? Digest::fromBytes(query.bytes(0)) : std::nullopt;
    query.reset();
    return hash;
}

void Journal::append(const JournalEntry& entry) {
    auto& insert = m_connection.statement("INSERT INTO journal (count, at_ms, offset_s, actor, actor_name, "
                                          "action, kind, record, patient, reason, hash, content) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, entry.count);
    insert.bind(2, entry.at.utcMs);
    insert.bind(3, static_cast<qint64>(entry.at.offsetSeconds));
    insert.bind(4, entry.actor.clinician ? std::optional(entry.actor.clinician->uuid) : std::nullopt);
    insert.bind(5, entry.actor.name);
    insert.bind(6, static_cast<qint64>(entry.action));
    insert.bind(7, static_cast<qint64>(entry.kind));
    insert.bind(8, entry.record);
    insert.bind(9, entry.patient ? std::optional(entry.patient->uuid) : std::nullopt);
    insert.bind(10, entry.reason);
    insert.bind(11, QByteArrayView(entry.hash));
    insert.bind(12, QByteArrayView(entry.content));
    insert.run();
}

QList<qint64> Journal::positionsOf(const base::Uuid& record,
                                   const std::optional<record::PatientId>& patient) {
    if (patient) {
        auto& query = m_connection.statement(
            "SELECT count FROM journal WHERE patient = ? AND record = ? ORDER BY count");
        query.bind(1, patient->uuid);
        query.bind(2, record);
        return positionsIn(query);
    }
    auto& query = m_connection.statement(
        "SELECT count FROM journal WHERE patient IS NULL AND record = ? ORDER BY count");
    query.bind(1, record);
    return positionsIn(query);
}

QList<qint64> Journal::positionsOfPatient(const record::PatientId& patient, int limit) {
    auto& query =
        m_connection.statement("SELECT count FROM journal WHERE patient = ? ORDER BY count DESC LIMIT ?");
    query.bind(1, patient.uuid);
    query.bind(2, qint64{limit});
    return positionsIn(query);
}

std::optional<JournalEntry> Journal::goodEntryAt(qint64 count) {
    try {
        const auto entries = from(count, 1);
        const auto before = count == 1 ? std::optional(genesisHash(m_practice)) : hashAt(count - 1);
        if (entries.isEmpty() || !before ||
            chained({count - 1, *before}, entries.first()) != entries.first()) {
            return std::nullopt;
        }
        return entries.first();
    } catch (const SqlError& error) {
        if (!error.isDamage()) {
            throw;
        }
        return std::nullopt;
    }
}

QList<JournalEntry> Journal::from(qint64 from, int limit) {
    auto& query = m_connection.statement(kColumns + "WHERE count >= ? ORDER BY count LIMIT ?");
    query.bind(1, from);
    query.bind(2, qint64{limit});
    return entriesOf(query);
}

} // namespace kairos::storage
