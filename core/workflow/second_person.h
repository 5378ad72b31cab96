// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/clinician.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// Another clinician than the one signed in, who stands beside and gives their own password.
struct SecondPerson {
    record::ClinicianId id;
    QString password;
};

/// Who may be asked: every other active clinician who keeps stock, by name.
[[nodiscard]] base::Result<QList<record::Clinician>> secondPersons(const OpenPractice& practice);

/// Refused: it is the signed-in clinician, one who left, or one whose roles keep no stock.
/// WrongPassphrase: the password does not fit. `what` says what was not done.
[[nodiscard]] base::Outcome confirmSecondPerson(const OpenPractice& practice, const SecondPerson& person,
                                                const QString& what);

} // namespace kairos::workflow
