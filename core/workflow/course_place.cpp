// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/course_place.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {
namespace {

using record::DosingSession;
using record::PlanStep;
using record::TherapySession;

base::Result<QList<DosingSession>> siblings(OpenPractice& practice, const DosingSession& session) {
    return SessionDesk(practice).dosingOf(session.patient);
}

base::Result<QList<TherapySession>> siblings(OpenPractice& practice, const TherapySession& session) {
    return SessionDesk(practice).therapyOf(session.patient).map([&](QList<TherapySession> all) {
        all.removeIf([&](const TherapySession& other) { return other.type != session.type; });
        return all;
    });
}

template <class Session>
base::Result<std::optional<PlanStep>> placeAtStep(OpenPractice& practice, Session& session) {
    return practice.file().records().find<PlanStep>(*session.step).map([&](std::optional<PlanStep> step) {
        if (step) {
            step->booked = session.booked;
            session.plan = step->plan;
            session.number = step->number;
        }
        return step;
    });
}

template <class Session>
base::Result<std::optional<PlanStep>> place(OpenPractice& practice, Session& session) {
    if (session.step) {
        return placeAtStep(practice, session);
    }
    const auto plan = PlanCare(practice).current(session.patient);
    const auto others = siblings(practice, session);
    if (!plan || !others) {
        return tl::unexpected<base::Error>(!plan ? plan.error() : others.error());
    }
    if (!session.plan && plan->has_value()) {
        session.plan = (*plan)->id;
    }
    if (session.number == 0) {
        for (const Session& other : *others) {
            session.number = std::max(session.number, other.number);
        }
        ++session.number;
    }
    return std::optional<PlanStep>();
}

} // namespace

base::Result<std::optional<PlanStep>> placeInCourse(OpenPractice& practice, DosingSession& session) {
    return place(practice, session);
}

base::Result<std::optional<PlanStep>> placeInCourse(OpenPractice& practice, TherapySession& session) {
    return place(practice, session);
}

} // namespace kairos::workflow
