// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/call_care.h"
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"

#include "core/safety/attention_rules.h"
#include "core/storage/practice_file.h"
#include "core/workflow/words.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr qint64 kHourMs = 3'600'000;

} // namespace

/// The call after a dose: due from the discharge on, late when its hours are over, done by recording that
/// the patient was reached.
base::Outcome NeedQuery::addCalls() {
    const auto& rules = safety::AttentionRules::builtIn();
    storage::RowFilter filter;
    filter.fromMs =
        base::Instant::fromLocal(m_today.addDays(-rules.callLookBackDays), QTime(0, 0), m_practice.zone())
            .utcMs;
    filter.beforeMs = m_now.utcMs + 1;
    const auto sessions = m_practice.file().records().list<DosingSession>(filter);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    for (const DosingSession& session : sessions->records) {
        if (!session.dischargedAt) {
            continue;
        }
        const auto calls = CallCare(m_practice).callsAfter(session.id);
        if (!calls) {
            return tl::unexpected<base::Error>(calls.error());
        }
        const bool isReached = std::any_of(calls->begin(), calls->end(), [](const GateCheck& call) {
            return call.answer == GateAnswer::Met;
        });
        m_left -= 1;
        if (isReached) {
            continue;
        }
        Need need;
        need.kind = NeedKind::CallDue;
        need.at = session.dischargedAt->plusMs(rules.callAfterHours * kHourMs);
        need.level = *need.at < m_now ? base::FindingLevel::Caution : base::FindingLevel::Information;
        need.patient = patient(session.patient);
        need.session = session.id;
        need.sheet = NeedSession::Dosing;
        if (!calls->isEmpty()) {
            need.detail = Words::tr("not reached %1")
                              .arg(QLocale().toString(calls->last().at.local(m_practice.zone()),
                                                      QStringLiteral("d MMM HH:mm")));
        }
        m_needs.append(need);
    }
    return {};
}

} // namespace kairos::workflow
