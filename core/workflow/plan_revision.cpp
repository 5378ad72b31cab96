// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_revision.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/practice_calendar.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/planning/move_trial.h"
#include "core/planning/plan.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotRevised = QT_TRANSLATE_NOOP("Words", "The plan was not revised");

/// The planned session that was booked for a step; none when there is none, or it began or ended.
std::optional<AnyRecord> rebooked(OpenPractice& practice, const PlanStep& step,
                                  const base::Appointment& booked) {
    const SessionDesk desk(practice);
    const auto move = [&](auto sessions) -> std::optional<AnyRecord> {
        for (auto session : sessions) {
            if (session.step == step.id && session.state == SessionState::Planned) {
                session.booked = booked;
                return AnyRecord(session);
            }
        }
        return std::nullopt;
    };
    if (const auto doses = desk.dosingOf(step.patient)) {
        if (auto moved = move(*doses)) {
            return moved;
        }
    }
    const auto therapy = desk.therapyOf(step.patient);
    return therapy ? move(*therapy) : std::nullopt;
}

/// Where the appointment of a step goes that is moved to `day`; none when it stays as it is.
std::optional<base::Appointment> bookedOn(const PlanStep& step, QDate day, const PlanChange& change) {
    const auto wanted = change.bookings.constFind(step.key);
    if (wanted != change.bookings.constEnd()) {
        return *wanted;
    }
    if (!step.booked || step.booked->date == day) {
        return std::nullopt;
    }
    auto booked = step.booked;
    booked->date = day;
    return booked;
}

bool isOver(const TreatmentPlan& plan) {
    return plan.state == PlanState::Completed || plan.state == PlanState::Stopped;
}

} // namespace

/// A plan with all it is planned by.
struct PlanRevision::State {
    TreatmentPlan plan;
    QList<PlanStep> steps;
    const protocols::Protocol* protocol = nullptr;
    planning::Facts facts;
    planning::PlanRequest request;
};

bool PlanEffect::needsOverride() const {
    return std::any_of(broken.begin(), broken.end(), [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop;
    });
}

base::Result<PlanRevision::State> PlanRevision::load(const PlanId& id) const {
    const PlanCare care(m_practice);
    const auto plan = care.plan(id);
    const auto steps = care.steps(id);
    if (!plan || !steps) {
        return tl::unexpected<base::Error>(plan ? steps.error() : plan.error());
    }
    const auto* protocol = m_practice.catalog().protocols.find(plan->protocol);
    if (protocol == nullptr) {
        return base::fail(ErrorCode::NotFound, Words::tr(kNotRevised),
                          Words::tr("the protocol \"%1\" is not installed").arg(plan->protocol),
                          Words::tr("install it again, or stop this plan and fit another protocol"));
    }
    return PracticeCalendar(m_practice).requestFor(*plan).map([&](planning::PlanRequest request) {
        request.notBefore = m_practice.today();
        request.chosen = chosenOf(*steps);
        return State{*plan, *steps, protocol, factsOf(*steps), std::move(request)};
    });
}

base::Result<planning::PlannedCourse> PlanRevision::replanned(const PlanId& id) const {
    return load(id).map([](const State& state) {
        return planning::replan(*state.protocol, courseOf(state.plan, state.steps), state.facts,
                                state.request);
    });
}

base::Result<PlanEffect> PlanRevision::effectOf(const PlanId& id, const PlanChange& change) const {
    return load(id).and_then([&](const State& state) { return effectOf(state, change); });
}

base::Result<PlanEffect> PlanRevision::effectOf(const State& state, const PlanChange& change) const {
    const planning::PlannedCourse stored = courseOf(state.plan, state.steps);
    const auto asItStands = planning::replan(*state.protocol, stored, state.facts, state.request);
    planning::PlanRequest request = state.request;
    request.patientAway += change.unavailable;
    for (const QString& key : change.released) {
        request.chosen.remove(key);
    }
    if (change.start && *change.start != state.plan.start) {
        request.start = *change.start;
        request.chosen.clear();
    }
    PlanEffect effect;
    // A course in which nothing has happened yet is simply planned from its new start.
    effect.course = change.start && state.facts.isEmpty()
                        ? planning::plan(*state.protocol, request)
                        : planning::replan(*state.protocol, stored, state.facts, request);
    QStringList moved = change.moves.keys();
    moved.sort();
    for (const QString& key : std::as_const(moved)) {
        auto trial = planning::tryMove({*state.protocol, effect.course, state.facts, request}, key,
                                       change.moves.value(key));
        if (!trial) {
            return tl::unexpected<base::Error>(trial.error());
        }
        effect.course = std::move(trial->course);
        request = std::move(trial->request);
    }
    for (const base::Finding& finding : std::as_const(effect.course.findings)) {
        if (finding.level != base::FindingLevel::Information && !asItStands.findings.contains(finding)) {
            effect.broken.append(finding);
        }
    }
    effect.changes = planning::courseChanges({*state.protocol, stored, effect.course, state.facts, request});
    // What was held or waived stands as it is.
    effect.changes.removeIf(
        [&](const planning::CourseChange& changed) { return state.facts.contains(changed.step); });
    for (const planning::CourseChange& changed : std::as_const(effect.changes)) {
        for (const PlanStep& step : state.steps) {
            const bool isBooked = step.key == changed.step && step.booked && !step.doneAt && !step.waivedBy;
            const bool isOutside =
                isBooked && (!changed.to || step.booked->date < changed.to->earliest.date ||
                             step.booked->date > changed.to->latest.date);
            if (isOutside && !change.moves.contains(step.key)) {
                effect.bookings.append({step.key, step.title, *step.booked});
            }
        }
    }
    return effect;
}

base::Outcome PlanRevision::mayAccept(const State& state, const PlanChange& change, const PlanEffect& effect,
                                      const QString& password) const {
    if (isOver(state.plan)) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotRevised), Words::tr("the plan is over"),
                          Words::tr("fit a new one"));
    }
    const bool isSameStart = !change.start || *change.start == state.plan.start;
    if (effect.isEmpty() && isSameStart && change.moves.isEmpty() && change.released.isEmpty()) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotRevised), Words::tr("no window would change"),
                          Words::tr("choose another day"));
    }
    if (!effect.needsOverride()) {
        return m_practice.require(Permission::EditPatient);
    }
    return m_practice.require(Permission::OverrideStop).and_then([&] {
        return m_practice.confirm(password);
    });
}

base::Outcome PlanRevision::accept(const PlanId& id, const PlanChange& change, const QString& reason,
                                   const QString& password) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotRevised), Words::tr("there is no reason"),
                          Words::tr("say in a few words why"));
    }
    const auto state = load(id);
    if (!state) {
        return tl::unexpected<base::Error>(state.error());
    }
    const auto effect = effectOf(*state, change);
    if (!effect) {
        return tl::unexpected<base::Error>(effect.error());
    }
    if (const auto may = mayAccept(*state, change, *effect, password); !may) {
        return may;
    }
    const QString why = reason.trimmed();
    const bool isOtherStart = change.start && *change.start != state->plan.start;
    TreatmentPlan revised = state->plan;
    revised.revision += 1;
    revised.start = change.start.value_or(revised.start);
    revised.revisionReason = why;
    QList<storage::Change> changes = {{Action::Changed, revised, why}};
    for (const PlanStep& before : state->steps) {
        if (before.doneAt || before.waivedBy) {
            continue;
        }
        PlanStep step = before;
        if (const auto* planned = effect->course.find(step.key)) {
            step.window = planned->window;
        }
        if (isOtherStart || change.released.contains(step.key)) {
            step.chosen.reset();
        }
        if (const QDate day = change.moves.value(step.key); day.isValid()) {
            step.chosen = day;
            const auto booked = bookedOn(step, day, change);
            auto session = booked ? rebooked(m_practice, step, *booked) : std::nullopt;
            step.booked = booked ? booked : step.booked;
            if (session) {
                changes.append({Action::Changed, *session, why});
            }
        }
        if (step != before) {
            changes.append({Action::Changed, step, why});
        }
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

} // namespace kairos::workflow
