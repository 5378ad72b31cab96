// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/antidepressant_trial.h"
#include "core/record/patient.h"
#include "core/record/patient_lists.h"
#include "core/safety/consent_forms.h"
#include "core/safety/interactions.h"
#include "core/safety/screening.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What the current course gives, as far as it is known.
struct CourseMedicine {
    QString title; ///< of the plan; empty without one
    std::optional<record::Route> route;
    safety::Substance substance = safety::Substance::Racemic;
};

/// A consent with the form it belongs to and how it stands today.
struct ConsentRow {
    record::Consent consent;
    QString title; ///< the form's, or what was typed where no form is known
    std::optional<safety::ConsentScope> scope;
    safety::ConsentState state = safety::ConsentState::InForce;
};

/// The screening gate of one patient.
struct ScreeningGate {
    safety::Eligibility eligibility;
    bool isFirstDose = true; ///< no dose was given to the patient yet

    /// Keeps the next dose back: at a first dose every open question does, later only what is present.
    [[nodiscard]] bool holdsDose() const {
        return eligibility.state == safety::EligibilityState::Holds &&
               (isFirstDose || !eligibility.onlyOpenQuestions);
    }
};

/// Everything the screening page shows, as values.
struct ScreeningView {
    record::Patient patient;
    CourseMedicine course;
    QList<record::Medication> medication; ///< not ended
    safety::InteractionReport interactions;
    safety::Screening screening;
    ScreeningGate gate;
    QList<record::AntidepressantTrial> trials; ///< in the order in which they were written down
    QList<ConsentRow> consents;                ///< newest first
};

/// Reads a patient's screening for the screens and the gates.
class ScreeningQuery final {
public:
    explicit ScreeningQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<ScreeningView> view(const record::PatientId& patient) const;
    /// The list as it stands; with a moment, as it stood then.
    [[nodiscard]] base::Result<safety::Screening>
    screening(const record::PatientId& patient, const std::optional<base::Instant>& asOf = {}) const;
    /// The gate before the patient's next dose; with a moment, before a dose that was started then.
    [[nodiscard]] base::Result<ScreeningGate> gate(const record::PatientId& patient,
                                                   const std::optional<base::Instant>& asOf = {}) const;

private:
    [[nodiscard]] base::Result<CourseMedicine> course(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<bool> hadDose(const record::PatientId& patient,
                                             const std::optional<base::Instant>& before) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
