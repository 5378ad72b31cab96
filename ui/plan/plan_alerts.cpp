// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_alerts.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

PlanAlerts::PlanAlerts(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_finding(new Banner({}, this)),
      m_answer(new Banner({}, this)),
      m_replan(new Banner({}, this)),
      m_move(makeButton({.text = tr("Show the move")}, m_answer)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    for (Banner* banner : {m_finding, m_answer, m_replan}) {
        column->addWidget(banner);
        banner->hide();
    }
    m_answer->addAction(m_move);
    auto* replan = makeButton({.text = tr("Show what would move")}, m_replan);
    m_replan->addAction(replan);
    connect(m_move, &QPushButton::clicked, this, [this] { Q_EMIT moveAsked(m_step, m_day); });
    connect(replan, &QPushButton::clicked, this, &PlanAlerts::replanAsked);
}

void PlanAlerts::showPlan(const workflow::PlanView& view) {
    const bool hasAnswer = showAnswer(view);
    const bool hasReplan = !hasAnswer && showReplan(view);
    const bool hasFinding = showFinding(view);
    m_answer->setVisible(hasAnswer);
    m_replan->setVisible(hasReplan);
    m_finding->setVisible(hasFinding);
    setVisible(hasAnswer || hasReplan || hasFinding);
}

bool PlanAlerts::showAnswer(const workflow::PlanView& view) {
    if (view.answers.isEmpty()) {
        return false;
    }
    const workflow::PlanAnswer& answer = view.answers.first();
    m_step = answer.step;
    m_day = answer.suggestion.value_or(QDate());
    const bool isNoShow = answer.state == record::SessionState::NoShow;
    const QString what =
        isNoShow ? tr("%1 on %2: the patient did not come").arg(answer.title, dayText(answer.day))
                 : tr("%1 on %2 was cancelled: %3").arg(answer.title, dayText(answer.day), answer.reason);
    const QString more = view.answers.size() > 1 ? tr("%n more session(s) wait for a day after this one.",
                                                      nullptr, static_cast<int>(view.answers.size()) - 1)
                                                 : QString();
    const QString fits =
        answer.suggestion
            ? tr("The plan's next day for it is %1; %2 %3")
                  .arg(dayText(*answer.suggestion), tr("%n step(s) would move.", nullptr, answer.moved), more)
            : tr("No other day fits its window: move it by hand, or waive it. %1").arg(more);
    m_answer->setBannerText({base::FindingLevel::Caution, what, fits.trimmed(), {}});
    m_move->setVisible(answer.suggestion.has_value());
    return true;
}

bool PlanAlerts::showReplan(const workflow::PlanView& view) {
    const int moved = view.movedByReplanning();
    if (moved == 0 || view.plan.state == record::PlanState::Paused) {
        return false;
    }
    QString why;
    for (const planning::CourseChange& change : view.changes) {
        if (why.isEmpty() && change.isMoved()) {
            why = tr("%1: %2.").arg(change.title, change.why);
        }
    }
    m_replan->setBannerText({base::FindingLevel::Caution,
                             tr("The dates no longer fit: %n step(s) would move", nullptr, moved),
                             why,
                             {}});
    return true;
}

bool PlanAlerts::showFinding(const workflow::PlanView& view) {
    const base::Finding* worst = nullptr;
    for (const base::Finding& finding : view.findings) {
        if (worst == nullptr || finding.level > worst->level) {
            worst = &finding;
        }
    }
    if (worst == nullptr || worst->level == base::FindingLevel::Information) {
        return false;
    }
    m_finding->setBannerText(bannerTextOf(*worst));
    return true;
}

} // namespace kairos::ui
