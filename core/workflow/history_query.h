// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/record/journal_entry.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// One journal entry of a patient, as a person reads it.
struct HistoryLine {
    qint64 count = 0; ///< position in the journal
    base::Instant at;
    QString who;
    record::Action action = record::Action::Created;
    record::RecordKind kind = record::RecordKind::Patient;
    base::Uuid record; ///< whose versions VersionQuery reads
    QString what;      ///< what the record says since then
    QString before;    ///< what it said before; empty for a new record, or when its line reads the same
    QString reason;    ///< of an amendment, an override, an entry in error
};

/// Reads a patient's journal for the screens.
class HistoryQuery final {
public:
    explicit HistoryQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The last entries, newest first. Damaged: an entry no longer fits its hash; it is named.
    [[nodiscard]] base::Result<QList<HistoryLine>> of(const record::PatientId& patient, int limit,
                                                      const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
