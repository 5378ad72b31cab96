// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"

#include <QSet>

#include <array>
#include <optional>

namespace kairos::planning {

/// Days from `first` to `last`, both included.
struct DayRange {
    QDate first;
    QDate last;
};

/// Who must be there for a step.
enum class Presence {
    Nobody,  ///< done at home, on any day
    Patient, ///< a form: the clinic is open and the patient can come
    Everyone ///< an appointment: the clinician can come too
};

/// Why a day cannot be used.
enum class Closure { Weekday, Holiday, PatientAway, ClinicianAway };

/// Which days can be used.
class ClinicCalendar {
public:
    explicit ClinicCalendar(const PlanRequest& request);

    /// True when the clinic is open, whoever can come.
    [[nodiscard]] bool isOpen(QDate day) const;
    [[nodiscard]] bool isFree(QDate day, Presence presence) const { return !closureOf(day, presence); }
    /// The first reason against the day; none when it can be used.
    [[nodiscard]] std::optional<Closure> closureOf(QDate day, Presence presence) const;
    /// The first free day from `day` on, within a year.
    [[nodiscard]] std::optional<QDate> firstOpen(QDate day, Presence presence = Presence::Everyone) const;
    /// The free day of the range nearest to `wish`, of two equally near the earlier.
    [[nodiscard]] std::optional<QDate> nearestOpen(QDate wish, DayRange range,
                                                   Presence presence = Presence::Everyone) const;

private:
    std::array<bool, 8> m_isClosed{}; ///< by weekday, Monday 1
    QSet<QDate> m_holidays;
    QSet<QDate> m_patientAway;
    QSet<QDate> m_clinicianAway;
};

} // namespace kairos::planning
