// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/drafts.h"

#include "core/storage/sql_error.h"

namespace kairos::storage {
namespace {

const char* const kDraftNotKept = QT_TRANSLATE_NOOP("Words", "The draft was not kept");
const char* const kDraftNotRead = QT_TRANSLATE_NOOP("Words", "The draft was not read");

Draft draftAt(Statement& row) {
    Draft draft;
    draft.key.form = row.text(0);
    draft.key.subject = row.uuid(1).value_or(base::Uuid{});
    draft.key.clinician = record::ClinicianId{row.uuid(2).value_or(base::Uuid{})};
    draft.savedMs = row.integer(3);
    draft.content = row.bytes(4).toByteArray();
    return draft;
}

void bindKey(Statement& statement, const DraftKey& key) {
    statement.bind(1, key.form);
    statement.bind(2, key.subject);
    statement.bind(3, key.clinician.uuid);
}

} // namespace

base::Outcome Drafts::keep(const Draft& draft) {
    return guarded(kDraftNotKept, [&] {
        auto& upsert = m_connection.statement(
            "INSERT INTO draft (form, subject, clinician, saved_ms, content) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (form, subject, clinician) DO UPDATE SET saved_ms = excluded.saved_ms,"
            " content = excluded.content");
        bindKey(upsert, draft.key);
        upsert.bind(4, draft.savedMs);
        upsert.bind(5, QByteArrayView(draft.content));
        upsert.run();
    });
}

base::Result<std::optional<Draft>> Drafts::find(const DraftKey& key) {
    return guarded(kDraftNotRead, [&] {
        auto& query = m_connection.statement("SELECT form, subject, clinician, saved_ms, content FROM draft"
                                             " WHERE form = ? AND subject = ? AND clinician = ?");
        bindKey(query, key);
        std::optional<Draft> draft;
        if (query.step()) {
            draft = draftAt(query);
        }
        query.reset();
        return draft;
    });
}

base::Result<QList<Draft>> Drafts::of(const record::ClinicianId& clinician) {
    return guarded(kDraftNotRead, [&] {
        auto& query = m_connection.statement("SELECT form, subject, clinician, saved_ms, content FROM draft"
                                             " WHERE clinician = ? ORDER BY saved_ms DESC");
        query.bind(1, clinician.uuid);
        QList<Draft> drafts;
        while (query.step()) {
            drafts.append(draftAt(query));
        }
        query.reset();
        return drafts;
    });
}

base::Result<QList<record::ClinicianId>> Drafts::writersOf(const QString& form, const base::Uuid& subject) {
    return guarded(kDraftNotRead, [&] {
        auto& query = m_connection.statement(
            "SELECT clinician FROM draft WHERE form = ? AND subject = ? ORDER BY clinician");
        query.bind(1, form);
        query.bind(2, subject);
        QList<record::ClinicianId> writers;
        while (query.step()) {
            writers.append(record::ClinicianId{query.uuid(0).value_or(base::Uuid{})});
        }
        query.reset();
        return writers;
    });
}

base::Outcome Drafts::drop(const DraftKey& key) {
    return guarded(QT_TRANSLATE_NOOP("Words", "The draft was not removed"), [&] { dropInTransaction(key); });
}

void Drafts::dropInTransaction(const DraftKey& key) {
    auto& drop = m_connection.statement("DELETE FROM draft WHERE form = ? AND subject = ? AND clinician = ?");
    bindKey(drop, key);
    drop.run();
}

} // namespace kairos::storage
