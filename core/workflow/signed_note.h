// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/session_reader.h"
#include "core/workflow/signing.h"

#include "core/base/result.h"
#include "core/record/note.h"
#include "core/storage/drafts.h"

#include <QList>
#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Of an amendment: "amended on 3 Nov 2026 09:12 by Ruth Adeyemi: the dose was mistyped".
[[nodiscard]] QString amendmentWords(const record::Note& amendment, const OpenPractice& practice,
                                     const QLocale& locale);

/// What may still become of a signed note: it is amended, which puts a new signed version in its place, or it
/// is entered in error. Both keep what was signed as it was.
class SignedNotes final {
public:
    explicit SignedNotes(OpenPractice& practice) : m_practice(practice) {}

    /// Whether the signed-in clinician may sign notes of this session, and so amend or withdraw one.
    [[nodiscard]] bool mayChange(const SessionContent& content) const;
    /// Signs `wanted`, the changed copy of a signed note as it stands, in its place. InvalidInput: no reason,
    /// nothing changed, a section too long. Refused: something is missing, it is not signed, somebody amended
    /// it meanwhile, or the role may not sign it.
    [[nodiscard]] base::Outcome amend(record::Note wanted, const Answered& answered,
                                      const QList<storage::DraftKey>& finished = {});
    /// Takes a note, its amendments and its addenda out of the chart: entered in error. InvalidInput: no
    /// reason. Refused: the role may not sign it.
    [[nodiscard]] base::Outcome withdraw(const record::Note& note, const Answered& answered);
    /// Those of a session, oldest first. Damaged.
    [[nodiscard]] base::Result<QList<WithdrawnNote>> withdrawnOf(const SessionContent& content) const;
    /// The signatures of the session and of its notes, addenda and withdrawn notes that no longer fit what
    /// they stand for; empty as it should be.
    [[nodiscard]] base::Result<QList<record::Signature>> brokenOf(const SessionContent& content) const;

private:
    [[nodiscard]] base::Result<SessionContent> contentOf(const record::Note& note) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
