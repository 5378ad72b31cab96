// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/base/result.h"
#include "core/record/signature.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What of a visit carries signatures of its own.
enum class PartKind {
    Record, ///< the session itself: its readings, events and checks, or when and how long it was
    Note,   ///< one chart note
    Awaited ///< a note that somebody is to write or is writing: a support note, a kept draft
};

/// One part of a visit.
struct SessionPart {
    PartKind kind = PartKind::Record;
    std::optional<record::Note> note = {};          ///< as it stands
    std::optional<record::ClinicianId> author = {}; ///< who is to sign it; none: whoever may sign the session
    QList<record::Signature> signatures = {};       ///< oldest first

    [[nodiscard]] bool isSigned() const { return !signatures.isEmpty(); }
};

/// A visit by its parts: where two professions share it, each signs its own, and it is signed when all have.
struct SessionParts {
    QList<SessionPart> parts; ///< the record first

    /// Reads the signatures of the session and its notes, and who is still writing.
    [[nodiscard]] static base::Result<SessionParts> of(OpenPractice& practice, const SessionContent& content);

    [[nodiscard]] const SessionPart& record() const { return parts.first(); }
    /// The part of this clinician's note; null without one.
    [[nodiscard]] const SessionPart* noteOf(const record::ClinicianId& author) const;
    /// Whether this clinician has nothing left to write or sign here.
    [[nodiscard]] bool isClosedFor(const record::ClinicianId& clinician) const;
    /// A note and every part is signed.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isBegun() const;
    /// Every signature, oldest first; of what one hand signed in one act only the first.
    [[nodiscard]] QList<record::Signature> signatures() const;
    /// Who and what is still open, e.g. "the note of Ruth Adeyemi"; empty when all is signed.
    [[nodiscard]] QStringList open(const OpenPractice& practice) const;
};

/// The id of the note as it was first signed: its own, or that of the note it amends.
[[nodiscard]] record::NoteId firstVersionOf(const record::Note& note);

} // namespace kairos::workflow
