// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/private_notes.h"

namespace kairos::workflow {

/// What a release is asked for with.
struct ReleaseWish {
    record::PrivateNoteId note;
    QString reason;
    QString recipient; ///< to whom or what: "her psychiatrist", "the chart, for the team"
};

/// A release that was asked for, or given.
struct ReleaseView {
    storage::ReleaseState state = storage::ReleaseState::Asked;
    base::Instant at;
    ReleaseWords words;
};

/// The one door out of the wall, in two recorded acts: the author asks, with a reason and for whom; then,
/// after reading what everybody will read, gives it with the password. It becomes a signed addendum of a
/// signed session, and follows all rules of the record from there.
class PrivateRelease final {
public:
    explicit PrivateRelease(OpenPractice& practice) : m_practice(practice) {}

    /// The first act. InvalidInput: no reason, or for whom is missing. NotFound: no such note of one's own.
    [[nodiscard]] base::Outcome ask(const ReleaseWish& wish);
    /// Takes it back before it is given.
    [[nodiscard]] base::Outcome withdraw(const record::PrivateNoteId& note);
    /// The note's latest release; none when nobody asked.
    [[nodiscard]] base::Result<std::optional<ReleaseView>> find(const record::PrivateNoteId& note) const;
    /// Word for word what will stand in the chart. Refused: it was not asked for, or the note was amended
    /// since.
    [[nodiscard]] base::Result<QString> chartText(const record::PrivateNoteId& note) const;
    /// The second act: the text becomes a signed addendum of `session`. Refused: the session is another
    /// patient's, or not signed yet. WrongPassphrase.
    [[nodiscard]] base::Outcome give(const record::PrivateNoteId& note, const record::SessionId& session,
                                     const QString& password);

private:
    [[nodiscard]] base::Result<PrivateNote> latest(const record::PrivateNoteId& note,
                                                   const QString& what) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
