// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

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

/// Why a person is needed.
enum class NeedKind {
    OpenRisk,
    Undischarged,
    IntegrationLate,
    IntegrationClosing,
    Unsigned,
    RatingDue,
    ConsentEnding,
    NoCrisisText
};

/// One thing that needs a person, with the place to do it.
struct Need {
    NeedKind kind = NeedKind::Unsigned;
    base::FindingLevel level = base::FindingLevel::Caution;
    std::optional<record::Patient> patient;
    std::optional<record::SessionId> session;
    std::optional<record::RiskItemId> risk;
    std::optional<record::StepId> step;
    QString detail;                  ///< in words, e.g. "PHQ-9: item 9 above 0; total 8"
    std::optional<base::Instant> at; ///< since when, or until when for a closing window
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
    QList<Need> needs; ///< most urgent first
    QList<IntegrationClock> clocks;
};

/// Reads the day over all patients, from indexes alone.
class TodayQuery final {
public:
    explicit TodayQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<TodayView> view() const;
    /// The sessions of one day in order.
    [[nodiscard]] base::Result<QList<DayRow>> sessionsOn(QDate day) const;
    /// How many things need a person: the badge of the rail.
    [[nodiscard]] base::Result<QList<Need>> needs() const;

private:
    [[nodiscard]] base::Outcome addSessionNeeds(QList<Need>& needs) const;
    [[nodiscard]] base::Outcome addStepNeeds(QList<Need>& needs) const;
    [[nodiscard]] base::Outcome addRiskNeeds(QList<Need>& needs) const;
    [[nodiscard]] base::Result<QList<IntegrationClock>> clocks() const;
    [[nodiscard]] std::optional<record::Patient> patient(const record::PatientId& id) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
