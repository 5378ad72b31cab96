// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/clinic_calendar.h"

#include <cstdlib>

namespace kairos::planning {

ClinicCalendar::ClinicCalendar(const PlanRequest& request)
    : m_closedWeekdays(request.closedWeekdays.begin(), request.closedWeekdays.end()),
      m_holidays(request.holidays.begin(), request.holidays.end()) {}

bool ClinicCalendar::isOpen(QDate day) const {
    return !m_closedWeekdays.contains(day.dayOfWeek()) && !m_holidays.contains(day);
}

std::optional<QDate> ClinicCalendar::firstOpen(QDate day) const {
    constexpr int kDaysSearched = 366;
    for (int ahead = 0; ahead < kDaysSearched; ++ahead) {
        if (isOpen(day.addDays(ahead))) {
            return day.addDays(ahead);
        }
    }
    return std::nullopt;
}

std::optional<QDate> ClinicCalendar::nearestOpen(QDate wish, DayRange range) const {
    std::optional<QDate> nearest;
    for (QDate day = range.first; day <= range.last; day = day.addDays(1)) {
        const bool isNearer = !nearest || std::llabs(day.daysTo(wish)) < std::llabs(nearest->daysTo(wish));
        if (isOpen(day) && isNearer) {
            nearest = day;
        }
    }
    return nearest;
}

} // namespace kairos::planning
