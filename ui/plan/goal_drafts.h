// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/workflow/goal_care.h"

namespace kairos::ui {

/// Where the goal's own words stand in a draft.
inline const QString kGoalDraftText = QStringLiteral("text");

/// Which draft belongs to the form of a goal.
struct GoalDraftForm {
    QString form;
    base::Uuid subject;
};
/// A goal that is not written down yet has the draft of its plan, one from a line of an earlier plan that
/// line's.
[[nodiscard]] GoalDraftForm goalDraftForm(const record::Goal& goal);

/// A form about a goal that was left with typing in it.
struct LeftGoal {
    record::Goal goal;    ///< as it is stored; without an id where it is new
    QString words;        ///< what the goal is called in the draft; may be empty
    bool isLevel = false; ///< the form that sets a level, not the one that works the goal out
    base::Instant at;
};

/// What the signed-in clinician left about these goals and about a new one of this plan, newest first.
[[nodiscard]] QList<LeftGoal> leftGoals(workflow::OpenPractice& practice, const record::Goal& blank,
                                        const QList<workflow::GoalRow>& rows);

} // namespace kairos::ui
