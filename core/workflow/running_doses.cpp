// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/running_doses.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_clock.h"

#include "core/record/patient.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

base::Result<QList<RunningLine>> runningDoses(OpenPractice& practice) {
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(SessionState::InProgress);
    auto loaded = practice.file().records().list<DosingSession>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    auto& sessions = loaded->records;
    sessions.removeIf([](const DosingSession& session) { return !session.startedAt; });
    std::stable_sort(sessions.begin(), sessions.end(), [](const DosingSession& a, const DosingSession& b) {
        return *a.startedAt < *b.startedAt;
    });
    QList<RunningLine> lines;
    for (const DosingSession& session : std::as_const(sessions)) {
        const auto patient = practice.file().records().find<Patient>(session.patient);
        if (!patient) {
            return tl::unexpected<base::Error>(patient.error());
        }
        lines.append({session.id, session.patient,
                      patient->has_value() ? (*patient)->displayName() : QString(), session.room});
    }
    return lines;
}

void followRunningDoses(OpenPractice& practice, const QList<RunningLine>& running) {
    SessionClock* clock = practice.environment().sessionClock;
    if (clock == nullptr) {
        return;
    }
    if (running.isEmpty()) {
        clock->release();
    } else {
        clock->hold();
    }
}

} // namespace kairos::workflow
