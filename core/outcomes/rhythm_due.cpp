// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/rhythm_due.h"

#include <algorithm>

namespace kairos::outcomes {

int sessionNumberOn(const QList<QDate>& sessions, QDate day) {
    return static_cast<int>(
        std::count_if(sessions.begin(), sessions.end(), [day](QDate session) { return session <= day; }));
}

std::optional<RhythmDue> dueInCourse(const SessionRhythm& rhythm, const QList<QDate>& sessions,
                                     const QList<QDate>& rated, QDate today) {
    if (sessions.isEmpty() || sessions.last().daysTo(today) >= rhythm.quietAfterDays) {
        return std::nullopt;
    }
    int ratedIn = 0;
    for (const QDate day : rated) {
        ratedIn = std::max(ratedIn, sessionNumberOn(sessions, day));
    }
    const SessionSpan span =
        ratedIn == 0 ? rhythm.first : SessionSpan{ratedIn + rhythm.then.from, ratedIn + rhythm.then.to};
    if (sessions.size() < span.from) {
        return std::nullopt;
    }
    RhythmDue due;
    due.target = sessions.at(span.from - 1);
    due.latest = sessions.size() >= span.to ? sessions.at(span.to - 1) : QDate();
    due.isLate = due.latest.isValid() && due.latest < today;
    return due;
}

std::optional<RhythmDue> dueAfterDose(const DoseRhythm& rhythm, QDate dose, QDate today) {
    const qint64 passed = dose.daysTo(today);
    if (passed < 0 || passed >= rhythm.goneAfterDays) {
        return std::nullopt;
    }
    return RhythmDue{dose, dose.addDays(rhythm.lateAfterDays), passed > rhythm.lateAfterDays};
}

} // namespace kairos::outcomes
