// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"
#include "core/storage/projection.h"
#include "core/therapy/commitments.h"

#include <QSet>

#include <algorithm>

namespace kairos::workflow {

using namespace record;

/// An open commitment long past its day asks for a person only where no session is booked: there it would
/// come up by itself. One need a patient, by the oldest.
base::Outcome NeedQuery::addCommitments() {
    const auto& rules = therapy::ThreadRules::builtIn();
    const QDate last = m_today.addDays(1 - rules.askAfterDays);
    auto& records = m_practice.file().records();
    const auto open = records.list<Commitment>({.state = static_cast<qint64>(storage::CommitmentColumn::Open),
                                                .beforeMs = last.startOfDay(Qt::UTC).toMSecsSinceEpoch()});
    if (!open) {
        return tl::unexpected<base::Error>(open.error());
    }
    QSet<PatientId> seen;
    for (const Commitment& commitment : open->records) {
        if (seen.contains(commitment.patient) || !therapy::isOverdue(commitment, m_today, rules)) {
            continue;
        }
        seen.insert(commitment.patient);
        m_left -= 1;
        const auto planned = records.list<TherapySession>(
            {.patient = commitment.patient, .state = static_cast<qint64>(SessionState::Planned)});
        if (!planned) {
            return tl::unexpected<base::Error>(planned.error());
        }
        const bool comesUp =
            std::any_of(planned->records.begin(), planned->records.end(),
                        [&](const TherapySession& session) { return session.booked.date >= m_today; });
        if (comesUp) {
            continue;
        }
        Need need;
        need.kind = NeedKind::CommitmentDue;
        need.level = base::FindingLevel::Information;
        need.patient = patient(commitment.patient);
        need.detail = commitment.words;
        need.at = base::Instant::fromLocal(commitment.dueNow(), QTime(0, 0), m_practice.zone());
        m_needs.append(need);
    }
    return {};
}

} // namespace kairos::workflow
