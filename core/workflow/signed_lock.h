// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/records.h"
#include "core/storage/practice_file.h"

#include <QList>
#include <QSet>

namespace kairos::workflow {

class OpenPractice;

/// What is signed is fixed, whoever writes. Of signed content three things are let through, none of which
/// changes what a signature stands for: a session says whether all of it is signed; an amendment stands
/// beside the note it amends, signed in the same transaction; a note is marked as entered in error,
/// unchanged, with a reason and a signature that says so.
class SignedLock final {
public:
    explicit SignedLock(OpenPractice& practice) : m_practice(practice) {}

    /// Refused when a change touches what a signature stands for.
    [[nodiscard]] base::Outcome check(const QList<storage::Change>& changes);

private:
    [[nodiscard]] base::Outcome checkOne(const storage::Change& change);
    template <class Session>
    [[nodiscard]] base::Outcome checkSession(const storage::Change& change, const Session& session);
    [[nodiscard]] base::Outcome checkNote(const storage::Change& change, const record::Note& note);
    [[nodiscard]] base::Outcome checkNewNote(const record::Note& note);
    [[nodiscard]] base::Result<bool> isSigned(const record::Note& note) const;
    [[nodiscard]] bool isSignedHere(const record::Note& note, std::optional<record::SignatureUse> use) const;

    OpenPractice& m_practice;
    QSet<base::Uuid> m_open;          ///< a batch asks once for each session, however many readings it brings
    QList<record::Signature> m_given; ///< signatures of the batch itself
};

} // namespace kairos::workflow
