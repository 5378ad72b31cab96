// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/step_status.h"

#include "core/planning/step_time.h"
#include "core/planning/words.h"

#include <algorithm>

namespace kairos::planning {

using record::StepKind;
using record::StepState;

namespace {

bool isHeld(const Facts& facts, const QString& key) {
    const auto fact = facts.constFind(key);
    return fact != facts.constEnd() && fact->kind == FactKind::Held;
}

bool isWaived(const Facts& facts, const QString& key) {
    const auto fact = facts.constFind(key);
    return fact != facts.constEnd() && fact->kind == FactKind::Waived;
}

/// An integration session whose dose was waived is waived with it; so is a question after that dose, and a
/// session against it that has no date any more.
bool isWaivedWithItsDose(const PlannedStep& step, const Facts& facts) {
    return std::any_of(step.dependsOn.begin(), step.dependsOn.end(), [&](const QString& key) {
        const bool isDose = key.startsWith(QLatin1String("dose-")) && isWaived(facts, key);
        const bool isRatingAfter = step.key.endsWith(QStringLiteral("-after-") + key);
        const bool isUndated = step.kind == StepKind::Therapy && !step.window;
        return isDose && (step.kind == StepKind::Integration || isRatingAfter || isUndated);
    });
}

bool isMet(const QString& key, const StatusContext& context) {
    const PlannedStep* step = context.course.find(key);
    return context.facts.contains(key) || (step && isWaivedWithItsDose(*step, context.facts));
}

bool hasDependentHeld(const PlannedStep& step, const StatusContext& context) {
    const auto& steps = context.course.steps;
    return std::any_of(steps.begin(), steps.end(), [&](const PlannedStep& other) {
        return other.dependsOn.contains(step.key) && isHeld(context.facts, other.key);
    });
}

/// A rating nobody waits for is missed once the next one of its kind may be filled in.
bool isOvertaken(const PlannedStep& step, const StatusContext& context) {
    const auto& steps = context.course.steps;
    const bool isAwaited = std::any_of(steps.begin(), steps.end(), [&step](const PlannedStep& other) {
        return other.dependsOn.contains(step.key);
    });
    if (step.kind != StepKind::Rating || isAwaited) {
        return false;
    }
    return std::any_of(steps.begin(), steps.end(), [&](const PlannedStep& other) {
        return other.kind == StepKind::Rating && other.window && step.window &&
               startOf(other.window->earliest) > endOf(step.window->latest) &&
               startOf(other.window->earliest) <= context.now;
    });
}

QString waitWords(const QString& key, const StatusContext& context) {
    const PlannedStep* step = context.course.find(key);
    return Words::tr("%1 is not done").arg(step ? step->title : key);
}

/// It still stands in the calendar, for today or later.
bool isAhead(const PlannedStep& step, const StatusContext& context) {
    const auto booked = context.bookings.constFind(step.key);
    return booked != context.bookings.constEnd() && booked->date() >= context.now.date();
}

StepStatus blockedOrOpen(const PlannedStep& step, StepStatus status, const StatusContext& context) {
    for (const QString& key : step.dependsOn) {
        if (!isMet(key, context)) {
            status.waitsFor.append(key);
            status.blockedBy.append(waitWords(key, context));
        }
    }
    status.blockedBy.append(context.gates.value(step.key));
    if (!step.window) {
        status.blockedBy.append(Words::tr("no date fits"));
    }
    if (!status.blockedBy.isEmpty()) {
        status.state = StepState::Blocked;
    } else if (status.isPastLatest) {
        status.state = StepState::Late;
    } else if (context.now >= startOf(step.window->target)) {
        status.state = StepState::Due;
    } else {
        status.state = StepState::Open;
    }
    return status;
}

/// Steps without a window come last.
QDateTime latestOf(const StepStatus& status) {
    return status.window ? endOf(status.window->latest)
                         : QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
}

} // namespace

StepStatus statusOf(const PlannedStep& step, const StatusContext& context) {
    StepStatus status;
    status.key = step.key;
    status.window = step.window;
    status.isPastLatest = step.window && context.now > endOf(step.window->latest);
    if (isHeld(context.facts, step.key)) {
        status.state = StepState::Done;
        return status;
    }
    if (isWaived(context.facts, step.key) || isWaivedWithItsDose(step, context.facts)) {
        status.state = StepState::Waived;
        return status;
    }
    const bool hasPassed = (status.isPastLatest || !step.window) && !isAhead(step, context);
    if (hasPassed && (hasDependentHeld(step, context) || isOvertaken(step, context))) {
        status.state = StepState::Missed;
        return status;
    }
    return blockedOrOpen(step, std::move(status), context);
}

QList<StepStatus> statusesOf(const StatusContext& context) {
    QList<StepStatus> statuses;
    statuses.reserve(context.course.steps.size());
    for (const PlannedStep& step : context.course.steps) {
        statuses.append(statusOf(step, context));
    }
    return statuses;
}

WhatIsNext whatIsNext(const StatusContext& context) {
    WhatIsNext lists;
    const QList<StepStatus> statuses = statusesOf(context);
    for (const StepStatus& status : statuses) {
        const bool hasBegun = !status.window || startOf(status.window->earliest) <= context.now;
        if (status.state == StepState::Late) {
            lists.late.append(status);
        } else if (status.state == StepState::Due || status.state == StepState::Open) {
            lists.next.append(status);
        } else if (status.state == StepState::Blocked && hasBegun) {
            lists.blocked.append(status);
        }
    }
    const auto byLatest = [](const StepStatus& left, const StepStatus& right) {
        return latestOf(left) < latestOf(right);
    };
    std::stable_sort(lists.late.begin(), lists.late.end(), byLatest);
    std::stable_sort(lists.blocked.begin(), lists.blocked.end(), byLatest);
    std::stable_sort(
        lists.next.begin(), lists.next.end(), [&](const StepStatus& left, const StepStatus& right) {
            const bool isLeftDue = left.state == StepState::Due;
            return isLeftDue != (right.state == StepState::Due) ? isLeftDue : byLatest(left, right);
        });
    return lists;
}

} // namespace kairos::planning
