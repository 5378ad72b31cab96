// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_tab.h"

#include "ui/plan/dose_history_card.h"
#include "ui/plan/goals_card.h"
#include "ui/plan/order_card.h"

#include "ui/shared/page_factory.h"
#include "ui/shared/table_view.h"

#include "core/workflow/goal_care.h"
#include "core/workflow/plan_care.h"

#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace kairos::ui {

void PlanTab::showPart(const QString& part) {
    if (showGoals(part) || !m_view) {
        return;
    }
    if (part == kPartChecks) {
        m_doses->openChecks();
        setFocusProxy(m_doses);
        bringIntoSight(*m_doses);
        return;
    }
    if (part == kPartOrders) {
        setFocusProxy(m_orders);
        bringIntoSight(*m_orders);
        return;
    }
    const auto id = record::StepId::fromString(part);
    for (const workflow::StepRow& row : std::as_const(m_view->steps)) {
        if (id && row.step.id == *id) {
            choose(row.step.key);
            return;
        }
    }
}

bool PlanTab::showGoals(const QString& part) {
    const auto plans = workflow::PlanCare(m_context.practice).all(m_patient);
    if (!plans) {
        return false;
    }
    for (const record::TreatmentPlan& plan : *plans) {
        const auto goals = workflow::GoalCare(m_context.practice).view(plan.id);
        const bool isIn =
            goals && std::any_of(goals->rows.begin(), goals->rows.end(), [&](const workflow::GoalRow& row) {
                return row.goal.id.toString() == part;
            });
        if (isIn || plan.id.toString() == part) {
            if (!m_view || m_view->plan.id != plan.id) {
                openPlan(plan.id);
            }
            m_goals->choose(part);
            setFocusProxy(&m_goals->table());
            bringIntoSight(*m_goals);
            return true;
        }
    }
    return false;
}

void PlanTab::bringIntoSight(QWidget& part) {
    QTimer::singleShot(0, &part, [this, &part] {
        if (auto* area = qobject_cast<QScrollArea*>(m_planPage)) {
            area->ensureWidgetVisible(&part);
        }
    });
}

} // namespace kairos::ui
