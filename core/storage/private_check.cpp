// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"
#include "core/storage/private_notes.h"
#include "core/storage/private_table.h"

#include "core/record/packed_fields.h"
#include "core/storage/words.h"

#include <map>
#include <tuple>

namespace kairos::storage {

using record::JournalEntry;
using record::PrivateAct;

namespace {

enum class Table { Key, Note, Release };

/// Where a row stands: its table, whose or which it is, and its version.
using Place = std::tuple<Table, base::Uuid, int>;

/// What the journal says of a row: its last hash, none once it was destroyed, and the entry that said so.
struct Expected {
    QByteArray hash;
    qint64 entry = 0;
};

class Check final {
public:
    void read(const JournalEntry& entry) {
        const auto said = record::unpack<record::PrivateEntry>(entry.content);
        if (!said) {
            add(entry.count, entry.record, Words::tr("Private entry %1 cannot be read"));
            return;
        }
        switch (said->act) {
        case PrivateAct::KeyKept:
            m_expected[{Table::Key, entry.record, 0}] = {said->hash, entry.count};
            break;
        case PrivateAct::NoteKept:
            m_expected[{Table::Note, entry.record, said->version}] = {said->hash, entry.count};
            break;
        case PrivateAct::NoteDestroyed:
            destroy(entry);
            break;
        case PrivateAct::ReleaseKept:
        case PrivateAct::ReleaseWithdrawn:
            m_expected[{Table::Release, entry.record, 0}] = {said->hash, entry.count};
            break;
        }
    }

    void see(const Place& place, const security::Digest& hash) {
        const auto& id = std::get<base::Uuid>(place);
        const auto known = m_expected.find(place);
        if (known == m_expected.end()) {
            add(0, id, Words::tr("Private row %1 stands in its table but not in the journal"));
            return;
        }
        const Expected expected = known->second;
        m_expected.erase(known);
        if (expected.hash.isEmpty()) {
            add(expected.entry, id, Words::tr("Private row %1 was put back after it was destroyed"));
        } else if (expected.hash != hash.toBytes()) {
            add(expected.entry, id, Words::tr("Private row %1 is not the one that was sealed"));
        }
    }

    QList<VerifyFinding> finish() {
        for (const auto& [place, expected] : m_expected) {
            if (!expected.hash.isEmpty()) {
                add(expected.entry, std::get<base::Uuid>(place),
                    Words::tr("Private row %1 is missing from its table"));
            }
        }
        return m_findings;
    }

private:
    void destroy(const JournalEntry& entry) {
        for (auto& [place, expected] : m_expected) {
            if (std::get<base::Uuid>(place) == entry.record && std::get<Table>(place) != Table::Key) {
                expected = {{}, entry.count};
            }
        }
    }

    void add(qint64 entry, const base::Uuid& id, const QString& words) {
        m_findings.append({VerifyFault::TableDiffers, entry, words.arg(id.toString())});
    }

    std::map<Place, Expected> m_expected;
    QList<VerifyFinding> m_findings;
};

template <class Row, class Look>
void lookAt(Connection& connection, const QByteArray& sql, Row (*read)(const Statement&), Look&& look) {
    auto& query = connection.statement(sql);
    while (query.step()) {
        look(read(query));
    }
    query.reset();
}

} // namespace

QList<VerifyFinding> checkPrivate(Connection& connection, const QList<JournalEntry>& entries) {
    if (connection.integer("PRAGMA user_version") < kPrivateSchema) {
        return {};
    }
    Check check;
    for (const JournalEntry& entry : entries) {
        check.read(entry);
    }
    lookAt(connection, kSelectKey, sealedKeyAt, [&](const SealedKey& row) {
        check.see({Table::Key, row.author.uuid, 0}, rowHash(row));
    });
    lookAt(connection, kSelectNote, sealedNoteAt, [&](const SealedNote& row) {
        check.see({Table::Note, row.id.uuid, row.version}, rowHash(row));
    });
    lookAt(connection, kSelectRelease, sealedReleaseAt, [&](const SealedRelease& row) {
        check.see({Table::Release, row.note.uuid, 0}, rowHash(row));
    });
    return check.finish();
}

} // namespace kairos::storage
