// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/clinician.h"
#include "core/record/practice.h"

namespace kairos::workflow {

class OpenPractice;

/// Keeping up the practice itself: its page, its people, their passwords.
class ClinicCare final {
public:
    explicit ClinicCare(OpenPractice& practice) : m_practice(practice) {}

    /// Everybody who works or worked here, those who may sign in first, by name.
    [[nodiscard]] base::Result<QList<record::Clinician>> everyone() const;
    /// Saves the practice's page. InvalidInput: no name, no such time zone, an idle lock outside 1 to 60
    /// minutes.
    [[nodiscard]] base::Outcome savePractice(record::Practice practice);
    [[nodiscard]] base::Result<record::ClinicianId>
    addClinician(const QString& name, const QList<record::Role>& roles, const QString& password);
    /// Changes name, roles, supervisor or whether the person may sign in. Refused when no administrator would
    /// be left. InvalidInput: the supervisor may not sign sessions here, or is the person.
    [[nodiscard]] base::Outcome saveClinician(const record::Clinician& clinician);
    /// Gives a clinician who forgot theirs a new password. It does not open their private notes: their own
    /// recovery code does. Refused: the signed-in person may not administer.
    [[nodiscard]] base::Outcome setPassword(const record::ClinicianId& id, const QString& password);
    /// The signed-in clinician's own password; private notes open with it from then on. WrongPassphrase: the
    /// old one does not fit.
    [[nodiscard]] base::Outcome changePassword(const QString& oldPassword, const QString& newPassword);

private:
    [[nodiscard]] static base::Outcome checkSupervision(const record::Clinician& clinician,
                                                        const QList<record::Clinician>& all);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
