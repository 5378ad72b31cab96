// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/dose_mark.h"

#include <algorithm>

namespace kairos::outcomes {

namespace {

bool wasGiven(const record::DosingSession& session) {
    switch (session.state) {
    case record::SessionState::InProgress:
    case record::SessionState::Held:
    case record::SessionState::Signed:
        return session.startedAt.has_value();
    case record::SessionState::Planned:
    case record::SessionState::Arrived:
    case record::SessionState::Cancelled:
    case record::SessionState::NoShow:
        return false;
    }
    return false;
}

} // namespace

QList<DoseMark> doseMarksOf(const QList<record::DosingSession>& sessions) {
    QList<DoseMark> marks;
    for (const record::DosingSession& session : sessions) {
        if (wasGiven(session)) {
            const base::Instant start = *session.startedAt;
            marks.append(DoseMark{start, session.stoppedAt.value_or(start), session.number});
        }
    }
    std::ranges::stable_sort(marks, [](const DoseMark& a, const DoseMark& b) { return a.start < b.start; });
    int place = 0;
    for (DoseMark& mark : marks) {
        ++place;
        if (mark.number <= 0) {
            mark.number = place;
        }
    }
    return marks;
}

std::optional<DoseMark> firstDose(const QList<DoseMark>& doses) {
    const auto first = std::ranges::min_element(
        doses, [](const DoseMark& a, const DoseMark& b) { return a.start < b.start; });
    return first == doses.end() ? std::nullopt : std::optional(*first);
}

int daysBetween(const base::Instant& earlier, const base::Instant& later, const QTimeZone& zone) {
    return static_cast<int>(earlier.local(zone).date().daysTo(later.local(zone).date()));
}

} // namespace kairos::outcomes
