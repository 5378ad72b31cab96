// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/note.h"
#include "core/record/therapy_session.h"
#include "core/storage/drafts.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Booking, holding and writing up therapy sessions.
class TherapyCare final {
public:
    explicit TherapyCare(OpenPractice& practice) : m_practice(practice) {}

    /// Books a session; with a step, the step takes the booking. InvalidInput without day and time.
    [[nodiscard]] base::Result<record::SessionId> book(record::TherapySession session);
    /// Says that the session is or was held: when it began and how long it took. Fulfils its step.
    [[nodiscard]] base::Outcome hold(const record::SessionId& id, const base::Instant& startedAt,
                                     std::optional<int> minutes, const QString& modality);
    /// Saves the signed-in clinician's note of a dosing or therapy session; a null id makes a new note.
    /// The form is remembered for the clinician's next note of this kind and modality. Refused once the
    /// note or the whole session is signed, when the note is another clinician's, or when it was saved anew
    /// since `note.writtenAt`. InvalidInput: a section is too long.
    [[nodiscard]] base::Result<record::NoteId> saveNote(record::Note note,
                                                        const QList<storage::DraftKey>& finished = {});
    /// Puts a saved note of the signed-in clinician back to what it was before, by one new entry; without
    /// `before` it was new, and is entered in error. Refused once it is signed.
    [[nodiscard]] base::Outcome takeBack(const record::NoteId& id, const std::optional<record::Note>& before);

private:
    [[nodiscard]] base::Outcome checkMine(const record::Note& note) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
