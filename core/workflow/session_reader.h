// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/base/result.h"
#include "core/record/note.h"
#include "core/record/signature.h"
#include "core/storage/practice_reader.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

/// A note that was entered in error, with who said so, when and why.
struct WithdrawnNote {
    record::Note note;
    QString who;
    base::Instant at;
    QString reason;
};

/// Reads sessions with what is signed of them, from the open file or from a snapshot beside the window.
class SessionReader final {
public:
    /// The reader outlives this.
    explicit SessionReader(storage::PracticeReader& reader) : m_reader(reader) {}

    /// The session with everything that points to it. NotFound, or Damaged with the record named.
    [[nodiscard]] base::Result<SessionContent> load(const record::SessionId& id) const;
    /// Notes that were added after signing, oldest first.
    [[nodiscard]] base::Result<QList<record::Note>> addenda(const record::SessionId& id) const;
    [[nodiscard]] base::Result<QList<record::Rating>> ratings(const record::SessionId& id) const;
    /// Signatures under a record, oldest first.
    [[nodiscard]] base::Result<QList<record::Signature>> signaturesOf(const base::Uuid& target) const;
    /// The notes of a session that were entered in error, oldest first. Damaged.
    [[nodiscard]] base::Result<QList<WithdrawnNote>> withdrawnOf(const SessionContent& content) const;
    /// The signatures of the session and of its notes, addenda and withdrawn notes that no longer fit what
    /// they stand for; empty as it should be.
    [[nodiscard]] base::Result<QList<record::Signature>> brokenOf(const SessionContent& content) const;

private:
    storage::PracticeReader& m_reader;
};

} // namespace kairos::workflow
