// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/calendar_care.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/practice_calendar.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kLongestAway = 366;

constexpr auto kAwayNotSaved = QT_TRANSLATE_NOOP("Words", "The days away were not saved");

base::Outcome checkDays(const Absence& absence) {
    if (!absence.first.isValid() || !absence.last.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kAwayNotSaved), Words::tr("a day is missing"),
                          Words::tr("type the first and the last day"));
    }
    if (absence.last < absence.first) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kAwayNotSaved),
                          Words::tr("the last day lies before the first"),
                          Words::tr("type the first day, then the last"));
    }
    if (absence.first.daysTo(absence.last) >= kLongestAway) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kAwayNotSaved),
                          Words::tr("they are more than a year"),
                          Words::tr("check the year, or write them down in parts"));
    }
    if (absence.patient.has_value() == absence.clinician.has_value()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kAwayNotSaved),
                          Words::tr("they do not belong to exactly one person"),
                          Words::tr("choose the patient or the clinician"));
    }
    return {};
}

} // namespace

ClinicWeek CalendarCare::week() const {
    const PracticeCalendar calendar(m_practice);
    ClinicWeek week;
    for (int weekday = 1; weekday <= kDaysOfWeek; ++weekday) {
        if (const auto hours = calendar.hoursOfWeekday(weekday)) {
            week.hours.append({weekday, hours->opens, hours->closes});
        } else {
            week.closedWeekdays.append(weekday);
        }
    }
    return week;
}

base::Outcome CalendarCare::save(Practice practice) {
    return ClinicCare(m_practice).savePractice(std::move(practice));
}

base::Outcome CalendarCare::saveWeek(const ClinicWeek& week) {
    const QString what = Words::tr("The clinic's week was not saved");
    Practice practice = m_practice.practice();
    practice.hours.clear();
    practice.closedWeekdays.clear();
    for (int weekday = 1; weekday <= kDaysOfWeek; ++weekday) {
        if (week.closedWeekdays.contains(weekday)) {
            practice.closedWeekdays.append(weekday);
            continue;
        }
        const auto hours = std::find_if(week.hours.begin(), week.hours.end(),
                                        [&](const OpenHours& open) { return open.weekday == weekday; });
        const bool isGiven = hours != week.hours.end() && hours->opens.isValid() && hours->closes.isValid();
        if (!isGiven || hours->closes <= hours->opens) {
            return base::fail(ErrorCode::InvalidInput, what,
                              isGiven ? Words::tr("a day closes before it opens")
                                      : Words::tr("an open day lacks its hours"),
                              Words::tr("type from when to when it is open, or close that day"));
        }
        practice.hours.append(*hours);
    }
    if (practice.hours.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("no day is open"),
                          Words::tr("open one day at least: no plan fits a clinic that is never open"));
    }
    return save(practice);
}

base::Outcome CalendarCare::saveHoliday(const Holiday& holiday) {
    const QString name = holiday.name.trimmed();
    if (!holiday.day.isValid() || name.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The holiday was not saved"),
                          holiday.day.isValid() ? Words::tr("it has no name")
                                                : Words::tr("the day is missing"),
                          Words::tr("type the day, and what the staff call it"));
    }
    Practice practice = m_practice.practice();
    practice.holidays.removeIf([&](const Holiday& old) { return old.day == holiday.day; });
    practice.holidays.append({holiday.day, name});
    std::sort(practice.holidays.begin(), practice.holidays.end(),
              [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
    return save(practice);
}

base::Outcome CalendarCare::removeHoliday(QDate day) {
    Practice practice = m_practice.practice();
    if (practice.holidays.removeIf([&](const Holiday& old) { return old.day == day; }) == 0) {
        return base::fail(ErrorCode::NotFound, Words::tr("The holiday was not removed"),
                          Words::tr("there is none on that day"), Words::tr("open the settings again"));
    }
    return save(practice);
}

base::Outcome CalendarCare::mayChange(const Absence& absence) const {
    const auto& me = m_practice.signedIn();
    const bool isOwn = absence.clinician && me && me->id == *absence.clinician;
    return m_practice.require(absence.clinician && !isOwn ? Permission::Administer : Permission::Schedule);
}

base::Result<AbsenceId> CalendarCare::saveAbsence(Absence absence) {
    const auto checked = checkDays(absence).and_then([&] { return mayChange(absence); });
    if (!checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    absence.why = absence.why.trimmed();
    const bool isNew = absence.id.isNull();
    if (isNew) {
        absence.id = m_practice.ids().next<AbsenceId>();
    }
    return WritingDoor(m_practice)
        .save({{isNew ? Action::Created : Action::Changed, absence, {}}})
        .map([&](const Changes&) { return absence.id; });
}

base::Outcome CalendarCare::removeAbsence(const AbsenceId& id) {
    const auto found = m_practice.file().records().find<Absence>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The days away were not removed"),
                          Words::tr("there are none with this id"), Words::tr("open the page again"));
    }
    return mayChange(**found).and_then([&] {
        return WritingDoor(m_practice)
            .save({{Action::EnteredInError, **found, QStringLiteral("comes after all")}})
            .map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
