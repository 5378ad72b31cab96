// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// A dose that is under way somewhere in the practice.
struct RunningLine {
    record::SessionId session;
    record::PatientId patient;
    QString name; ///< of the patient
    QString room; ///< may be empty
};

/// Every dose whose patient has not gone home, in the order in which they began.
[[nodiscard]] base::Result<QList<RunningLine>> runningDoses(OpenPractice& practice);

/// Holds the clock of the program while a dose runs, and lets it go when none does. Without effect where the
/// environment has no clock to hold.
void followRunningDoses(OpenPractice& practice, const QList<RunningLine>& running);

} // namespace kairos::workflow
