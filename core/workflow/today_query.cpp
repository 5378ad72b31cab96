// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/today_query.h"

#include "core/workflow/kept_needs.h"
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/practice_calendar.h"

#include "core/planning/step_time.h"
#include "core/storage/practice_file.h"

#include <QHash>

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr int kClockHours = 96; // the scale of the clock on the screen
constexpr int kMostClocks = 20; // more are no picture any more; the list of needs names each

double hoursBetween(const base::Instant& from, const base::Instant& to) {
    return static_cast<double>(to.msSince(from)) / 3'600'000.0;
}

} // namespace

std::optional<Patient> TodayQuery::patient(const PatientId& id) const {
    const auto found = m_practice.file().records().find<Patient>(id);
    return found ? *found : std::nullopt;
}

storage::RowFilter TodayQuery::filterOf(QDate day) const {
    storage::RowFilter filter;
    filter.fromMs = base::Instant::fromLocal(day, QTime(0, 0), m_practice.zone()).utcMs;
    filter.beforeMs = base::Instant::fromLocal(day.addDays(1), QTime(0, 0), m_practice.zone()).utcMs;
    return filter;
}

base::Result<DayCounts> TodayQuery::counts() const {
    auto& records = m_practice.file().records();
    DayCounts counts;
    counts.tomorrowDate = PracticeCalendar(m_practice).nextOpenDay(m_practice.today());
    const auto today = filterOf(m_practice.today());
    const auto tomorrow = filterOf(counts.tomorrowDate);
    const auto doses = records.count(RecordKind::DosingSession, today);
    const auto therapies = records.count(RecordKind::TherapySession, today);
    const auto laterDoses = records.count(RecordKind::DosingSession, tomorrow);
    const auto laterTherapies = records.count(RecordKind::TherapySession, tomorrow);
    for (const auto* count : {&doses, &therapies, &laterDoses, &laterTherapies}) {
        if (!*count) {
            return tl::unexpected<base::Error>(count->error());
        }
    }
    counts.today = static_cast<int>(*doses + *therapies);
    counts.tomorrowDoses = static_cast<int>(*laterDoses);
    counts.tomorrow = static_cast<int>(*laterDoses + *laterTherapies);
    return counts;
}

base::Result<QList<DayRow>> TodayQuery::sessionsOn(QDate day) const {
    const auto filter = filterOf(day);
    const auto doses = m_practice.file().records().list<DosingSession>(filter);
    const auto therapies = m_practice.file().records().list<TherapySession>(filter);
    if (!doses) {
        return tl::unexpected<base::Error>(doses.error());
    }
    if (!therapies) {
        return tl::unexpected<base::Error>(therapies.error());
    }
    QList<DayRow> rows;
    for (const DosingSession& session : doses->records) {
        if (const auto person = patient(session.patient)) {
            rows.append({*person,
                         session.id,
                         true,
                         TherapyType::Other,
                         {},
                         session.number,
                         session.dose,
                         session.booked,
                         session.state,
                         {}});
        }
    }
    QHash<ClinicianId, QString> names; // of a day's many sessions a few people hold all
    const auto nameOf = [&](const ClinicianId& id) {
        const auto known = names.constFind(id);
        return known != names.constEnd() ? *known : *names.insert(id, m_practice.clinicianName(id));
    };
    for (const TherapySession& session : therapies->records) {
        if (const auto person = patient(session.patient)) {
            rows.append({*person, session.id, false, session.type, session.modality, session.number,
                         std::nullopt, session.booked, session.state, nameOf(session.therapist)});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const DayRow& a, const DayRow& b) {
        return a.booked.time != b.booked.time ? a.booked.time < b.booked.time : a.patient.mrn < b.patient.mrn;
    });
    return rows;
}

base::Result<QList<Need>> TodayQuery::needs() const {
    const auto head = m_practice.file().head();
    if (!head) {
        return tl::unexpected<base::Error>(head.error());
    }
    auto& kept = m_practice.needs();
    if (kept.trouble) {
        return tl::unexpected<base::Error>(*kept.trouble);
    }
    if (kept.isWatched) {
        return kept.needs.value_or(QList<Need>());
    }
    const qint64 minute = m_practice.now().utcMs / kMinuteMs;
    if (!kept.needs || kept.head != *head || kept.minute != minute) {
        auto found = NeedQuery(m_practice).all();
        if (!found) {
            return found;
        }
        kept.head = *head;
        kept.minute = minute;
        kept.needs = std::move(*found);
    }
    return *kept.needs;
}

std::optional<double> TodayQuery::searched() const {
    return m_practice.needs().searched;
}

std::optional<IntegrationClock> TodayQuery::clockOf(const DosingSession& session) const {
    if (!session.stoppedAt || !session.plan) {
        return std::nullopt;
    }
    storage::RowFilter steps;
    steps.parent = session.plan->uuid;
    steps.code = QStringLiteral("integration-%1").arg(session.number);
    const auto step = m_practice.file().records().list<PlanStep>(steps);
    const auto person = patient(session.patient);
    if (!step || step->records.isEmpty() || !person) {
        return std::nullopt;
    }
    const PlanStep& integration = step->records.first();
    IntegrationClock clock;
    clock.patient = *person;
    clock.dose = session.number;
    clock.doseEnd = *session.stoppedAt;
    clock.hoursSince = hoursBetween(clock.doseEnd, m_practice.now());
    const auto hoursTo = [&](const QDateTime& wall) {
        return hoursBetween(clock.doseEnd,
                            base::Instant::fromLocal(wall.date(), wall.time(), m_practice.zone()));
    };
    if (integration.window) {
        clock.windowFrom = hoursTo(planning::startOf(integration.window->earliest));
        clock.windowTo = hoursTo(planning::endOf(integration.window->latest));
    }
    if (integration.doneAt) {
        clock.held = hoursBetween(clock.doseEnd, *integration.doneAt);
    } else if (integration.booked) {
        clock.booked = hoursBetween(clock.doseEnd, integration.booked->instant());
    }
    return clock;
}

base::Outcome TodayQuery::addClocks(TodayView& view) const {
    storage::RowFilter filter;
    filter.fromMs = m_practice.now().utcMs - qint64{kClockHours} * 3'600'000;
    filter.beforeMs = m_practice.now().utcMs;
    filter.limit = kMostClocks;
    const auto doses = m_practice.file().records().list<DosingSession>(filter);
    const auto all = m_practice.file().records().count(RecordKind::DosingSession, filter);
    if (!doses || !all) {
        return tl::unexpected<base::Error>(doses ? all.error() : doses.error());
    }
    for (const DosingSession& session : doses->records) {
        if (const auto clock = clockOf(session)) {
            view.clocks.append(*clock);
        }
    }
    view.moreClocks = static_cast<int>(*all - doses->records.size());
    return {};
}

base::Result<TodayView> TodayQuery::view() const {
    TodayView view;
    view.tomorrowDate = PracticeCalendar(m_practice).nextOpenDay(m_practice.today());
    auto today = sessionsOn(m_practice.today());
    auto tomorrow = sessionsOn(view.tomorrowDate);
    auto needed = needs();
    auto windows = addClocks(view);
    for (const auto* error : {today ? nullptr : &today.error(), tomorrow ? nullptr : &tomorrow.error(),
                              needed ? nullptr : &needed.error(), windows ? nullptr : &windows.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    view.today = std::move(*today);
    view.tomorrow = std::move(*tomorrow);
    view.needs = std::move(*needed);
    view.searched = searched();
    return view;
}

} // namespace kairos::workflow
