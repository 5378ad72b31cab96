// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_answer.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"

#include <QHash>

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// The last session that was booked for a step.
struct LastSession {
    SessionState state = SessionState::Planned;
    base::Appointment booked;
    QString reason;
};

template <class Session>
void takeLast(const QList<Session>& sessions, const PlanId& plan, QHash<StepId, LastSession>& last) {
    for (const Session& session : sessions) {
        if (!session.step || session.plan != plan) {
            continue;
        }
        const auto known = last.constFind(*session.step);
        const bool isOpen = session.state != SessionState::Cancelled && session.state != SessionState::NoShow;
        const bool isLater =
            known == last.constEnd() || std::pair(session.booked.date, session.booked.time) >=
                                            std::pair(known->booked.date, known->booked.time);
        if (isLater || isOpen) {
            last.insert(*session.step, {session.state, session.booked, session.endReason});
        }
    }
}

bool wasNotHeld(const LastSession& session) {
    return session.state == SessionState::Cancelled || session.state == SessionState::NoShow;
}

} // namespace

base::Result<QList<PlanAnswer>> PlanAnswers::open(const PlanId& plan, const PatientId& patient) const {
    const SessionDesk desk(m_practice);
    const auto doses = desk.dosingOf(patient);
    const auto therapy = desk.therapyOf(patient);
    const auto steps = PlanCare(m_practice).steps(plan);
    for (const auto* error : {doses ? nullptr : &doses.error(), therapy ? nullptr : &therapy.error(),
                              steps ? nullptr : &steps.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    QHash<StepId, LastSession> last;
    takeLast(*doses, plan, last);
    takeLast(*therapy, plan, last);
    QList<PlanAnswer> answers;
    for (const PlanStep& step : *steps) {
        const auto session = last.constFind(step.id);
        if (session == last.constEnd() || !wasNotHeld(*session) || step.doneAt || step.waivedBy ||
            step.booked) {
            continue;
        }
        const QDate day = session->booked.date;
        if (step.window && step.window->target.date > day) {
            continue; // The plan moved on already.
        }
        PlanAnswer answer{step.key, step.title, day, session->state, session->reason, {}, 0};
        const auto effect = PlanRevision(m_practice).effectOf(plan, {.unavailable = {day}});
        const auto* planned = effect ? effect->course.find(step.key) : nullptr;
        if (planned != nullptr && planned->window && planned->window->target.date != day) {
            answer.suggestion = planned->window->target.date;
            answer.moved = static_cast<int>(
                std::count_if(effect->changes.begin(), effect->changes.end(),
                              [](const planning::CourseChange& change) { return change.isMoved(); }));
        }
        answers.append(answer);
    }
    return answers;
}

} // namespace kairos::workflow
