// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/goal_drafts.h"

#include "ui/shared/goal_level_form.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::ui {

GoalDraftForm goalDraftForm(const record::Goal& goal) {
    if (!goal.id.isNull()) {
        return {QStringLiteral("goal"), goal.id.uuid};
    }
    return {goal.planLine ? QStringLiteral("goal.line-%1").arg(*goal.planLine) : QStringLiteral("goal.new"),
            goal.plan.uuid};
}

QList<LeftGoal> leftGoals(workflow::OpenPractice& practice, const record::Goal& blank,
                          const QList<workflow::GoalRow>& rows) {
    QList<LeftGoal> left;
    const auto drafts = workflow::DraftDesk(practice).mine();
    if (!drafts) {
        return left;
    }
    QList<record::Goal> goals{blank};
    for (const workflow::GoalRow& row : rows) {
        goals.append(row.goal);
    }
    for (const storage::Draft& draft : *drafts) {
        for (const record::Goal& goal : std::as_const(goals)) {
            const GoalDraftForm form = goalDraftForm(goal);
            const bool isLevel = draft.key.form == GoalLevelForm::draftForm({}) && !goal.id.isNull() &&
                                 draft.key.subject == goal.id.uuid;
            if (!isLevel && (draft.key.form != form.form || draft.key.subject != form.subject)) {
                continue;
            }
            const QJsonObject typed =
                QJsonDocument::fromJson(draft.content).object().value(QLatin1String("typed")).toObject();
            left.append({goal, isLevel ? goal.text : typed.value(kGoalDraftText).toString(), isLevel,
                         base::Instant::inZone(draft.savedMs, practice.zone())});
        }
    }
    return left;
}

} // namespace kairos::ui
