// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/note.h"
#include "core/record/therapy_session.h"

#include <optional>

namespace kairos::storage {
struct Change;
}

namespace kairos::workflow {

class OpenPractice;

/// A note that text may be carried forward from.
struct EarlierNote {
    record::Note note;
    base::Instant heldAt; ///< when its session was held, or when it was written
};

/// What a note begins with: the form its author is used to, and the patient's last note of its kind.
class NoteDesk final {
public:
    explicit NoteDesk(OpenPractice& practice) : m_practice(practice) {}

    /// The form in which the signed-in clinician last saved a note of this kind and modality, else the usual
    /// one of the kind.
    [[nodiscard]] record::NoteFormat startingForm(record::TherapyType type, const QString& modality) const;
    /// The change of the clinician that remembers the form of this note; none where it says nothing new.
    [[nodiscard]] base::Result<std::optional<storage::Change>> rememberForm(const record::Note& note) const;
    /// The last chart note with text of the patient's earlier sessions of the same kind, the signed-in
    /// clinician's own before others' of the same session. None without one. Damaged.
    [[nodiscard]] base::Result<std::optional<EarlierNote>> lastNote(const record::SessionId& session) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
