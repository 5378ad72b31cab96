// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/before_panel.h"

#include "ui/dosing/dose_check_card.h"
#include "ui/dosing/dose_order_card.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/gate_list.h"
#include "ui/dosing/prepare_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/column_scroll.h"
#include "ui/shared/safety_plan_card.h"
#include "ui/shared/second_person_form.h"
#include "ui/shared/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kairos::ui {

using namespace record;

BeforePanel::BeforePanel(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_plan(new SafetyPlanCard(controller.context(), SafetyPlanCard::Size::Whole)),
      m_order(new DoseOrderCard(controller)),
      m_form(new PrepareForm(controller)),
      m_gateCard(new Card(tr("Gates before the dose"), CardContent::Full, this)),
      m_gates(new GateList(controller, Gate::PreDose, m_gateCard)),
      m_why(makeParagraph({}, TextRole::Body, Token::Text2, m_gateCard)),
      m_act(makeButton({.text = tr("Start dose"),
                        .kind = ButtonKind::Primary,
                        .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                       m_gateCard)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(m_plan);
    column->addWidget(m_order);
    column->addWidget(m_form);
    column->addStretch();
    m_scroll = new ColumnScroll(0, this);
    m_scroll->setWidget(left);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_scroll, 9);
    row->addWidget(m_gateCard, 11);
    m_gateCard->body().addWidget(m_gates);
    connect(m_gates, &GateList::secondPersonWanted, this, [this] {
        m_form->checkCard().person().people().setFocus(Qt::ShortcutFocusReason);
        m_scroll->ensureWidgetVisible(&m_form->checkCard());
    });
    m_gateCard->foot().addWidget(m_why, 1);
    m_gateCard->foot().addWidget(m_act);
    connect(m_act, &QPushButton::clicked, this, &BeforePanel::act);
    connect(&controller, &DosingController::changed, this, &BeforePanel::reload);
    reload();
}

void BeforePanel::showPlan() {
    const auto& view = m_controller.view();
    const auto line = std::find_if(view.preDose.begin(), view.preDose.end(), [](const safety::GateLine& one) {
        return one.id == QLatin1String("safety-plan");
    });
    if (line != view.preDose.end()) {
        m_plan->showFor(view.patient.id, view.safetyPlan, *line);
    }
}

void BeforePanel::showIntention() {
    QLineEdit& intention = m_form->intentionEdit();
    intention.setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(&intention);
}

QString BeforePanel::blockedBy() const {
    if (m_controller.session().state == SessionState::Planned) {
        return {};
    }
    for (const safety::GateLine& line : safety::holding(m_controller.view().preDose)) {
        if (line.level == base::FindingLevel::Stop) {
            return tr("Holds: %1 (%2). Settle it, or override it with F4.").arg(line.text, line.evidence);
        }
    }
    return m_controller.session().dose && m_controller.view().figures
               ? QString()
               : tr("No dose yet: weigh the patient and check the order.");
}

void BeforePanel::reload() {
    if (m_controller.trouble()) {
        return;
    }
    showPlan();
    const bool isBefore = m_controller.stage() == DosingStage::Before;
    if (isBefore) {
        m_gates->openGate();
    } else {
        m_gates->closeGate();
    }
    m_act->setVisible(isBefore);
    if (!isBefore) {
        m_gateCard->setSubtitle(m_gates->tally());
        m_why->setText(m_controller.stage() == DosingStage::Closed
                           ? tr("This session was not held.")
                           : tr("The dose has begun: the gate stands as it was."));
        m_why->setToken(Token::Text2);
        return;
    }
    const bool isPlanned = m_controller.session().state == SessionState::Planned;
    m_gateCard->setSubtitle(m_gates->tally());
    m_act->setText(isPlanned ? tr("Patient has arrived") : tr("Start dose"));
    // New words take the key away.
    m_act->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    const QString why = blockedBy();
    setButtonBlockedBy(*m_act, why);
    m_why->setText(why.isEmpty() ? (isPlanned ? tr("The clock of the visit starts with the arrival.")
                                              : tr("Every stop is settled. Start is minute 0."))
                                 : why);
    m_why->setToken(why.isEmpty() ? Token::Text2 : Token::Stop);
}

void BeforePanel::act() {
    const bool isPlanned = m_controller.session().state == SessionState::Planned;
    // What is still typed in a field was not reckoned with: it is shown first, and started by the next press.
    if (!isPlanned && m_form->settle()) {
        m_why->setText(tr("The fields changed since the dose was reckoned. Look at the dose, then start."));
        m_why->setToken(Token::Stop);
        return;
    }
    const auto done = isPlanned ? m_controller.arrive() : m_controller.start();
    if (!done) {
        m_why->setText(done.error().sentence());
        m_why->setToken(Token::Stop);
    }
}

QString BeforePanel::refusal() const {
    return m_why->token() == Token::Stop ? m_why->text() : QString();
}

} // namespace kairos::ui
