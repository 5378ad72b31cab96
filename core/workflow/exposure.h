// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/dose_history.h"

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
    std::optional<QDate> lastDone; ///< by a rating or the screening; none: never, or no record answers it
    QDate due;
    bool isDue = false; ///< today or before it
};

/// The checks by the exposure, in the order of the safety file; none before the first dose. A check counts as
/// done on the day of a rating of one of its instruments, or on which one of its contraindications was looked
/// for. Storage.
[[nodiscard]] base::Result<QList<ExposureCheckState>>
exposureChecksOf(OpenPractice& practice, const record::PatientId& patient, const Exposure& exposure);
/// The same by the day of the first dose alone.
[[nodiscard]] base::Result<QList<ExposureCheckState>> exposureChecksSince(OpenPractice& practice,
                                                                          const record::PatientId& patient,
                                                                          const std::optional<QDate>& first);

} // namespace kairos::workflow
