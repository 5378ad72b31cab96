// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/verbal_order_card.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/questions.h"
#include "ui/shared/spoken_order_form.h"
#include "ui/shared/text_label.h"

#include "core/protocols/names.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

template <class Amount>
std::optional<Amount> quantity(const NumberField& field) {
    return field.value() ? std::optional(Amount{*field.value()}) : std::nullopt;
}

template <class Amount>
void fillAmount(NumberField& field, const std::optional<Amount>& amount) {
    field.setValue(amount ? std::optional(amount->value) : std::nullopt);
}

} // namespace

VerbalOrderCard::VerbalOrderCard(DosingController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Verbal order"), CardContent::Padded, this);
    column->addWidget(card);
    m_drug = makeParagraph({}, TextRole::Body, Token::Text, card);
    card->body().addWidget(m_drug);
    m_form = new FormSection({}, card);
    m_mgPerKg = new NumberField(QStringLiteral("mg/kg"), 2);
    m_mg = new NumberField(QStringLiteral("mg"), 1);
    m_maximum = new NumberField(QStringLiteral("mg"), 1);
    m_minutes = new NumberField(QStringLiteral("min"), 0);
    m_form->addPair(new Field(tr("Dose by weight, mg/kg"), m_mgPerKg), new Field(tr("or dose, mg"), m_mg));
    m_form->addPair(new Field(tr("At most, mg"), m_maximum), new Field(tr("Infusion, min"), m_minutes));
    card->body().addWidget(m_form);
    m_findings = makeParagraph({}, TextRole::Body, Token::Caution, card);
    card->body().addWidget(m_findings);
    m_spoken = new SpokenOrderForm(controller.context().practice, card);
    card->body().addWidget(m_spoken);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, card);
    card->body().addWidget(m_trouble);
    auto* leave = makeButton({.text = tr("Not now")}, card);
    auto* take = makeButton({.text = tr("Record the verbal order"), .icon = Icon::Signed}, card);
    card->foot().addStretch(1);
    card->foot().addWidget(leave);
    card->foot().addWidget(take);
    connect(leave, &QPushButton::clicked, this, &QWidget::hide);
    connect(take, &QPushButton::clicked, this, &VerbalOrderCard::take);
    for (NumberField* field : {m_mgPerKg, m_mg, m_maximum, m_minutes}) {
        connect(field, &TypedField::valueChanged, this, &VerbalOrderCard::showFindings);
    }
    hide();
}

void VerbalOrderCard::begin() {
    const auto& plan = m_controller.session().plan;
    if (!plan) {
        return;
    }
    const auto order = workflow::PlanCare(m_controller.context().practice).proposedOrder(*plan);
    m_trouble->setVisible(!order.has_value());
    show();
    if (!order) {
        m_trouble->setText(order.error().sentence());
        return;
    }
    m_proposed = *order;
    m_drug->setText(QStringLiteral("%1, %2").arg(order->drug, protocols::routeWords(order->route)));
    fillAmount(*m_mgPerKg, order->mgPerKg);
    fillAmount(*m_mg, order->mg);
    fillAmount(*m_maximum, order->maximum);
    fillAmount(*m_minutes, order->minutes);
    m_spoken->begin();
    showFindings();
    m_mgPerKg->setFocus(Qt::OtherFocusReason);
}

record::Order VerbalOrderCard::typed() const {
    record::Order order = m_spoken->spokenBy(m_proposed);
    order.mgPerKg = quantity<base::MilligramsPerKilogram>(*m_mgPerKg);
    order.mg = quantity<base::Milligrams>(*m_mg);
    order.maximum = quantity<base::Milligrams>(*m_maximum);
    order.minutes = quantity<base::Minutes>(*m_minutes);
    return order;
}

void VerbalOrderCard::showFindings() {
    if (isHidden()) {
        return;
    }
    const auto findings = workflow::PlanCare(m_controller.context().practice).checkOrder(typed());
    QStringList lines;
    bool isStop = !findings;
    if (!findings) {
        lines.append(findings.error().sentence());
    }
    for (const base::Finding& finding : findings.value_or(base::Findings())) {
        isStop = isStop || finding.level == base::FindingLevel::Stop;
        lines.append(QStringLiteral("%1: %2 (%3, %4)")
                         .arg(finding.level == base::FindingLevel::Stop ? tr("Stop") : tr("Caution"),
                              finding.text, finding.source, base::confidenceMark(finding.confidence)));
    }
    m_findings->setToken(isStop ? Token::Stop : Token::Caution);
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
}

void VerbalOrderCard::take() {
    if (!m_form->validate() || !m_spoken->validate()) {
        return;
    }
    const record::Order order = typed();
    const auto spoken = m_spoken->spoken();
    auto& practice = m_controller.context().practice;
    m_trouble->setVisible(!spoken.isReadBack);
    if (!spoken.isReadBack) {
        m_trouble->setText(tr("Read it back to the prescriber, and mark that it was confirmed."));
        m_spoken->readBack().setFocus(Qt::OtherFocusReason);
        return;
    }
    m_controller.context().questions.askSignature(
        tr("Record this verbal order?"),
        tr("Spoken by %1, read back and confirmed. It stands as unsigned until that prescriber countersigns.")
            .arg(practice.clinicianName(order.prescriber)),
        *this, [this, order, spoken](const Answer& answer) {
            auto outcome = workflow::PlanCare(m_controller.context().practice)
                               .takeVerbalOrder(order, spoken, answer.password);
            if (outcome) {
                hide();
            }
            return outcome;
        });
}

} // namespace kairos::ui
