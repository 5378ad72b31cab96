// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_revision.h"
#include "core/workflow/week_query.h"

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What moving an appointment would do. Nothing is saved by asking.
struct AppointmentMove {
    base::Appointment to;
    QStringList notes; ///< what speaks against it, in words: closed, outside the hours or the window, a clash
    base::Findings broken;                 ///< rules of the plan that the new day breaks
    QList<planning::CourseChange> changes; ///< the other steps whose day follows
    QList<LeftBooking> bookings;           ///< appointments of steps that then stand outside their window
    bool revisesPlan = false;              ///< the day of a plan's step changes: a new revision with a reason

    /// A rule that holds is broken: a prescriber says why it is moved all the same.
    [[nodiscard]] bool needsOverride() const;
};

/// Moving booked appointments, and saying in which room and with whom they are.
class AppointmentCare final {
public:
    explicit AppointmentCare(OpenPractice& practice) : m_practice(practice) {}

    /// Tries another day and time against the plan, the clinic's days and the other appointments. Refused: it
    /// has begun or is over, or the time lies in the past. InvalidInput: no day or no time.
    [[nodiscard]] base::Result<AppointmentMove> tryMove(const WeekAppointment& appointment,
                                                        const base::Appointment& to) const;
    /// Moves session and step. Onto another day the step of a plan goes there by a revision of the plan, in
    /// the same transaction, and the steps that follow are planned anew: InvalidInput without a reason. A
    /// broken rule that holds needs the password of whoever may override it.
    [[nodiscard]] base::Outcome move(const WeekAppointment& appointment, const base::Appointment& to,
                                     const QString& reason = {}, const QString& password = {});
    /// Says room and clinician of a session; both may be empty but the therapist of a therapy session.
    [[nodiscard]] base::Outcome assign(const record::SessionId& session, const QString& room,
                                       const std::optional<record::ClinicianId>& clinician);

private:
    [[nodiscard]] base::Outcome addPlan(const WeekAppointment& appointment, AppointmentMove& move) const;
    [[nodiscard]] base::Outcome rebook(const WeekAppointment& appointment, const base::Appointment& to);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
