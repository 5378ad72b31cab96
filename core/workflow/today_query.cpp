// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/today_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/risk_lane.h"

#include "core/planning/step_time.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr int kClockHours = 96; // the scale of the clock on the screen

storage::RowFilter withState(SessionState state) {
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(state);
    return filter;
}

double hoursBetween(const base::Instant& from, const base::Instant& to) {
    return static_cast<double>(to.msSince(from)) / 3'600'000.0;
}

/// Worst first, then the oldest.
bool isMoreUrgent(const Need& a, const Need& b) {
    if (a.level != b.level) {
        return a.level > b.level;
    }
    if (a.kind != b.kind) {
        return a.kind < b.kind;
    }
    return a.at && b.at && *a.at < *b.at;
}

} // namespace

std::optional<Patient> TodayQuery::patient(const PatientId& id) const {
    const auto found = m_practice.file().records().find<Patient>(id);
    return found ? *found : std::nullopt;
}

base::Result<QList<DayRow>> TodayQuery::sessionsOn(QDate day) const {
    storage::RowFilter filter;
    filter.fromMs = base::Instant::fromLocal(day, QTime(0, 0), m_practice.zone()).utcMs;
    filter.beforeMs = base::Instant::fromLocal(day.addDays(1), QTime(0, 0), m_practice.zone()).utcMs;
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
    for (const TherapySession& session : therapies->records) {
        if (const auto person = patient(session.patient)) {
            rows.append({*person, session.id, false, session.type, session.modality, session.number,
                         std::nullopt, session.booked, session.state,
                         m_practice.clinicianName(session.therapist)});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const DayRow& a, const DayRow& b) {
        return a.booked.time != b.booked.time ? a.booked.time < b.booked.time : a.patient.mrn < b.patient.mrn;
    });
    return rows;
}

base::Outcome TodayQuery::addRiskNeeds(QList<Need>& needs) const {
    const auto open = RiskLane(m_practice).openItems();
    if (!open) {
        return tl::unexpected<base::Error>(open.error());
    }
    for (const RiskItem& item : *open) {
        Need need;
        need.kind = NeedKind::OpenRisk;
        need.level = base::FindingLevel::Stop;
        need.patient = patient(item.patient);
        need.risk = item.id;
        need.detail = item.evidence.isEmpty() ? QString() : item.evidence.last().text;
        need.at = item.openSince();
        needs.append(need);
    }
    return {};
}

base::Outcome TodayQuery::addSessionNeeds(QList<Need>& needs) const {
    auto& records = m_practice.file().records();
    const auto running = records.list<DosingSession>(withState(SessionState::InProgress));
    const auto held = records.list<DosingSession>(withState(SessionState::Held));
    const auto written = records.list<TherapySession>(withState(SessionState::Held));
    for (const auto* error : {running ? nullptr : &running.error(), held ? nullptr : &held.error(),
                              written ? nullptr : &written.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    for (const DosingSession& session : running->records) {
        if (session.stoppedAt) {
            needs.append({NeedKind::Undischarged,
                          base::FindingLevel::Stop,
                          patient(session.patient),
                          session.id,
                          std::nullopt,
                          session.step,
                          {},
                          session.stoppedAt});
        }
    }
    for (const DosingSession& session : held->records) {
        needs.append({NeedKind::Unsigned,
                      base::FindingLevel::Caution,
                      patient(session.patient),
                      session.id,
                      std::nullopt,
                      session.step,
                      {},
                      session.dischargedAt});
    }
    for (const TherapySession& session : written->records) {
        needs.append({NeedKind::Unsigned,
                      base::FindingLevel::Caution,
                      patient(session.patient),
                      session.id,
                      std::nullopt,
                      session.step,
                      {},
                      session.startedAt});
    }
    return {};
}

base::Outcome TodayQuery::addStepNeeds(QList<Need>& needs) const {
    // Steps still expected whose target lies within the last month or today.
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(storage::StepColumn::Expected);
    filter.fromMs = m_practice.now().utcMs - 31 * kDayMs;
    filter.beforeMs =
        base::Instant::fromLocal(m_practice.today().addDays(1), QTime(0, 0), m_practice.zone()).utcMs;
    const auto steps = m_practice.file().records().list<PlanStep>(filter);
    if (!steps) {
        return tl::unexpected<base::Error>(steps.error());
    }
    const QDateTime now = planning::wallTime(m_practice.now(), m_practice.zone());
    QHash<PlanId, QList<StepId>> missed;
    for (const PlanStep& step : steps->records) {
        if (!step.window || (step.kind != StepKind::Integration && step.kind != StepKind::Rating)) {
            continue;
        }
        if (!missed.contains(step.plan)) {
            missed.insert(step.plan, PlanQuery(m_practice).missed(step.plan).value_or(QList<StepId>()));
        }
        if (missed.value(step.plan).contains(step.id)) {
            continue;
        }
        const QDateTime latest = planning::endOf(step.window->latest);
        const bool isLate = now > latest;
        Need need;
        need.step = step.id;
        need.detail = step.title;
        if (step.kind == StepKind::Integration) {
            const bool isClosing = now.secsTo(latest) <= 24 * 3600;
            if (!isLate && !isClosing) {
                continue;
            }
            need.kind = isLate ? NeedKind::IntegrationLate : NeedKind::IntegrationClosing;
        } else {
            need.kind = NeedKind::RatingDue;
            need.level = isLate ? base::FindingLevel::Caution : base::FindingLevel::Information;
        }
        need.patient = patient(step.patient);
        need.at = base::Instant::fromLocal(latest.date(), latest.time(), m_practice.zone());
        needs.append(need);
    }
    return {};
}

base::Result<QList<Need>> TodayQuery::needs() const {
    QList<Need> needs;
    const auto collected = addRiskNeeds(needs).and_then([&] { return addSessionNeeds(needs); }).and_then([&] {
        return addStepNeeds(needs);
    });
    if (!collected) {
        return tl::unexpected<base::Error>(collected.error());
    }
    if (m_practice.practice().crisisText.trimmed().isEmpty()) {
        Need need;
        need.kind = NeedKind::NoCrisisText;
        needs.append(need);
    }
    std::stable_sort(needs.begin(), needs.end(), isMoreUrgent);
    return needs;
}

base::Result<QList<IntegrationClock>> TodayQuery::clocks() const {
    storage::RowFilter filter;
    filter.fromMs = m_practice.now().utcMs - qint64{kClockHours} * 3'600'000;
    const auto doses = m_practice.file().records().list<DosingSession>(filter);
    if (!doses) {
        return tl::unexpected<base::Error>(doses.error());
    }
    QList<IntegrationClock> clocks;
    for (const DosingSession& session : doses->records) {
        if (!session.stoppedAt || !session.plan) {
            continue;
        }
        storage::RowFilter steps;
        steps.parent = session.plan->uuid;
        steps.code = QStringLiteral("integration-%1").arg(session.number);
        const auto step = m_practice.file().records().list<PlanStep>(steps);
        const auto person = patient(session.patient);
        if (!step || step->records.isEmpty() || !person) {
            continue;
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
        clocks.append(clock);
    }
    return clocks;
}

base::Result<TodayView> TodayQuery::view() const {
    TodayView view;
    view.tomorrowDate = m_practice.today().addDays(1);
    for (int i = 0; i < 7 && m_practice.practice().closedWeekdays.contains(view.tomorrowDate.dayOfWeek());
         ++i) {
        view.tomorrowDate = view.tomorrowDate.addDays(1);
    }
    auto today = sessionsOn(m_practice.today());
    auto tomorrow = sessionsOn(view.tomorrowDate);
    auto needed = needs();
    auto windows = clocks();
    for (const auto* error : {today ? nullptr : &today.error(), tomorrow ? nullptr : &tomorrow.error(),
                              needed ? nullptr : &needed.error(), windows ? nullptr : &windows.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    view.today = std::move(*today);
    view.tomorrow = std::move(*tomorrow);
    view.needs = std::move(*needed);
    view.clocks = std::move(*windows);
    return view;
}

} // namespace kairos::workflow
