// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rhythm_query.h"

#include "core/outcomes/scale_rhythms.h"
#include "core/storage/practice_file.h"

#include <QSet>

namespace kairos::workflow {

using namespace record;

namespace {

/// About how many records the rhythms of one patient read: so much of a stride goes with each.
constexpr qsizetype kReadOfOne = 40;

} // namespace

/// Whoever had a session in the last days may have a scale that is late.
base::Outcome NeedQuery::loadRhythms() {
    const auto days = static_cast<int>(outcomes::ScaleRhythms::builtIn().todayDays.value);
    const auto startOf = [this](QDate day) {
        return base::Instant::fromLocal(day, QTime(0, 0), m_practice.zone()).utcMs;
    };
    storage::RowFilter filter;
    filter.fromMs = startOf(m_today.addDays(-days));
    filter.beforeMs = startOf(m_today.addDays(1));
    const auto therapy = m_practice.file().records().list<TherapySession>(filter);
    if (!therapy) {
        return tl::unexpected<base::Error>(therapy.error());
    }
    QSet<PatientId> seen;
    for (const TherapySession& session : therapy->records) {
        if (session.startedAt && !seen.contains(session.patient)) {
            seen.insert(session.patient);
            m_onRhythm.prepend(session.patient);
        }
    }
    m_left -= therapy->records.size();
    return {};
}

/// What is only due comes up in the session itself; what is late needs a person. The scales after a dose are
/// optional (psychotherapy 4.4): two a dose would crowd out what matters, so that they are asked for in the
/// session and on the chart alone.
base::Outcome NeedQuery::addRhythms(const PatientId& id) {
    m_left -= kReadOfOne;
    const auto duties = RhythmQuery(m_practice).duties(id);
    if (!duties) {
        return tl::unexpected<base::Error>(duties.error());
    }
    for (const RatingDuty& duty : *duties) {
        if (duty.state != DutyState::Late || duty.asked.session) {
            continue;
        }
        const auto* instrument = m_practice.catalog().instruments.find(duty.asked.instrument);
        Need need;
        need.kind = NeedKind::RatingDue;
        need.level = base::FindingLevel::Caution;
        need.patient = patient(id);
        need.instruments = {duty.asked.instrument};
        need.detail = instrument != nullptr ? instrument->shortTitle : duty.asked.instrument;
        // The end of its last day.
        need.at = base::Instant::fromLocal(duty.asked.latest.addDays(1), QTime(0, 0), m_practice.zone());
        m_needs.append(need);
    }
    return {};
}

} // namespace kairos::workflow
