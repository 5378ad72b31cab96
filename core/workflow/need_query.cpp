// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/risk_lane.h"

#include "core/planning/step_status.h"
#include "core/planning/step_time.h"
#include "core/safety/attention_rules.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <algorithm>
#include <limits>

namespace kairos::workflow {

using base::FindingLevel;
using namespace record;

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr int kPage = 200; ///< steps that are read at once

storage::RowFilter withState(SessionState state) {
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(state);
    return filter;
}

/// Held, and no signature yet.
template <class Session>
Need unsignedNeed(const Session& session, const std::optional<Patient>& patient) {
    Need need;
    need.kind = NeedKind::Unsigned;
    need.patient = patient;
    need.session = session.id;
    need.step = session.step;
    if constexpr (std::is_same_v<Session, DosingSession>) {
        need.sheet = NeedSession::Dosing;
        need.at = session.dischargedAt;
    } else {
        need.sheet = NeedSession::Therapy;
        need.at = session.startedAt;
    }
    return need;
}

} // namespace

std::optional<Patient> NeedQuery::patient(const PatientId& id) {
    const auto known = m_patients.constFind(id);
    if (known != m_patients.constEnd()) {
        return *known;
    }
    const auto found = m_practice.file().records().find<Patient>(id);
    if (!found || !found->has_value()) {
        return std::nullopt;
    }
    m_patients.insert(id, **found);
    return *found;
}

const std::optional<TreatmentPlan>& NeedQuery::plan(const PlanId& id) {
    auto known = m_plans.find(id);
    if (known == m_plans.end()) {
        const auto found = m_practice.file().records().find<TreatmentPlan>(id);
        known = m_plans.insert(id, found.value_or(std::nullopt));
    }
    return *known;
}

base::Instant NeedQuery::localInstant(const QDateTime& wall) const {
    return base::Instant::fromLocal(wall.date(), wall.time(), m_practice.zone());
}

base::Outcome NeedQuery::addRisks() {
    const auto open = RiskLane(m_practice).openItems();
    if (!open) {
        return tl::unexpected<base::Error>(open.error());
    }
    for (const RiskItem& item : *open) {
        Need need;
        need.kind = NeedKind::OpenRisk;
        need.level = FindingLevel::Stop;
        need.gravity = static_cast<int>(item.level);
        need.patient = patient(item.patient);
        need.risk = item.id;
        need.detail = item.evidence.isEmpty() ? QString() : item.evidence.last().text;
        need.at = item.openSince();
        m_needs.append(need);
    }
    return {};
}

base::Outcome NeedQuery::addSessions() {
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
            Need need = unsignedNeed(session, patient(session.patient));
            need.kind = NeedKind::Undischarged;
            need.level = FindingLevel::Stop;
            need.at = session.stoppedAt;
            m_needs.append(need);
        }
    }
    for (const DosingSession& session : held->records) {
        addUnsigned(unsignedNeed(session, patient(session.patient)));
    }
    for (const TherapySession& session : written->records) {
        addUnsigned(unsignedNeed(session, patient(session.patient)));
    }
    return {};
}

bool NeedQuery::isWanted(const PlanStep& step) {
    const auto& found = plan(step.plan);
    if (!found) {
        return false;
    }
    switch (found->state) {
    case PlanState::Draft:
    case PlanState::Active:
        return true;
    case PlanState::Paused:
        // What a dose that was given still asks for.
        return step.kind == StepKind::Integration || step.kind == StepKind::Review;
    case PlanState::Completed:
    case PlanState::Stopped:
        return false;
    }
    return false;
}

StepState NeedQuery::stateOf(const PlanStep& step) {
    auto known = m_states.find(step.plan);
    if (known == m_states.end()) {
        known = m_states.insert(step.plan, {});
        const auto stored = PlanCare(m_practice).steps(step.plan);
        if (stored && plan(step.plan)) {
            const auto course = courseOf(*plan(step.plan), *stored);
            const auto facts = factsOf(*stored);
            const planning::StatusContext context{
                course, facts, {}, planning::wallTime(m_now, m_practice.zone()), bookingsOf(*stored)};
            for (qsizetype i = 0; i < stored->size(); ++i) {
                // Only what has begun and is not done is ever asked for.
                const PlanStep& other = stored->at(i);
                const bool hasBegun = other.window && context.now >= planning::startOf(other.window->target);
                if (!other.doneAt && hasBegun) {
                    known->insert(other.id, planning::statusOf(course.steps.at(i), context).state);
                }
            }
            m_left -= stored->size();
        }
    }
    return known->value(step.id);
}

void NeedQuery::addIntegration(const PlanStep& step, const QDateTime& latest) {
    const QDateTime now = planning::wallTime(m_now, m_practice.zone());
    const bool isLate = now > latest;
    const bool isClosing =
        now.secsTo(latest) <= qint64{safety::AttentionRules::builtIn().closingHours} * 3600;
    const bool isGone = isLate && stateOf(step) == StepState::Missed;
    if (isGone || (!isLate && !isClosing)) {
        return;
    }
    Need need;
    need.kind = isLate ? NeedKind::IntegrationLate : NeedKind::IntegrationClosing;
    need.patient = patient(step.patient);
    need.step = step.id;
    need.detail = step.title;
    need.at = localInstant(latest);
    m_needs.append(need);
}

void NeedQuery::addRating(const PlanStep& step, const QDateTime& latest) {
    const QDateTime now = planning::wallTime(m_now, m_practice.zone());
    const bool isLate = now > latest;
    if (now < planning::startOf(step.window->target) || (isLate && stateOf(step) == StepState::Missed)) {
        return;
    }
    Need need;
    need.kind = NeedKind::RatingDue;
    need.level = isLate ? FindingLevel::Caution : FindingLevel::Information;
    need.patient = patient(step.patient);
    need.step = step.id;
    need.instruments = step.instruments;
    need.detail = step.title;
    need.at = localInstant(latest);
    m_needs.append(need);
}

/// Everything else a plan waits for: said once it is due (what is booked at a desk) or late (what has a
/// session of its own), and only where nothing before it is missing, which would be said instead.
void NeedQuery::addAppointment(const PlanStep& step) {
    const QDateTime now = planning::wallTime(m_now, m_practice.zone());
    if (now < planning::startOf(step.window->target)) {
        return;
    }
    if (step.booked && step.booked->instant() >= m_now) {
        return; // Somebody saw to it already.
    }
    const StepState state = stateOf(step);
    const bool isDesk = step.kind == StepKind::Consent || step.kind == StepKind::Screening ||
                        step.kind == StepKind::Review || step.kind == StepKind::FollowUp;
    if (state != StepState::Late && !(isDesk && state == StepState::Due)) {
        return;
    }
    Need need;
    need.kind = step.kind == StepKind::Consent     ? NeedKind::ConsentDue
                : step.kind == StepKind::Screening ? NeedKind::ScreeningDue
                : isDesk                           ? NeedKind::ReviewDue
                                                   : NeedKind::StepLate;
    need.level = state == StepState::Late ? FindingLevel::Caution : FindingLevel::Information;
    need.patient = patient(step.patient);
    need.step = step.id;
    need.detail = step.title;
    need.at = localInstant(planning::endOf(step.window->latest));
    m_needs.append(need);
}

void NeedQuery::addStep(const PlanStep& step) {
    if (!step.window || !isWanted(step)) {
        return;
    }
    const QDateTime latest = planning::endOf(step.window->latest);
    switch (step.kind) {
    case StepKind::Integration:
        addIntegration(step, latest);
        return;
    case StepKind::Rating:
        addRating(step, latest);
        return;
    case StepKind::Dosing:
        if (plan(step.plan)->state == PlanState::Active) {
            const auto at =
                step.booked ? step.booked->instant() : localInstant(planning::startOf(step.window->target));
            keepNearest({step.patient, step.plan, std::nullopt, step.id, at});
        }
        addAppointment(step);
        return;
    case StepKind::Consent:
    case StepKind::Screening:
    case StepKind::Preparation:
    case StepKind::Therapy:
    case StepKind::Review:
    case StepKind::FollowUp:
        addAppointment(step);
        return;
    }
}

NeedQuery::NeedQuery(OpenPractice& practice)
    : m_practice(practice), m_now(practice.now()), m_today(practice.today()) {
    const auto& rules = safety::AttentionRules::builtIn();
    const qint64 today = base::Instant::fromLocal(m_today, QTime(0, 0), practice.zone()).utcMs;
    m_beginMs = today - rules.lookBackDays * kDayMs;
    m_fromMs = m_beginMs;
    m_beforeMs = today + (rules.consentNoticeDays + 1) * kDayMs;
}

base::Outcome NeedQuery::strideUrgent() {
    m_stage = Stage::Steps;
    if (m_practice.practice().crisisText.trimmed().isEmpty()) {
        Need need;
        need.kind = NeedKind::NoCrisisText;
        m_needs.append(need);
    }
    const auto collected = addRisks()
                               .and_then([&] { return addSessions(); })
                               .and_then([&] { return addCosignatures(); })
                               .and_then([&] { return addVerbalOrders(); })
                               .and_then([&] { return addCalls(); })
                               .and_then([&] { return addCommitments(); })
                               .and_then([&] { return addSheetReviews(); })
                               .and_then([&] { return addStock(); });
    m_left -= m_needs.size();
    return collected;
}

base::Outcome NeedQuery::loadSteps() {
    // Booked steps stand at their booking: one booked behind its own window is found all the same.
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(storage::StepColumn::Expected);
    filter.fromMs = m_fromMs;
    filter.after = m_last;
    filter.beforeMs = m_beforeMs;
    filter.limit = kPage;
    filter.order = storage::RowFilter::Order::AsTheyLie;
    auto steps = m_practice.file().records().list<PlanStep>(filter);
    if (!steps) {
        return tl::unexpected<base::Error>(steps.error());
    }
    m_left -= steps->records.size();
    m_steps = std::move(steps->records);
    std::reverse(m_steps.begin(), m_steps.end());
    return {};
}

base::Outcome NeedQuery::strideSteps() {
    if (m_steps.isEmpty()) {
        const auto loaded = loadSteps();
        if (!loaded) {
            return loaded;
        }
        if (m_steps.isEmpty()) {
            m_stage = Stage::Doses;
            return loadDoses();
        }
    }
    const PlanStep step = m_steps.takeLast();
    m_fromMs = storage::project(step).atMs.value_or(m_fromMs);
    m_last = step.id.uuid;
    addStep(step);
    return {};
}

base::Outcome NeedQuery::stride() {
    switch (m_stage) {
    case Stage::Urgent:
        return strideUrgent();
    case Stage::Steps:
        return strideSteps();
    case Stage::Doses:
        if (m_doses.isEmpty()) {
            m_stage = Stage::Rhythms;
            return loadRhythms();
        }
        return addDose(m_doses.takeLast());
    case Stage::Rhythms:
        if (m_onRhythm.isEmpty()) {
            m_stage = Stage::Done;
            return {};
        }
        return addRhythms(m_onRhythm.takeLast());
    case Stage::Done:
        break;
    }
    return {};
}

base::Result<bool> NeedQuery::advance(qsizetype records) {
    m_left = records;
    while (m_stage != Stage::Done && m_left > 0) {
        const auto walked = stride();
        if (!walked) {
            return tl::unexpected<base::Error>(walked.error());
        }
    }
    return m_stage == Stage::Done;
}

QList<Need> NeedQuery::found() const {
    QList<Need> sorted = m_needs;
    std::stable_sort(sorted.begin(), sorted.end(), isMoreDangerous);
    return sorted;
}

double NeedQuery::share() const {
    switch (m_stage) {
    case Stage::Urgent:
        return 0;
    case Stage::Steps:
        return 0.95 * static_cast<double>(m_fromMs - m_beginMs) / static_cast<double>(m_beforeMs - m_beginMs);
    case Stage::Doses:
    case Stage::Rhythms:
        return 0.95;
    case Stage::Done:
        break;
    }
    return 1;
}

base::Result<QList<Need>> NeedQuery::all() {
    return advance(std::numeric_limits<qsizetype>::max()).map([this](bool) { return found(); });
}

} // namespace kairos::workflow
