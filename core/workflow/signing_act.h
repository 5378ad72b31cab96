// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/base/result.h"
#include "core/security/permissions.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;
struct SessionPart;
struct SessionParts;

/// What one hand signs of a visit in one act. Who held it alone signs it whole. Where two professions share
/// it, each signs their own: who gave or watched the dose its record, and each author their note.
struct SigningAct {
    enum class OfRecord { Nothing, Alone, WithNotes };

    OfRecord record = OfRecord::WithNotes;
    QList<record::Note> notes = {}; ///< which are signed by themselves
    bool awaitsNote = false;        ///< somebody else is to write one yet
    bool completes = true;          ///< every part is signed afterwards

    /// What the signed-in clinician has to sign. Refused: the role may not sign here, or nothing of theirs is
    /// open.
    [[nodiscard]] static base::Result<SigningAct> mine(OpenPractice& practice, const SessionContent& content);
};

/// The signed parts under which the signed-in clinician may put a name and has not. A note for which the
/// session's own signature stands is signed with the session.
[[nodiscard]] QList<SessionPart> cosignable(const OpenPractice& practice, const SessionContent& content,
                                            const SessionParts& visit);
/// What somebody needs who signs the session itself.
[[nodiscard]] security::Permission permissionFor(const SessionContent& content);
/// What lets the signed-in clinician sign a note of it: on a dosing day both professions write.
[[nodiscard]] security::Permission notePermission(const OpenPractice& practice,
                                                  const SessionContent& content);

} // namespace kairos::workflow
