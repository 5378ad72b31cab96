// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/antidepressant_trial.h"
#include "core/record/consent.h"
#include "core/record/screening.h"

#include <QDate>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// Screening a patient before a first dose. Every call is one durable entry.
class ScreeningCare final {
public:
    explicit ScreeningCare(OpenPractice& practice) : m_practice(practice) {}

    /// Answers one condition of the list; the former answer stays on record. InvalidInput: no such condition,
    /// or the question does not arise.
    [[nodiscard]] base::Outcome answer(const record::PatientId& patient, const QString& condition,
                                       record::ScreeningState state, const QString& note);
    /// Lets the gate go although something holds: keeps what it covers, who and why. Asks for the password.
    /// InvalidInput: no reason. Refused: nothing holds, or the role may not.
    [[nodiscard]] base::Outcome overrideGate(const record::PatientId& patient, const QString& reason,
                                             const QString& password);

    /// Writes an earlier treatment down, or changes it where it has an id. InvalidInput: no name, or
    /// impossible weeks.
    [[nodiscard]] base::Result<record::AntidepressantTrialId> saveTrial(record::AntidepressantTrial trial);
    /// Marks one as entered in error. InvalidInput: no reason.
    [[nodiscard]] base::Outcome removeTrial(const record::AntidepressantTrialId& id, const QString& reason);

    /// Keeps a signed consent to one of the practice's forms; it ends after the days the rules name.
    /// InvalidInput: no such form, no version, a day that is still to come.
    [[nodiscard]] base::Outcome giveConsent(const record::PatientId& patient, const QString& form,
                                            const QString& version, QDate given);

private:
    [[nodiscard]] base::Outcome checkTrial(const record::AntidepressantTrial& trial) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
