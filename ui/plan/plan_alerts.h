// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/plan_query.h"

class QPushButton;

namespace kairos::ui {

class Banner;

/// What a person must know of a plan before going on: a session that was not held, with the day the plan
/// answers; dates that no longer fit; the worst finding. Two banners stand at most, the worst first.
class PlanAlerts final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanAlerts)

public:
    explicit PlanAlerts(const PageContext& context, QWidget* parent = nullptr);

    void showPlan(const workflow::PlanView& view);

Q_SIGNALS:
    /// The answer of the plan is to be looked at: the step on that day.
    void moveAsked(const QString& key, QDate day);
    /// What planning on from now would change is to be looked at.
    void replanAsked();

private:
    [[nodiscard]] bool showAnswer(const workflow::PlanView& view);
    [[nodiscard]] bool showReplan(const workflow::PlanView& view);
    [[nodiscard]] bool showFinding(const workflow::PlanView& view);

    PageContext m_context;
    Banner* m_finding;
    Banner* m_answer;
    Banner* m_replan;
    QPushButton* m_move;
    QString m_step;
    QDate m_day;
};

} // namespace kairos::ui
