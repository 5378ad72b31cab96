// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/absence.h"
#include "core/record/practice.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// The clinic's week as it is edited: the closed weekdays, and the hours of the others.
struct ClinicWeek {
    QList<int> closedWeekdays; ///< Monday 1 to Sunday 7
    QList<record::OpenHours> hours;

    bool operator==(const ClinicWeek&) const = default;
};

/// Keeping up when the clinic is open and who is away.
class CalendarCare final {
public:
    explicit CalendarCare(OpenPractice& practice) : m_practice(practice) {}

    /// The week as it stands; where nothing was set, the default hours.
    [[nodiscard]] ClinicWeek week() const;
    /// InvalidInput: no day is open, or a day closes before it opens.
    [[nodiscard]] base::Outcome saveWeek(const ClinicWeek& week);
    /// Replaces the holiday of that day, or adds one. InvalidInput: no day, no name.
    [[nodiscard]] base::Outcome saveHoliday(const record::Holiday& holiday);
    /// NotFound: there is no holiday on that day.
    [[nodiscard]] base::Outcome removeHoliday(QDate day);

    /// Adds days away, or changes those with this id. InvalidInput: no day, an end before the beginning, more
    /// than a year, or not exactly one person. Refused: another clinician's, without the right to administer.
    [[nodiscard]] base::Result<record::AbsenceId> saveAbsence(record::Absence absence);
    /// The person comes after all: the entry leaves the lists, the journal keeps it.
    [[nodiscard]] base::Outcome removeAbsence(const record::AbsenceId& id);

private:
    [[nodiscard]] base::Outcome save(record::Practice practice);
    [[nodiscard]] base::Outcome mayChange(const record::Absence& absence) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
