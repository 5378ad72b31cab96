// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include "core/base/result.h"
#include "core/record/consent.h"
#include "core/record/patient.h"
#include "core/record/patient_lists.h"
#include "core/storage/drafts.h"

#include <QList>

namespace kairos::storage {
struct Change;
}

namespace kairos::workflow {

class OpenPractice;

/// What the patient form holds: the person and the lists beside it.
struct PatientDraft {
    record::Patient patient; ///< a null id makes a new patient
    QList<record::Allergy> allergies;
    QList<record::Diagnosis> diagnoses;
    QList<record::Medication> medications;

    bool operator==(const PatientDraft&) const = default;
};

/// What the form adds beside the draft, in the same transaction.
struct PatientAdditions {
    std::optional<base::Kilograms> weight;
    QList<record::Consent> consents;   ///< ids and patient are filled in
    QList<storage::DraftKey> finished; ///< drafts that end with the save
};

/// One field of the form that cannot stay as it is.
struct FieldProblem {
    QString field; ///< e.g. "mrn", "birthDate", "height"
    QString text;  ///< what is wrong and what to do
};

/// Registering and keeping up a patient.
class PatientCare final {
public:
    explicit PatientCare(OpenPractice& practice) : m_practice(practice) {}

    /// The draft of an existing patient.
    [[nodiscard]] base::Result<PatientDraft> load(const record::PatientId& id) const;
    /// What keeps the draft from being saved; empty when nothing does.
    [[nodiscard]] QList<FieldProblem> problems(const PatientDraft& draft) const;
    /// The next free MRN in the practice's own pattern, e.g. "K-0177" after "K-0176"; "K-0001" at first.
    [[nodiscard]] QString nextMrn() const;
    /// Saves what changed: new, changed and removed lines, each one record. InvalidInput with the first
    /// problem.
    [[nodiscard]] base::Result<record::PatientId> save(PatientDraft draft,
                                                       const PatientAdditions& additions = {});

    /// Marks a patient who was registered by mistake, and the lists beside, as entered in error. Refused when
    /// a session, a rating or a plan exists: then the chart is amended instead.
    [[nodiscard]] base::Outcome withdraw(const record::PatientId& id, const QString& reason);

    /// Adds a weighing. InvalidInput when it is impossible.
    [[nodiscard]] base::Outcome addWeight(const record::PatientId& id, base::Kilograms weight,
                                          const std::optional<record::SessionId>& session = {});
    [[nodiscard]] base::Result<std::optional<record::Weight>> lastWeight(const record::PatientId& id) const;
    /// Pauses, ends or resumes care. The reason goes into the journal.
    [[nodiscard]] base::Outcome setStage(const record::PatientId& id, record::Stage stage,
                                         const QString& reason);

    /// Where no end is given and the form is one of the practice's, the rules name the last day.
    [[nodiscard]] base::Outcome giveConsent(record::Consent consent);
    [[nodiscard]] base::Outcome withdrawConsent(const record::ConsentId& id, QDate on);
    [[nodiscard]] base::Result<QList<record::Consent>> consents(const record::PatientId& id) const;

private:
    [[nodiscard]] base::Outcome checkSave(const PatientDraft& draft, const PatientAdditions& additions) const;
    [[nodiscard]] QList<storage::Change> changesOf(const PatientAdditions& additions,
                                                   const record::PatientId& patient);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
