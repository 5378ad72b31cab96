// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/word_diff.h"
#include "core/record/journal_entry.h"
#include "core/record/patient.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// A part of a record as a person reads it: the "Data" of a note, its risk; without a title the line that
/// tells the record.
struct VersionPart {
    QString title;
    QString text;

    bool operator==(const VersionPart&) const = default;
};

/// A record as it stood from one journal entry to the next.
struct RecordVersion {
    qint64 count = 0; ///< the position of its entry in the journal
    base::Instant at;
    QString who;
    record::Action action = record::Action::Created;
    QString reason;
    QList<VersionPart> parts;
};

/// A part of two versions, held against each other.
struct ComparedPart {
    QString title;
    QList<base::DiffPiece> pieces;
};

/// The versions of one record, from the journal: what is amended stays readable.
class VersionQuery final {
public:
    explicit VersionQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Oldest first; those of a note with its amendments, whichever of them is asked for. Damaged: an entry
    /// no longer fits its hash; it is named.
    [[nodiscard]] base::Result<QList<RecordVersion>>
    of(const base::Uuid& record, const record::PatientId& patient, const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

/// The parts of the later version in their order, then those that only the earlier one has.
[[nodiscard]] QList<ComparedPart> compareVersions(const RecordVersion& before, const RecordVersion& after);

} // namespace kairos::workflow
