// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_reader.h"

#include "core/storage/sql_error.h"
#include "core/storage/words.h"

namespace kairos::storage {

using record::JournalEntry;

namespace {

const char* const kNoHistory = QT_TRANSLATE_NOOP("Words", "The history was not read");

/// An entry that cannot be read or no longer fits its hash is named and refused like any record.
base::Result<QList<JournalEntry>> entriesAt(Journal& journal, const QList<qint64>& positions) {
    QList<JournalEntry> entries;
    for (const qint64 position : positions) {
        auto entry = journal.goodEntryAt(position);
        if (!entry) {
            return base::fail(
                base::ErrorCode::Damaged, wording(kNoHistory),
                Words::tr("journal entry %1 is damaged: its content does not fit its hash").arg(position),
                Words::tr("open the latest backup, and keep the damaged file"));
        }
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace

base::Result<QList<JournalEntry>> PracticeReader::historyOf(const base::Uuid& record,
                                                            const std::optional<record::PatientId>& patient) {
    return guarded(kNoHistory, [&] { return entriesAt(m_journal, m_journal.positionsOf(record, patient)); })
        .and_then([](auto entries) { return entries; });
}

base::Result<QList<JournalEntry>> PracticeReader::historyOfPatient(const record::PatientId& patient,
                                                                   int limit) {
    return guarded(kNoHistory,
                   [&] { return entriesAt(m_journal, m_journal.positionsOfPatient(patient, limit)); })
        .and_then([](auto entries) { return entries; });
}

} // namespace kairos::storage
