// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/private_notes.h"
#include "core/storage/private_table.h"

#include "core/record/packed_fields.h"

namespace kairos::storage {

using record::Action;
using record::JournalEntry;
using record::PrivateAct;
using record::PrivateEntry;

namespace {

/// What stands in the journal for a change: of what, how, and what is left of it.
struct Said {
    base::Uuid record;
    Action action = Action::Created;
    PrivateEntry entry;
};

void runFor(Connection& connection, const QByteArray& sql, const base::Uuid& id) {
    auto& statement = connection.statement(sql);
    statement.bind(1, id);
    statement.run();
}

/// One overload a kind of change: writes the rows and says what the journal is to hold.
class Writer final {
public:
    explicit Writer(Connection& connection) : m_connection(connection) {}

    std::optional<Said> operator()(const SealedKey& key) const {
        auto& upsert =
            m_connection.statement("INSERT INTO private_key (author, wrapped) VALUES (?, ?)"
                                   " ON CONFLICT (author) DO UPDATE SET wrapped = excluded.wrapped");
        upsert.bind(1, key.author.uuid);
        upsert.bind(2, QByteArrayView(key.wrapped));
        upsert.run();
        return Said{key.author.uuid, Action::Changed, {PrivateAct::KeyKept, 0, rowHash(key).toBytes()}};
    }

    std::optional<Said> operator()(const SealedNote& note) const {
        auto& insert = m_connection.statement(
            "INSERT INTO private_note (id, version, author, patient, session, at_ms, offset_s, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, note.id.uuid);
        insert.bind(2, qint64{note.version});
        insert.bind(3, note.author.uuid);
        insert.bind(4, note.patient.uuid);
        insert.bind(5, note.session ? std::optional(note.session->uuid) : std::nullopt);
        insert.bind(6, note.at.utcMs);
        insert.bind(7, qint64{note.at.offsetSeconds});
        insert.bind(8, QByteArrayView(note.sealed));
        insert.run();
        const auto action = note.version == 1 ? Action::Created : Action::Amended;
        return Said{note.id.uuid, action, {PrivateAct::NoteKept, note.version, rowHash(note).toBytes()}};
    }

    std::optional<Said> operator()(const DestroyNote& destroyed) const {
        // What is destroyed must not lie about in the pages that it leaves.
        m_connection.execute("PRAGMA secure_delete = ON");
        runFor(m_connection, "DELETE FROM private_note WHERE id = ?", destroyed.id.uuid);
        runFor(m_connection, "DELETE FROM private_release WHERE note = ?", destroyed.id.uuid);
        m_connection.execute("PRAGMA secure_delete = OFF");
        return Said{destroyed.id.uuid, Action::Changed, {PrivateAct::NoteDestroyed, 0, {}}};
    }

    std::optional<Said> operator()(const SealedRelease& release) const {
        auto& upsert = m_connection.statement(
            "INSERT INTO private_release (note, author, state, at_ms, offset_s, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (note) DO UPDATE SET author = excluded.author,"
            " state = excluded.state, at_ms = excluded.at_ms, offset_s = excluded.offset_s,"
            " sealed = excluded.sealed");
        upsert.bind(1, release.note.uuid);
        upsert.bind(2, release.author.uuid);
        upsert.bind(3, static_cast<qint64>(release.state));
        upsert.bind(4, release.at.utcMs);
        upsert.bind(5, qint64{release.at.offsetSeconds});
        upsert.bind(6, QByteArrayView(release.sealed));
        upsert.run();
        return Said{
            release.note.uuid, Action::Changed, {PrivateAct::ReleaseKept, 0, rowHash(release).toBytes()}};
    }

    std::optional<Said> operator()(const WithdrawRelease& withdrawn) const {
        runFor(m_connection, "DELETE FROM private_release WHERE note = ?", withdrawn.note.uuid);
        return Said{withdrawn.note.uuid, Action::Changed, {PrivateAct::ReleaseWithdrawn, 0, {}}};
    }

    std::optional<Said> operator()(const PrivateDraftKey& finished) const {
        auto& drop = m_connection.statement("DELETE FROM private_draft WHERE author = ? AND patient = ?");
        drop.bind(1, finished.author.uuid);
        drop.bind(2, finished.patient.uuid);
        drop.run();
        return std::nullopt;
    }

private:
    Connection& m_connection;
};

} // namespace

JournalHead writePrivate(Connection& connection, Journal& journal, const JournalEntry& origin,
                         const PrivateChange& change) {
    const JournalHead before = journal.head();
    const auto said = std::visit(Writer(connection), change);
    if (!said) {
        return before;
    }
    JournalEntry entry = origin;
    entry.action = said->action;
    entry.kind = record::kPrivateEntry;
    entry.record = said->record;
    // No patient: the journal of a patient does not tell that somebody keeps notes behind the wall.
    entry.patient.reset();
    entry.content = record::pack(said->entry);
    entry = chained(before, entry);
    journal.append(entry);
    return {entry.count, security::Digest::fromBytes(entry.hash).value_or(security::Digest{})};
}

} // namespace kairos::storage
