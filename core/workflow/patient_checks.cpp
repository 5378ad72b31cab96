// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_checks.h"

#include "core/workflow/words.h"

namespace kairos::workflow {
namespace {

// What no person can be: outside of these the key slipped. They judge nothing clinical.
constexpr int kOldestAge = 130;
constexpr double kShortest = 40;
constexpr double kTallest = 260;
constexpr double kHeaviest = 300; // protocols.md 1.1: above 300 kg is a typing error

} // namespace

QList<FieldProblem> impossibleFields(const PatientDraft& draft, QDate today) {
    const auto& patient = draft.patient;
    QList<FieldProblem> problems;
    if (patient.familyName.trimmed().isEmpty()) {
        problems.append(
            {QStringLiteral("familyName"), Words::tr("Type the family name: the chart is found by it")});
    }
    if (patient.mrn.trimmed().isEmpty()) {
        problems.append({QStringLiteral("mrn"), Words::tr("Type the clinic's own number for this patient")});
    }
    if (patient.birthDate) {
        if (*patient.birthDate > today) {
            problems.append(
                {QStringLiteral("birthDate"), Words::tr("This day is still to come: check the year")});
        } else if (patient.birthDate->addYears(kOldestAge) < today) {
            problems.append(
                {QStringLiteral("birthDate"), Words::tr("This is more than 130 years ago: check the year")});
        }
    }
    if (patient.height && !(patient.height->value >= kShortest && patient.height->value <= kTallest)) {
        problems.append({QStringLiteral("height"),
                         Words::tr("Height is in centimetres, from 40 to 260: check the unit")});
    }
    for (const auto& allergy : draft.allergies) {
        if (allergy.substance.trimmed().isEmpty()) {
            problems.append({QStringLiteral("allergies"),
                             Words::tr("An allergy needs its substance, or remove the line")});
        }
    }
    for (const auto& diagnosis : draft.diagnoses) {
        if (diagnosis.text.trimmed().isEmpty()) {
            problems.append(
                {QStringLiteral("diagnoses"), Words::tr("A diagnosis needs its name, or remove the line")});
        }
    }
    for (const auto& medication : draft.medications) {
        if (medication.name.trimmed().isEmpty()) {
            problems.append(
                {QStringLiteral("medications"), Words::tr("A medicine needs its name, or remove the line")});
        }
    }
    if (patient.allergyStatus == record::AllergyStatus::Listed && draft.allergies.isEmpty()) {
        problems.append(
            {QStringLiteral("allergies"),
             Words::tr("Write what the patient reacts to, or choose \"none known\" or \"not asked\"")});
    }
    return problems;
}

std::optional<QString> impossibleWeight(base::Kilograms weight) {
    if (weight.isFinite() && weight.value > 0 && weight.value <= kHeaviest) {
        return std::nullopt;
    }
    return Words::tr("Weight is in kilograms, above 0 and up to 300: check the unit");
}

} // namespace kairos::workflow
