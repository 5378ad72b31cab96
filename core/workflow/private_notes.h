// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/private_seal.h"

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One version of a private note, opened.
struct PrivateNote {
    record::PrivateNoteId id;
    int version = 1;
    record::PatientId patient;
    std::optional<record::SessionId> session;
    base::Instant at; ///< when this version was written
    QString text;

    bool operator==(const PrivateNote&) const = default;
};

/// The signed-in clinician's notes about a patient.
struct PrivateNoteList {
    QList<PrivateNote> notes; ///< the latest version of each, the newest note first
    QStringList damaged;      ///< what did not open, one sentence each: it was changed or moved in the file
};

/// An unfinished note as it was kept last.
struct KeptPrivateDraft {
    PrivateDraft draft;
    base::Instant savedAt;
};

/// Writing behind the wall: the signed-in clinician's process notes, sealed with a key of their own. Nobody
/// else is told that there are any. Everything here is Refused while they are sealed.
class PrivateNotes final {
public:
    explicit PrivateNotes(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<PrivateNoteList> mine(const record::PatientId& patient) const;
    /// All versions of a note, oldest first. Damaged: one of them does not open.
    [[nodiscard]] base::Result<QList<PrivateNote>> versions(const record::PrivateNoteId& id) const;

    /// Writes the draft: a new note, or another version of the one it amends, which stays sealed beside it.
    /// The kept draft ends with it. InvalidInput: there is no text. NotFound: no such note of one's own.
    [[nodiscard]] base::Result<record::PrivateNoteId> write(const record::PatientId& patient,
                                                            const PrivateDraft& draft);
    /// Destroys a note with all of its versions; the journal keeps that it was, and a backup made before
    /// keeps it sealed. WrongPassphrase; NotFound as above.
    [[nodiscard]] base::Outcome destroy(const record::PrivateNoteId& id, const QString& password);

    /// Keeps what is typed, sealed. Durable when it returns.
    [[nodiscard]] base::Outcome keepDraft(const record::PatientId& patient, const PrivateDraft& draft);
    [[nodiscard]] base::Result<std::optional<KeptPrivateDraft>> draft(const record::PatientId& patient) const;
    [[nodiscard]] base::Outcome dropDraft(const record::PatientId& patient);

private:
    [[nodiscard]] base::Result<storage::SealedNote> begin(const record::PatientId& patient,
                                                          const PrivateDraft& draft) const;
    [[nodiscard]] storage::PrivateDraftKey draftKey(const record::PatientId& patient) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
