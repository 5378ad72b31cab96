// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotChanged = QT_TRANSLATE_NOOP("Words", "The plan was not changed");

bool isPlanOver(PlanState state) {
    return state == PlanState::Completed || state == PlanState::Stopped;
}

bool isPossible(PlanState from, PlanState to) {
    switch (to) {
    case PlanState::Draft:
        return false; // Only a new plan is a draft.
    case PlanState::Active:
        return from == PlanState::Paused || isPlanOver(from); // A draft becomes active by a signature.
    case PlanState::Paused:
        return from == PlanState::Active;
    case PlanState::Completed:
        return from == PlanState::Active || from == PlanState::Paused;
    case PlanState::Stopped:
        return !isPlanOver(from);
    }
    return false;
}

/// The planned sessions of a plan, each with its end.
template <class Session>
void cancelAll(const QList<Session>& sessions, const TreatmentPlan& plan, QList<storage::Change>& changes) {
    for (Session session : sessions) {
        if (session.plan == plan.id && session.state == SessionState::Planned) {
            session.state = SessionState::Cancelled;
            session.endReason = plan.stateReason;
            changes.append({Action::Changed, session, plan.stateReason});
        }
    }
}

} // namespace

base::Result<QList<PlanStep>> PlanCare::bookedSteps(const PlanId& id) const {
    return steps(id).map([](QList<PlanStep> all) {
        all.removeIf([](const PlanStep& step) { return !step.booked || step.doneAt || step.waivedBy; });
        std::sort(all.begin(), all.end(), [](const PlanStep& a, const PlanStep& b) {
            return std::pair(a.booked->date, a.booked->time) < std::pair(b.booked->date, b.booked->time);
        });
        return all;
    });
}

base::Outcome PlanCare::mayBecome(const TreatmentPlan& plan, PlanState state, const QString& reason) const {
    const bool isResuming = plan.state == PlanState::Paused && state == PlanState::Active;
    if (!isResuming && reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotChanged), Words::tr("there is no reason"),
                          Words::tr("say in a few words why"));
    }
    if (!isPossible(plan.state, state)) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotChanged),
                          Words::tr("it cannot become that from the state it is in"),
                          Words::tr("open the plan again to see how it stands"));
    }
    if (state == PlanState::Completed) {
        const auto booked = bookedSteps(plan.id);
        if (!booked) {
            return tl::unexpected<base::Error>(booked.error());
        }
        if (!booked->isEmpty()) {
            return base::fail(
                ErrorCode::Refused, Words::tr("The plan was not completed"),
                Words::tr("an appointment of it is still to come: %1").arg(booked->first().title),
                Words::tr("hold it or cancel it first"));
        }
    }
    if (isPlanOver(plan.state)) {
        const auto other = current(plan.patient);
        if (!other) {
            return tl::unexpected<base::Error>(other.error());
        }
        if (other->has_value()) {
            return base::fail(ErrorCode::Refused, Words::tr(kNotChanged),
                              Words::tr("the plan \"%1\" is not over").arg((*other)->title),
                              Words::tr("complete or stop it first: a patient has one plan at a time"));
        }
    }
    return m_practice.require(Permission::SignPlan);
}

base::Outcome PlanCare::setState(const PlanId& id, PlanState state, const QString& reason) {
    const auto found = plan(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (const auto may = mayBecome(*found, state, reason); !may) {
        return may;
    }
    TreatmentPlan changed = *found;
    changed.state = state;
    changed.stateReason = reason.trimmed();
    QList<storage::Change> changes = {{Action::Changed, changed, changed.stateReason}};
    if (state == PlanState::Stopped) {
        const SessionDesk desk(m_practice);
        const auto doses = desk.dosingOf(changed.patient);
        const auto therapy = desk.therapyOf(changed.patient);
        const auto booked = bookedSteps(id);
        for (const auto* error : {doses ? nullptr : &doses.error(), therapy ? nullptr : &therapy.error(),
                                  booked ? nullptr : &booked.error()}) {
            if (error != nullptr) {
                return tl::unexpected<base::Error>(*error);
            }
        }
        cancelAll(*doses, changed, changes);
        cancelAll(*therapy, changed, changes);
        for (PlanStep step : *booked) {
            step.booked.reset();
            changes.append({Action::Changed, step, changed.stateReason});
        }
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

} // namespace kairos::workflow
