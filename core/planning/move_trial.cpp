// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/move_trial.h"

#include "core/planning/words.h"

#include "core/protocols/step_graph.h"

#include <algorithm>

namespace kairos::planning {

namespace {

using base::ErrorCode;

QString notMoved() {
    return Words::tr("The step was not moved");
}

/// The rating before a dose has no day of its own.
bool standsWithItsDose(const protocols::Protocol& protocol, const QString& key) {
    const auto skeletons = protocols::stepSkeletons(protocol);
    return std::any_of(skeletons.begin(), skeletons.end(), [&key](const protocols::StepSkeleton& skeleton) {
        return skeleton.key == key && skeleton.origin == protocols::StepOrigin::MeasureBeforeDose;
    });
}

base::Outcome checkMove(const CourseState& state, const QString& key, QDate day) {
    constexpr int kLongestAway = 730;
    const PlannedStep* step = state.course.find(key);
    if (!step) {
        return base::fail(ErrorCode::NotFound, notMoved(), Words::tr("the plan has no step %1").arg(key),
                          Words::tr("choose one of its steps"));
    }
    if (state.facts.contains(key)) {
        return base::fail(ErrorCode::Refused, notMoved(),
                          Words::tr("%1 was held or waived already").arg(step->title),
                          Words::tr("move one that is still to come"));
    }
    if (standsWithItsDose(state.protocol, key)) {
        return base::fail(ErrorCode::Refused, notMoved(),
                          Words::tr("%1 is filled in on the day of its dose").arg(step->title),
                          Words::tr("move the dose"));
    }
    const QDate start = state.course.start;
    const bool isNear = day.isValid() && start.isValid() && qAbs(start.daysTo(day)) <= 2 * kLongestAway;
    if (!isNear) {
        return base::fail(ErrorCode::InvalidInput, notMoved(),
                          Words::tr("the day is no date, or lies years away from the plan"),
                          Words::tr("choose a day within the course"));
    }
    return {};
}

} // namespace

base::Result<MoveTrial> tryMove(const CourseState& state, const QString& step, QDate day) {
    if (const auto outcome = checkMove(state, step, day); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    MoveTrial trial;
    trial.request = state.request;
    trial.request.chosen.insert(step, day);
    trial.course = replan(state.protocol, state.course, state.facts, trial.request);
    for (const base::Finding& finding : std::as_const(trial.course.findings)) {
        const bool isNew = !state.course.findings.contains(finding);
        if (isNew && finding.level != base::FindingLevel::Information) {
            trial.violated.append(finding);
        }
    }
    trial.changes = courseChanges({state.protocol, state.course, trial.course, state.facts, trial.request});
    return trial;
}

} // namespace kairos::planning
