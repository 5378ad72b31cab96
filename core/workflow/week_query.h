// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/practice_calendar.h"
#include "core/workflow/today_query.h"

#include "core/base/result.h"
#include "core/record/step.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One booked appointment of a week: a session, or a step of a plan that has none, e.g. a review.
struct WeekAppointment {
    record::Patient patient;
    std::optional<record::SessionId> session; ///< none for a step alone
    bool isDosing = false;
    QString title; ///< "Dose 4", "CBT 7", "Review after the induction"
    base::Appointment booked;
    int minutes = 0; ///< by the protocol; 0 where it is not known
    record::SessionState state = record::SessionState::Planned;
    std::optional<record::ClinicianId> clinician;
    QString clinicianName;
    QString room;
    std::optional<record::PlanId> plan;
    std::optional<record::StepId> step;
    QString stepKey;
    std::optional<record::StepWindow> window;
    QStringList conflicts; ///< in words, e.g. "J. Lindqvist twice: Samir Haddad"

    [[nodiscard]] QTime end() const { return booked.time.addSecs(minutes * 60); }
    /// It can still be moved.
    [[nodiscard]] bool isPlanned() const { return state == record::SessionState::Planned; }
};

/// A day of the week with what is booked on it, in the order of time.
struct WeekDay {
    QDate day;
    bool isOpen = true;
    std::optional<DayHours> hours; ///< none when the clinic is closed
    QString holiday;               ///< its name
    QStringList away;              ///< clinicians who are away
    QList<WeekAppointment> appointments;
};

struct WeekView {
    QDate monday;
    QList<WeekDay> days; ///< seven

    [[nodiscard]] int appointmentCount() const;
    [[nodiscard]] int conflictCount() const;
};

/// Reads the appointments of a week against the clinic's hours.
class WeekQuery final {
public:
    explicit WeekQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The week that holds the day, from Monday. Storage.
    [[nodiscard]] base::Result<WeekView> week(QDate day) const;
    /// The appointments of one day, each with what it clashes with.
    [[nodiscard]] base::Result<QList<WeekAppointment>> appointmentsOn(QDate day) const;

    /// The day itself, without what is booked: open or closed, hours, holiday, who is away.
    [[nodiscard]] base::Result<WeekDay> dayOf(QDate day) const;

    /// What an appointment clashes with among others of its day: the same patient, clinician or room twice.
    /// Where a length is not known, only the beginning counts.
    [[nodiscard]] static QStringList conflictsOf(const WeekAppointment& appointment,
                                                 const QList<WeekAppointment>& others);

private:
    void addStep(WeekAppointment& appointment) const;
    [[nodiscard]] int minutesOf(const WeekAppointment& appointment) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
