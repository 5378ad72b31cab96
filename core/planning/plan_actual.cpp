// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan_actual.h"

#include "core/planning/step_time.h"
#include "core/planning/words.h"

#include <QLocale>

#include <algorithm>

namespace kairos::planning {

using record::StepState;

namespace {

KindActual& entryOf(QList<KindActual>& kinds, record::StepKind kind) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [kind](const KindActual& entry) { return entry.kind == kind; });
    if (found != kinds.end()) {
        return *found;
    }
    kinds.append(KindActual{kind});
    return kinds.last();
}

std::optional<StepActual> actualOf(const PlannedStep& step, const StatusContext& context,
                                   const QTimeZone& zone) {
    const auto fact = context.facts.constFind(step.key);
    if (fact == context.facts.constEnd() || fact->kind != FactKind::Held || !step.window) {
        return std::nullopt;
    }
    const QDateTime wall = wallTime(fact->at, zone);
    return StepActual{step.key, step.window->target.date.daysTo(wall.date()), isInside(*step.window, wall)};
}

void count(KindActual& entry, const StepStatus& status, const QDateTime& now) {
    const bool hasCome = status.window && now >= startOf(status.window->target);
    ++entry.planned;
    switch (status.state) {
    case StepState::Done:
        ++entry.held;
        ++entry.due;
        break;
    case StepState::Waived:
        ++entry.waived;
        break;
    case StepState::Missed:
        ++entry.missed;
        ++entry.due;
        break;
    case StepState::Blocked:
    case StepState::Open:
    case StepState::Due:
    case StepState::Late:
        entry.late += status.isPastLatest ? 1 : 0;
        entry.due += hasCome ? 1 : 0;
        break;
    }
}

} // namespace

const KindActual* PlanActual::of(record::StepKind kind) const {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [kind](const KindActual& entry) { return entry.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

QStringList shareWords(const PlanActual& actual) {
    QStringList shares;
    const auto share = [](int part, int whole) {
        constexpr double kPercent = 100;
        return whole > 0 ? Words::tr(" (%1 %)").arg(QLocale().toString(qRound(kPercent * part / whole)))
                         : QString();
    };
    if (const auto* doses = actual.of(record::StepKind::Dosing)) {
        shares.append(Words::tr("%1 of %2 doses given").arg(doses->held).arg(doses->planned));
    }
    if (const auto* integration = actual.of(record::StepKind::Integration)) {
        shares.append(Words::tr("%1 of %2 integration sessions that were due held in their window%3")
                          .arg(integration->inWindow)
                          .arg(integration->due)
                          .arg(share(integration->inWindow, integration->due)));
    }
    if (const auto* ratings = actual.of(record::StepKind::Rating)) {
        shares.append(Words::tr("%1 of %2 ratings that were due done%3")
                          .arg(ratings->held)
                          .arg(ratings->due)
                          .arg(share(ratings->held, ratings->due)));
    }
    return shares;
}

PlanActual planAgainstActual(const StatusContext& context, const QTimeZone& zone) {
    PlanActual actual;
    for (const PlannedStep& step : context.course.steps) {
        KindActual& entry = entryOf(actual.kinds, step.kind);
        count(entry, statusOf(step, context), context.now);
        if (const auto held = actualOf(step, context, zone)) {
            entry.inWindow += held->isInWindow ? 1 : 0;
            actual.steps.append(*held);
        }
    }
    std::sort(actual.kinds.begin(), actual.kinds.end(),
              [](const KindActual& left, const KindActual& right) { return left.kind < right.kind; });
    return actual;
}

} // namespace kairos::planning
