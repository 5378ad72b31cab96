// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_event.h"
#include "core/record/dosing_session.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/rating.h"
#include "core/record/reading.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One dose that was begun, with what it did. What was not measured is absent.
struct DoseHistoryRow {
    record::DosingSession session;
    std::optional<record::Order> order;    ///< it was given against
    std::optional<base::Milligrams> given; ///< by rate, pauses and stop; of a dose that runs: so far
    std::optional<base::MilligramsPerKilogram> givenPerKg; ///< by the weight of that day
    std::optional<record::Rating> before;                  ///< the last of the main scale before minute 0
    std::optional<record::Rating> after;          ///< the last of it after the dose and before the next one
    std::optional<record::Reading> peak;          ///< the highest systolic pressure from minute 0 on
    std::optional<record::Rating> dissociation;   ///< the highest rating of dissociation of that session
    std::optional<record::Reading> peakDiastolic; ///< the highest diastolic pressure from minute 0 on
    std::optional<record::Reading> lowestOxygen;  ///< the lowest SpO2 from minute 0 on
    std::optional<record::Rating> next;  ///< the first of a depression scale after the dose, before the next
    QList<record::AdverseEvent> adverse; ///< as they stand now, by onset; with later ones put down to it
    std::optional<qint64> minutesToDischarge; ///< whole minutes from minute 0 until the patient left
};

/// The doses of one plan or one patient, oldest first, with the scale they are followed by.
struct DoseHistory {
    QString scale;      ///< id of the main depression scale; empty while none was rated
    QString scaleTitle; ///< its short title
    QList<DoseHistoryRow> rows;
};

/// Reads what each dose was and did, so that a prescriber can decide on the next. It proposes nothing.
class DoseHistoryQuery final {
public:
    explicit DoseHistoryQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<DoseHistory> of(const record::TreatmentPlan& plan) const;
    /// The same over all plans of a patient, and doses outside of any.
    [[nodiscard]] base::Result<DoseHistory> ofPatient(const record::PatientId& patient) const;

private:
    [[nodiscard]] base::Result<DoseHistory> ofDoses(const record::PatientId& patient,
                                                    const QList<record::DosingSession>& doses) const;
    [[nodiscard]] base::Result<DoseHistoryRow> rowOf(const record::DosingSession& session) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
