// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/record/signature.h"

#include <QDate>
#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// A signature under a session or one of its notes that does not fit what stands there now.
struct UnfitSignature {
    record::SessionId session;
    QDate day; ///< on which the session was booked
    record::Signature signature;

    /// One sentence without a patient's name.
    [[nodiscard]] QString text() const;
};

/// Holds every signature of a practice against the session, notes and addenda it stands under. The journal
/// shows that nothing was changed besides the program; this shows that nothing signed was changed by it.
class SignatureCheck final {
public:
    explicit SignatureCheck(OpenPractice& practice) : m_practice(practice) {}

    /// Patient by patient; empty as it should be. Damaged: a record's content no longer fits its hash.
    [[nodiscard]] base::Result<QList<UnfitSignature>> run() const;

private:
    [[nodiscard]] base::Result<QList<UnfitSignature>> ofPatient(const record::PatientId& patient) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
