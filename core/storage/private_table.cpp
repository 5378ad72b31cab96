// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/private_table.h"

#include "core/record/codec.h"

namespace kairos::storage {
namespace {

template <class Id>
Id idAt(const Statement& row, int column) {
    return Id{row.uuid(column).value_or(base::Uuid{})};
}

base::Instant instantAt(const Statement& row, int column) {
    return {row.integer(column), static_cast<int>(row.integer(column + 1))};
}

void append(QByteArray& out, const base::Instant& at) {
    record::appendLittle(out, at.utcMs);
    record::appendLittle(out, static_cast<qint32>(at.offsetSeconds));
}

/// What comes last has any length; all before it have one each, so no two rows give the same bytes.
security::Digest hashOf(const char* table, const QByteArray& columns, const QByteArray& sealed) {
    security::Hasher hasher;
    hasher.add(QByteArray(table) + '\0' + columns);
    hasher.add(sealed);
    return hasher.finish();
}

} // namespace

SealedKey sealedKeyAt(const Statement& row) {
    return {idAt<record::ClinicianId>(row, 0), row.bytes(1).toByteArray()};
}

SealedNote sealedNoteAt(const Statement& row) {
    SealedNote note;
    note.id = idAt<record::PrivateNoteId>(row, 0);
    note.version = static_cast<int>(row.integer(1));
    note.author = idAt<record::ClinicianId>(row, 2);
    note.patient = idAt<record::PatientId>(row, 3);
    if (const auto session = row.uuid(4)) {
        note.session = record::SessionId{*session};
    }
    note.at = instantAt(row, 5);
    note.sealed = row.bytes(7).toByteArray();
    return note;
}

SealedRelease sealedReleaseAt(const Statement& row) {
    return {idAt<record::PrivateNoteId>(row, 0), idAt<record::ClinicianId>(row, 1),
            static_cast<ReleaseState>(row.integer(2)), instantAt(row, 3), row.bytes(5).toByteArray()};
}

security::Digest rowHash(const SealedKey& row) {
    return hashOf("private_key", row.author.uuid.toBytes(), row.wrapped);
}

security::Digest rowHash(const SealedNote& row) {
    QByteArray columns = row.id.uuid.toBytes();
    record::appendLittle(columns, static_cast<qint32>(row.version));
    columns.append(row.author.uuid.toBytes());
    columns.append(row.patient.uuid.toBytes());
    // No id is all zero: that stands for none.
    columns.append(row.session.value_or(record::SessionId{}).uuid.toBytes());
    append(columns, row.at);
    return hashOf("private_note", columns, row.sealed);
}

security::Digest rowHash(const SealedRelease& row) {
    QByteArray columns = row.note.uuid.toBytes() + row.author.uuid.toBytes();
    record::appendLittle(columns, static_cast<quint8>(row.state));
    append(columns, row.at);
    return hashOf("private_release", columns, row.sealed);
}

} // namespace kairos::storage
