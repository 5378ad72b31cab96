// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/planning/planned_course.h"
#include "core/record/absence.h"
#include "core/record/plan.h"
#include "core/record/practice.h"

#include <QDate>
#include <QList>
#include <QTime>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// When the clinic is open on one day.
struct DayHours {
    QTime opens;
    QTime closes;

    bool operator==(const DayHours&) const = default;
};

/// When the clinic is open, and who is away: read from the practice's own page and the days people gave.
class PracticeCalendar final {
public:
    explicit PracticeCalendar(OpenPractice& practice) : m_practice(practice) {}

    /// The hours of a clinic that has set none: an everyday figure, and the screens say so.
    [[nodiscard]] static DayHours defaultHours();
    /// True until the practice has saved hours of its own.
    [[nodiscard]] bool isDefault() const;
    /// The hours of a weekday, Monday 1 to Sunday 7; none when the clinic is closed on it.
    [[nodiscard]] std::optional<DayHours> hoursOfWeekday(int weekday) const;
    /// The hours of a day; none when it is closed, be it the weekday or a holiday.
    [[nodiscard]] std::optional<DayHours> hoursOn(QDate day) const;
    /// The name of the holiday; none on other days.
    [[nodiscard]] std::optional<QString> holidayOn(QDate day) const;

    /// The first day after this one on which the clinic is open; the day after it where none is within a
    /// year.
    [[nodiscard]] QDate nextOpenDay(QDate after) const;

    /// Days on which this patient cannot come, by the first day.
    [[nodiscard]] base::Result<QList<record::Absence>> awayOf(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<QList<record::Absence>> awayOf(const record::ClinicianId& clinician) const;
    /// Of all clinicians, by the first day.
    [[nodiscard]] base::Result<QList<record::Absence>> cliniciansAway() const;
    /// The clinicians who are away on a day.
    [[nodiscard]] base::Result<QList<record::ClinicianId>> awayOn(QDate day) const;

    /// What a plan is fitted to: the practice's calendar with the plan's own additions, the days away of the
    /// patient and of the plan's clinicians, the opening times, the zone and the patient's birth date.
    [[nodiscard]] base::Result<planning::PlanRequest> requestFor(const record::TreatmentPlan& plan) const;

private:
    [[nodiscard]] base::Result<QList<record::Absence>> list(std::optional<record::PatientId> patient) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
