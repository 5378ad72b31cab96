// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_chooser.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace kairos::ui {
namespace {

bool isOver(const record::TreatmentPlan& plan) {
    return plan.state == record::PlanState::Completed || plan.state == record::PlanState::Stopped;
}

} // namespace

PlanChooser::PlanChooser(QWidget* parent)
    : QWidget(parent),
      m_plans(new QComboBox(this)),
      m_words(new TextLabel({}, TextRole::Body, Token::Text2, this)),
      m_back(makeButton({.text = tr("Back to the current plan"), .icon = Icon::Undo}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(8), px(16), 0);
    row->setSpacing(px(10));
    auto* label = new TextLabel(tr("Former plans"), TextRole::Body, Token::Text, this);
    label->setBuddy(m_plans);
    m_plans->setAccessibleName(tr("Former plans"));
    row->addWidget(label);
    row->addWidget(m_plans);
    row->addWidget(m_words, 1);
    row->addWidget(m_back);
    connect(m_plans, &QComboBox::activated, this, [this](int index) {
        if (const auto id = record::PlanId::fromString(m_plans->itemData(index).toString())) {
            Q_EMIT chosen(*id);
        }
    });
    connect(m_back, &QPushButton::clicked, this, &PlanChooser::currentAsked);
    hide();
}

void PlanChooser::showPlans(const QList<record::TreatmentPlan>& plans,
                            const std::optional<record::PlanId>& shown) {
    const QSignalBlocker quiet(m_plans);
    m_plans->clear();
    m_plans->addItem(tr("choose one to read"));
    bool isFormer = false;
    for (const record::TreatmentPlan& plan : plans) {
        if (!isOver(plan)) {
            continue;
        }
        m_plans->addItem(QStringLiteral("%1, %2, %3")
                             .arg(plainDateText(plan.start), plan.title, planStateText(plan.state)),
                         plan.id.toString());
        if (shown == plan.id) {
            m_plans->setCurrentIndex(m_plans->count() - 1);
            isFormer = true;
        }
    }
    setVisible(m_plans->count() > 1);
    m_words->setText(isFormer ? tr("This plan is over and read-only.") : QString());
    const bool hasCurrent = std::any_of(plans.begin(), plans.end(),
                                        [](const record::TreatmentPlan& plan) { return !isOver(plan); });
    m_back->setText(hasCurrent ? tr("Back to the current plan") : tr("Fit a new plan"));
    m_back->setVisible(isFormer);
}

} // namespace kairos::ui
