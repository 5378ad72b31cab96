// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/dose_history.h"

#include "core/record/screening.h"
#include "core/safety/exposure_rules.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::workflow {

/// What a patient was given of one drug by one route. Milligrams of other drugs and routes are never added:
/// they are not the same dose.
struct ExposureLine {
    QString drug;
    record::Route route = record::Route::Intravenous;
    int sessions = 0;
    int unmeasured = 0;                                    ///< of them: what was given is not known
    int unweighed = 0;                                     ///< of them: given without a weight of that day
    std::optional<base::Milligrams> given;                 ///< sum of what is known; none when nothing is
    std::optional<base::MilligramsPerKilogram> givenPerKg; ///< sum of what is known
};

/// Everything a patient was exposed to in this practice.
struct Exposure {
    QList<ExposureLine> lines; ///< in the order of their first dose
    int sessions = 0;
    int last30 = 0; ///< doses begun within the last 30 calendar days, today among them
    int last90 = 0;
    std::optional<QDate> first;
    std::optional<QDate> last;
};

/// Adds up a history. `today` is the practice's day; later doses do not count into 30 and 90 days.
[[nodiscard]] Exposure exposureOf(const DoseHistory& history, const QDate& today, const QTimeZone& zone);

/// How a check that repeated doses ask for stands with one patient.
struct ExposureCheckState {
    safety::ExposureCheck check;
    std::optional<QDate> lastDone; ///< by a rating, the screening or a written result; none: never
    std::optional<record::ScreeningFinding> last = {}; ///< the last written result
    QDate due;
    bool isDue = false; ///< today or before it
};

/// The checks by the exposure, in the order of the safety file; none before the first dose. A check counts as
/// done on the day of a rating of one of its instruments, on which one of its contraindications was looked
/// for, or to which its result was written down. Storage.
[[nodiscard]] base::Result<QList<ExposureCheckState>>
exposureChecksOf(OpenPractice& practice, const record::PatientId& patient, const Exposure& exposure);
/// The same by the day of the first dose alone.
[[nodiscard]] base::Result<QList<ExposureCheckState>> exposureChecksSince(OpenPractice& practice,
                                                                          const record::PatientId& patient,
                                                                          const std::optional<QDate>& first);

/// The result of a check that is written down by itself.
struct CheckResult {
    QString check; ///< its id, e.g. "cognition"
    bool isConcern = false;
    QString words; ///< what was done and found, e.g. "MoCA 27 of 30"
    QDate day;
};

/// Keeps the result of a check. InvalidInput: no such check, no words, or a day that is still to come.
/// Refused: the role may not.
[[nodiscard]] base::Outcome writeCheck(OpenPractice& practice, const record::PatientId& patient,
                                       const CheckResult& result);

} // namespace kairos::workflow
