// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/record/packing.h"
#include "core/storage/record_table.h"

namespace kairos::bench {
namespace {

constexpr int kRuns = 400;

/// The rows that saving a reading writes, made beforehand.
struct Rows {
    record::JournalEntry entry;
    QByteArray mac = QByteArray(32, 'm');
    QByteArray seal = QByteArray(40, 's');
};

void insertJournal(storage::Connection& connection, const Rows& rows, qint64 count) {
    auto& insert = connection.statement(
        "INSERT INTO journal (count, at_ms, offset_s, actor, actor_name, action, kind, record, patient,"
        " reason, hash, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, count);
    insert.bind(2, rows.entry.at.utcMs);
    insert.bind(3, qint64{rows.entry.at.offsetSeconds});
    insert.bind(4, rows.entry.actor.clinician->uuid);
    insert.bind(5, rows.entry.actor.name);
    insert.bind(6, qint64{1});
    insert.bind(7, static_cast<qint64>(rows.entry.kind));
    insert.bind(8, rows.entry.record);
    insert.bind(9, rows.entry.patient->uuid);
    insert.bind(10, QString());
    insert.bind(11, QByteArrayView(rows.mac));
    insert.bind(12, QByteArrayView(rows.entry.content));
    insert.run();
}

void insertReading(storage::Connection& connection, const Rows& rows, const base::Uuid& session,
                   qint64 count) {
    auto& insert = connection.statement(
        "INSERT INTO reading (id, patient, parent, at_ms, code, state, entry, in_error, mac, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, rows.entry.record);
    insert.bind(2, rows.entry.patient->uuid);
    insert.bind(3, session);
    insert.bind(4, rows.entry.at.utcMs);
    insert.bind(5, QString());
    insert.bind(6, qint64{0});
    insert.bind(7, count);
    insert.bind(8, qint64{0});
    insert.bind(9, QByteArrayView(rows.mac));
    insert.bind(10, QByteArrayView(rows.entry.content));
    insert.run();
}

void replaceSeal(storage::Connection& connection, const Rows& rows) {
    for (const char* name : {"head", "head_mac"}) {
        auto& upsert = connection.statement("INSERT INTO meta (name, value) VALUES (?, ?)"
                                            " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        upsert.bind(1, QString::fromLatin1(name));
        upsert.bind(2, QByteArrayView(rows.seal));
        upsert.run();
    }
}

/// A practice with a session that readings may be saved into.
struct Course {
    support::TempPractice practice;
    record::Patient patient = support::elenaMarsh(practice);
    record::DosingSession session = support::dosingSession(practice, patient.id);

    Course() { practice.save(patient, session); }
};

Rows rowsOf(Course& course, const record::Reading& reading) {
    Rows rows;
    rows.entry.at = course.practice.now();
    rows.entry.actor = course.practice.actor();
    rows.entry.kind = record::RecordKind::Reading;
    rows.entry.record = reading.id.uuid;
    rows.entry.patient = course.patient.id;
    rows.entry.content = record::pack(reading);
    return rows;
}

} // namespace

int benchSave() {
    Course ours;
    Course bare;
    const auto key = bare.practice.key();
    qint64 count = support::required(bare.practice.file().head()).count;
    bare.practice.close();
    storage::Connection connection(bare.practice.path(), storage::OpenMode::Write, &key);
    connection.enterWal();
    const auto pair = measure(
        kRuns, [&] { ours.practice.save(support::reading(ours.practice, ours.session)); },
        [&] {
            const Rows rows = rowsOf(bare, support::reading(bare.practice, bare.session));
            ++count;
            connection.execute("BEGIN IMMEDIATE");
            insertJournal(connection, rows, count);
            insertReading(connection, rows, bare.session.id.uuid, count);
            replaceSeal(connection, rows);
            connection.execute("COMMIT");
        });
    return report("save a reading / transaction of the same rows", pair, 1.5);
}

} // namespace kairos::bench
