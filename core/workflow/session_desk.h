// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"
#include "core/workflow/signing_act.h"

#include "core/base/result.h"
#include "core/record/rating.h"
#include "core/record/signature.h"

#include <QStringList>

namespace kairos::storage {
struct Change;
}

namespace kairos::workflow {

class OpenPractice;

/// What dosing and therapy sessions share: loading, cancelling, signing, addenda.
class SessionDesk final {
public:
    explicit SessionDesk(OpenPractice& practice) : m_practice(practice) {}

    /// The session with everything that points to it. NotFound, or Damaged with the record named.
    [[nodiscard]] base::Result<SessionContent> load(const record::SessionId& id) const;
    /// Notes that were added after signing, oldest first.
    [[nodiscard]] base::Result<QList<record::Note>> addenda(const record::SessionId& id) const;
    [[nodiscard]] base::Result<QList<record::Rating>> ratings(const record::SessionId& id) const;
    /// Both kinds of one patient, by time.
    [[nodiscard]] base::Result<QList<record::DosingSession>> dosingOf(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<QList<record::TherapySession>>
    therapyOf(const record::PatientId& patient) const;

    /// Ends a session that will not be held; its step is free to be booked again. InvalidInput without a
    /// reason; Refused once it began.
    [[nodiscard]] base::Outcome cancel(const record::SessionId& id, const QString& reason);
    [[nodiscard]] base::Outcome markNoShow(const record::SessionId& id);
    /// Books another time, for the step of the session too.
    [[nodiscard]] base::Outcome rebook(const record::SessionId& id, const base::Appointment& booked);

    /// What is still missing before the session may be signed, in whole phrases; empty when it may.
    [[nodiscard]] static QStringList missingForSignature(const SessionContent& content,
                                                         const SigningAct& act = {});
    /// The same of one note.
    [[nodiscard]] static QStringList missingFor(const record::Note& note);
    /// Puts the signed-in clinician's name under what is theirs to sign (signing_act.h): the whole session of
    /// one hand, or their part of a shared one. What is signed is fixed. WrongPassphrase: the password does
    /// not fit. Refused: something is missing, or the role may not sign.
    [[nodiscard]] base::Outcome sign(const record::SessionId& id, const QString& password);
    /// Puts a second name under every signed part that the signed-in clinician may sign. Refused: the name
    /// stands there already, or what is signed no longer fits its signature.
    [[nodiscard]] base::Outcome cosign(const record::SessionId& id, const QString& password);
    /// Adds a signed note to a signed session.
    [[nodiscard]] base::Outcome addAddendum(const record::SessionId& id, const QString& text,
                                            const QString& password);

private:
    /// The step of the session with another appointment, or with none.
    [[nodiscard]] base::Result<QList<storage::Change>>
    stepChanges(const SessionContent& content, const std::optional<base::Appointment>& booked) const;
    [[nodiscard]] base::Outcome finish(const record::SessionId& id, record::SessionState state,
                                       const QString& reason);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
