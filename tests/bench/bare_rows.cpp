// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_rows.h"

#include "core/record/packing.h"
#include "core/storage/record_table.h"

namespace kairos::bench {

void BareRows::save(const record::Reading& reading) {
    const QByteArray content = record::pack(reading);
    ++m_count;
    m_connection.execute("BEGIN IMMEDIATE");
    insertJournal(reading, content);
    insertReading(reading, content);
    replaceSeal();
    m_connection.execute("COMMIT");
}

void BareRows::insertJournal(const record::Reading& reading, const QByteArray& content) {
    auto& insert = m_connection.statement(
        "INSERT INTO journal (count, at_ms, offset_s, actor, actor_name, action, kind, record, patient,"
        " reason, hash, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, m_count);
    insert.bind(2, reading.enteredAt.utcMs);
    insert.bind(3, qint64{reading.enteredAt.offsetSeconds});
    insert.bind(4, m_actor.clinician->uuid);
    insert.bind(5, m_actor.name);
    insert.bind(6, qint64{1});
    insert.bind(7, static_cast<qint64>(record::RecordKind::Reading));
    insert.bind(8, reading.id.uuid);
    insert.bind(9, reading.patient.uuid);
    insert.bind(10, QString());
    insert.bind(11, QByteArrayView(m_mac));
    insert.bind(12, QByteArrayView(content));
    insert.run();
}

void BareRows::insertReading(const record::Reading& reading, const QByteArray& content) {
    auto& insert = m_connection.statement(
        "INSERT INTO reading (id, patient, parent, at_ms, code, state, entry, in_error, mac, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, reading.id.uuid);
    insert.bind(2, reading.patient.uuid);
    insert.bind(3, reading.session.uuid);
    insert.bind(4, reading.measuredAt.utcMs);
    insert.bind(5, QString());
    insert.bind(6, qint64{0});
    insert.bind(7, m_count);
    insert.bind(8, qint64{0});
    insert.bind(9, QByteArrayView(m_mac));
    insert.bind(10, QByteArrayView(content));
    insert.run();
}

void BareRows::replaceSeal() {
    for (const char* name : {"head", "head_mac"}) {
        auto& upsert = m_connection.statement("INSERT INTO meta (name, value) VALUES (?, ?)"
                                              " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        upsert.bind(1, QString::fromLatin1(name));
        upsert.bind(2, QByteArrayView(m_seal));
        upsert.run();
    }
}

} // namespace kairos::bench
