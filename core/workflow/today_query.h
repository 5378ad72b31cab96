// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/need.h"

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::storage {
struct RowFilter;
} // namespace kairos::storage

namespace kairos::workflow {

class OpenPractice;

/// One session of a day.
struct DayRow {
    record::Patient patient;
    record::SessionId session;
    bool isDosing = false;
    record::TherapyType therapy = record::TherapyType::Other; ///< of a therapy session
    QString modality;
    int number = 0;
    std::optional<base::Milligrams> dose;
    base::Appointment booked;
    record::SessionState state = record::SessionState::Planned;
    QString clinician; ///< the therapist's name; empty for a dose
};

/// The integration window of one dose: hours since its end on one scale.
struct IntegrationClock {
    record::Patient patient;
    int dose = 0;
    base::Instant doseEnd;
    double hoursSince = 0;
    std::optional<double> windowFrom; ///< hours after the end; none when no window fits
    std::optional<double> windowTo;
    std::optional<double> booked; ///< hours after the end
    std::optional<double> held;
};

struct TodayView {
    QList<DayRow> today;
    QList<DayRow> tomorrow; ///< the next open day's doses and sessions
    QDate tomorrowDate;
    QList<Need> needs; ///< the most dangerous first
    /// How far the search for them has come, 0 to 1; none when all are found.
    std::optional<double> searched;
    QList<IntegrationClock> clocks; ///< the doses that ended first; never more than a page shows
    int moreClocks = 0;             ///< doses of the same hours whose clocks are left out
};

/// How much a day's page will hold, before any of it is read.
struct DayCounts {
    int today = 0; ///< sessions
    QDate tomorrowDate;
    int tomorrow = 0;
    int tomorrowDoses = 0; ///< of them
};

/// Reads the day over all patients, from indexes alone.
class TodayQuery final {
public:
    explicit TodayQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<TodayView> view() const;
    /// Counts what view() will bring; reads no record.
    [[nodiscard]] base::Result<DayCounts> counts() const;
    /// The sessions of one day in order.
    [[nodiscard]] base::Result<QList<DayRow>> sessionsOn(QDate day) const;
    /// What needs a person, the most dangerous first. Reckoned once a minute and state of the journal; where
    /// a watch reckons, what it found so far; nothing before its first stride.
    [[nodiscard]] base::Result<QList<Need>> needs() const;
    /// How far a watch has come that is searching for them, 0 to 1; none when all are found.
    [[nodiscard]] std::optional<double> searched() const;

private:
    [[nodiscard]] storage::RowFilter filterOf(QDate day) const;
    [[nodiscard]] base::Outcome addClocks(TodayView& view) const;
    [[nodiscard]] std::optional<IntegrationClock> clockOf(const record::DosingSession& session) const;
    [[nodiscard]] std::optional<record::Patient> patient(const record::PatientId& id) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
