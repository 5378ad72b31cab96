// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/clinic_calendar.h"

#include <cstdlib>

namespace kairos::planning {

ClinicCalendar::ClinicCalendar(const PlanRequest& request)
    : m_holidays(request.holidays.begin(), request.holidays.end()),
      m_patientAway(request.patientAway.begin(), request.patientAway.end()),
      m_clinicianAway(request.clinicianAway.begin(), request.clinicianAway.end()) {
    for (const int weekday : request.closedWeekdays) {
        if (weekday >= Qt::Monday && weekday <= Qt::Sunday) {
            m_isClosed.at(static_cast<size_t>(weekday)) = true;
        }
    }
}

bool ClinicCalendar::isOpen(QDate day) const {
    return !m_isClosed.at(static_cast<size_t>(day.dayOfWeek())) && !m_holidays.contains(day);
}

std::optional<Closure> ClinicCalendar::closureOf(QDate day, Presence presence) const {
    if (presence == Presence::Nobody) {
        return std::nullopt;
    }
    if (m_isClosed.at(static_cast<size_t>(day.dayOfWeek()))) {
        return Closure::Weekday;
    }
    if (m_holidays.contains(day)) {
        return Closure::Holiday;
    }
    if (m_patientAway.contains(day)) {
        return Closure::PatientAway;
    }
    if (presence == Presence::Everyone && m_clinicianAway.contains(day)) {
        return Closure::ClinicianAway;
    }
    return std::nullopt;
}

std::optional<QDate> ClinicCalendar::firstOpen(QDate day, Presence presence) const {
    constexpr int kDaysSearched = 366;
    for (int ahead = 0; ahead < kDaysSearched; ++ahead) {
        if (isFree(day.addDays(ahead), presence)) {
            return day.addDays(ahead);
        }
    }
    return std::nullopt;
}

std::optional<QDate> ClinicCalendar::nearestOpen(QDate wish, DayRange range, Presence presence) const {
    std::optional<QDate> nearest;
    for (QDate day = range.first; day <= range.last; day = day.addDays(1)) {
        const bool isNearer = !nearest || std::llabs(day.daysTo(wish)) < std::llabs(nearest->daysTo(wish));
        if (isNearer && isFree(day, presence)) {
            nearest = day;
        }
    }
    return nearest;
}

} // namespace kairos::planning
