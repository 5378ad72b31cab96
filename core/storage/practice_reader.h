// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/journal.h"
#include "core/storage/record_reader.h"

#include "core/base/result.h"
#include "core/record/journal_entry.h"

#include <QList>

#include <optional>

namespace kairos::storage {

/// What is read of a practice, whether on the writing connection or on a snapshot: its records and their
/// versions, each held against its hash.
class PracticeReader final {
public:
    /// Both must outlive the reader.
    PracticeReader(Journal& journal, RecordReader& records) : m_journal(journal), m_records(records) {}

    [[nodiscard]] RecordReader& records() { return m_records; }
    /// The versions of one record, oldest first. Damaged: an entry does not fit its hash; it is named.
    [[nodiscard]] base::Result<QList<record::JournalEntry>>
    historyOf(const base::Uuid& record, const std::optional<record::PatientId>& patient);
    /// The last entries of one patient, newest first. Damaged as above.
    [[nodiscard]] base::Result<QList<record::JournalEntry>> historyOfPatient(const record::PatientId& patient,
                                                                             int limit);

private:
    Journal& m_journal;
    RecordReader& m_records;
};

} // namespace kairos::storage
