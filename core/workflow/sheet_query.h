// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/therapy_sheet.h"
#include "core/reports/therapy_sheet_report.h"

#include <QList>
#include <QLocale>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// The sheets of a patient as they are listed.
struct SheetList {
    QList<record::TherapySheet> sheets; ///< in the order of the forms, of each form the newest first
    QStringList damaged;                ///< by name: refused, never shown as if they were good
};

/// Reads the structured sheets of therapy.
class SheetQuery final {
public:
    explicit SheetQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<SheetList> ofPatient(const record::PatientId& patient) const;
    /// The newest sheet of a form, e.g. therapy::kSafetyPlan; none where the patient has none. Damaged: one
    /// of the form cannot be read, and an older one must not stand for it.
    [[nodiscard]] base::Result<std::optional<record::TherapySheet>> latest(const record::PatientId& patient,
                                                                           const QString& form) const;
    /// NotFound: there is none, or it was entered in error. Damaged.
    [[nodiscard]] base::Result<record::TherapySheet> find(const record::TherapySheetId& id) const;
    /// A sheet in print. NotFound, Damaged.
    [[nodiscard]] base::Result<reports::TherapySheetReport> report(const record::TherapySheetId& id,
                                                                   const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
