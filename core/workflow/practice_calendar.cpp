// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/practice_calendar.h"

#include "core/workflow/open_practice.h"

#include "core/record/patient.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kDaysAhead = 366;

/// An absence that a damaged or foreign file makes endless names no more days than any plan has.
constexpr int kMostDays = 3 * 366;

void addDays(const Absence& absence, QList<QDate>& days) {
    for (QDate day = absence.first; day <= absence.last && absence.first.daysTo(day) < kMostDays;
         day = day.addDays(1)) {
        days.append(day);
    }
}

} // namespace

DayHours PracticeCalendar::defaultHours() {
    return {QTime(9, 0), QTime(17, 0)};
}

bool PracticeCalendar::isDefault() const {
    return m_practice.practice().hours.isEmpty();
}

std::optional<DayHours> PracticeCalendar::hoursOfWeekday(int weekday) const {
    const Practice& practice = m_practice.practice();
    if (practice.closedWeekdays.contains(weekday)) {
        return std::nullopt;
    }
    for (const OpenHours& hours : practice.hours) {
        if (hours.weekday == weekday) {
            return DayHours{hours.opens, hours.closes};
        }
    }
    return defaultHours();
}

std::optional<DayHours> PracticeCalendar::hoursOn(QDate day) const {
    return holidayOn(day) ? std::nullopt : hoursOfWeekday(day.dayOfWeek());
}

std::optional<QString> PracticeCalendar::holidayOn(QDate day) const {
    for (const Holiday& holiday : m_practice.practice().holidays) {
        if (holiday.day == day) {
            return holiday.name;
        }
    }
    return std::nullopt;
}

QDate PracticeCalendar::nextOpenDay(QDate after) const {
    for (int days = 1; days <= kDaysAhead; ++days) {
        if (hoursOn(after.addDays(days))) {
            return after.addDays(days);
        }
    }
    return after.addDays(1);
}

base::Result<QList<Absence>> PracticeCalendar::list(std::optional<PatientId> patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    filter.state =
        static_cast<qint64>(patient ? storage::AbsenceColumn::Patient : storage::AbsenceColumn::Clinician);
    return m_practice.file().records().list<Absence>(filter).map(
        [](const storage::Loaded<Absence>& loaded) { return loaded.records; });
}

base::Result<QList<Absence>> PracticeCalendar::awayOf(const PatientId& patient) const {
    return list(patient);
}

base::Result<QList<Absence>> PracticeCalendar::awayOf(const ClinicianId& clinician) const {
    return cliniciansAway().map([&](QList<Absence> all) {
        all.removeIf([&](const Absence& absence) { return absence.clinician != clinician; });
        return all;
    });
}

base::Result<QList<Absence>> PracticeCalendar::cliniciansAway() const {
    return list(std::nullopt);
}

base::Result<QList<ClinicianId>> PracticeCalendar::awayOn(QDate day) const {
    return cliniciansAway().map([&](const QList<Absence>& all) {
        QList<ClinicianId> away;
        for (const Absence& absence : all) {
            const bool isAway = absence.first <= day && day <= absence.last;
            if (isAway && absence.clinician && !away.contains(*absence.clinician)) {
                away.append(*absence.clinician);
            }
        }
        return away;
    });
}

base::Result<planning::PlanRequest> PracticeCalendar::requestFor(const TreatmentPlan& plan) const {
    const auto patientAway = awayOf(plan.patient);
    const auto cliniciansOff = cliniciansAway();
    const auto patient = m_practice.file().records().find<Patient>(plan.patient);
    for (const auto* error :
         {patientAway ? nullptr : &patientAway.error(), cliniciansOff ? nullptr : &cliniciansOff.error(),
          patient ? nullptr : &patient.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    planning::PlanRequest request;
    request.start = plan.start;
    request.zone = m_practice.zone();
    for (int weekday = 1; weekday <= kDaysOfWeek; ++weekday) {
        const auto hours = hoursOfWeekday(weekday);
        if (!hours || plan.closedWeekdays.contains(weekday)) {
            request.closedWeekdays.append(weekday);
        } else {
            request.opensAt.insert(weekday, hours->opens);
        }
    }
    request.holidays = plan.holidays;
    for (const Holiday& holiday : m_practice.practice().holidays) {
        request.holidays.append(holiday.day);
    }
    for (const Absence& absence : *patientAway) {
        addDays(absence, request.patientAway);
    }
    for (const Absence& absence : *cliniciansOff) {
        if (absence.clinician && plan.clinicians.contains(*absence.clinician)) {
            addDays(absence, request.clinicianAway);
        }
    }
    request.birthDate = *patient ? (*patient)->birthDate : std::nullopt;
    return request;
}

} // namespace kairos::workflow
