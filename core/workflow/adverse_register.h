// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_follow_up.h"
#include "core/record/patient.h"
#include "core/workflow/adverse_filter.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One line of the register.
struct AdverseRow {
    record::AdverseEvent event;               ///< as it stands after its follow-ups
    QList<record::AdverseFollowUp> followUps; ///< what was added after it was fixed, oldest first
    record::Patient patient;                  ///< its id alone where the record is damaged
    QString drug;                             ///< of its session, or of the dose it may come from
    std::optional<int> doseNumber;            ///< of the same
    std::optional<qint64> onsetMinute;        ///< minutes since minute 0 of its session; negative before it
    std::optional<qint64> daysAfterDose;      ///< outside of a session: calendar days since that dose
};

/// The adverse events of all patients, the latest first.
struct AdverseRegister {
    QList<AdverseRow> rows;
    qsizetype all = 0;   ///< how many the practice holds, whatever the filter
    QStringList terms;   ///< that stand in the practice, by name, for a choice
    QStringList damaged; ///< records that are refused, by name
};

/// Reads the register of adverse events over all patients.
class AdverseRegisterQuery final {
public:
    explicit AdverseRegisterQuery(OpenPractice& practice) : m_practice(practice) {}

    /// InvalidInput: a grade that is none of 1 to 5, a period that ends before it begins.
    [[nodiscard]] base::Result<AdverseRegister> rows(const AdverseFilter& filter) const;
    /// All events of one patient, in sessions and outside of them.
    [[nodiscard]] base::Result<AdverseRegister> ofPatient(const record::PatientId& patient) const;
    /// The rows as a CSV file with a header, ids of patient and session among them. Refused: the role may
    /// not export.
    [[nodiscard]] base::Result<QByteArray> csv(const AdverseFilter& filter) const;

private:
    [[nodiscard]] base::Result<AdverseRegister> read(const AdverseFilter& filter,
                                                     const std::optional<record::PatientId>& patient) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
