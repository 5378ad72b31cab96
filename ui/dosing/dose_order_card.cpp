// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/dose_order_card.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/verbal_order_card.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include "core/protocols/names.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/plan_care.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

QString amount(double value, int decimals, const QString& unit) {
    return withUnit(shortNumberText(value, decimals), unit);
}

QString orderWords(const record::Order& order) {
    QStringList parts = {order.drug, protocols::routeWords(order.route)};
    if (order.mgPerKg) {
        parts.append(amount(order.mgPerKg->value, 3, QStringLiteral("mg/kg")));
    }
    if (order.mg) {
        parts.append(amount(order.mg->value, 2, QStringLiteral("mg")));
    }
    if (order.maximum) {
        parts.append(
            DoseOrderCard::tr("at most %1").arg(amount(order.maximum->value, 2, QStringLiteral("mg"))));
    }
    if (order.minutes) {
        parts.append(DoseOrderCard::tr("in %1").arg(amount(order.minutes->value, 1, QStringLiteral("min"))));
    }
    if (!order.rescueDrugs.isEmpty()) {
        parts.append(DoseOrderCard::tr("rescue: %1").arg(order.rescueDrugs.join(QStringLiteral(", "))));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DoseOrderCard::DoseOrderCard(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_unsigned(new Banner({base::FindingLevel::Stop,
                             tr("No signed order"),
                             tr("A prescriber signs the order in the plan, or speaks it, before any dose is "
                                "drawn up."),
                             {}},
                            this)),
      m_verbal(new VerbalOrderCard(controller, this)),
      m_take(makeButton({.text = tr("Take a verbal order")}, m_unsigned)),
      m_card(new Card(tr("Order and dose"), CardContent::Padded, this)),
      m_order(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_signer(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_countersign(makeButton({.text = tr("Countersign"), .icon = Icon::Signed}, m_card)),
      m_dose(makeParagraph({}, TextRole::Figure, Token::Text, m_card)),
      m_rest(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_findings(makeParagraph({}, TextRole::Body, Token::Caution, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_unsigned);
    column->addWidget(m_verbal);
    column->addWidget(m_card);
    m_unsigned->addAction(m_take);
    connect(m_take, &QPushButton::clicked, m_verbal, &VerbalOrderCard::begin);
    auto* plan = makeButton({.text = tr("Open plan")}, m_unsigned);
    m_unsigned->addAction(plan);
    plan->setVisible(controller.context().navigator.canOpen(
        ChartPlace{controller.session().patient, kTabPlan, kPartOrders}));
    connect(plan, &QPushButton::clicked, this, [this] {
        m_controller.context().navigator.open(
            ChartPlace{m_controller.session().patient, kTabPlan, kPartOrders});
    });
    m_card->body().addWidget(m_order);
    auto* names = new QHBoxLayout;
    names->setSpacing(px(12));
    names->addWidget(m_signer, 1);
    names->addWidget(m_countersign, 0, Qt::AlignTop);
    m_card->body().addLayout(names);
    connect(m_countersign, &QPushButton::clicked, this, &DoseOrderCard::countersign);
    for (TextLabel* label : {m_dose, m_rest, m_findings}) {
        m_card->body().addWidget(label);
    }
    connect(&controller, &DosingController::changed, this, &DoseOrderCard::reload);
    reload();
}

void DoseOrderCard::reload() {
    if (m_controller.trouble()) {
        return;
    }
    showOrder();
    showFigures();
    showFindings();
}

void DoseOrderCard::showOrder() {
    const auto& view = m_controller.view();
    const bool isBefore = m_controller.stage() == DosingStage::Before;
    const auto line = std::find_if(view.preDose.begin(), view.preDose.end(),
                                   [](const auto& one) { return one.id == QLatin1String("order"); });
    const bool isHeld = line != view.preDose.end() && line->holds();
    m_unsigned->setVisible(isHeld && isBefore);
    if (isHeld && view.hasBindingOrder()) {
        m_unsigned->setBannerText({base::FindingLevel::Stop,
                                   tr("The order does not hold today"),
                                   tr("%1. A prescriber signs another in the plan, or speaks it.")
                                       .arg(line->evidence.left(1).toUpper() + line->evidence.mid(1)),
                                   {}});
    }
    m_take->setVisible(m_controller.session().plan.has_value());
    if (!isBefore) {
        m_verbal->hide();
    }
    const bool waits = view.order && view.order->verbal &&
                       workflow::countersignatureOf(*view.order, view.orderSignatures) == nullptr;
    m_countersign->setVisible(waits);
    if (waits) {
        auto& practice = m_controller.context().practice;
        const bool isMine = practice.signedIn() && practice.signedIn()->id == view.order->prescriber;
        setButtonBlockedBy(*m_countersign,
                           isMine ? QString()
                                  : tr("%1 spoke it and countersigns: sign in as that prescriber.")
                                        .arg(practice.clinicianName(view.order->prescriber)));
    }
    m_order->setText(view.order ? orderWords(*view.order) : tr("There is no order for this dose."));
    QString signer;
    if (!view.verbalOrder.isEmpty()) {
        signer = tr("%1. It holds for %2 alone.").arg(view.verbalOrder, plainDateText(view.order->validFrom));
    } else if (view.order && view.hasBindingOrder()) {
        signer = tr("signed by %1, valid %2 to %3")
                     .arg(m_controller.context().practice.clinicianName(view.order->prescriber),
                          plainDateText(view.order->validFrom), plainDateText(view.order->validTo));
    } else if (view.order) {
        signer = tr("not signed");
    }
    m_signer->setText(signer);
    m_signer->setVisible(!signer.isEmpty());
}

void DoseOrderCard::showFigures() {
    const auto& view = m_controller.view();
    if (!view.figures) {
        m_dose->setText(view.order ? tr("No dose yet") : QString());
        m_dose->setVisible(view.order.has_value());
        m_rest->setText(view.figuresProblem);
        m_rest->setVisible(!view.figuresProblem.isEmpty());
        return;
    }
    const auto& figures = *view.figures;
    QStringList main = {amount(figures.mg.value, 2, QStringLiteral("mg"))};
    if (figures.ml) {
        main.append(amount(figures.ml->value, 3, QStringLiteral("mL")));
    }
    if (figures.mlPerH) {
        main.append(amount(figures.mlPerH->value, 1, QStringLiteral("mL/h")));
    }
    if (figures.devices && figures.sprays) {
        main.append(tr("%n device(s)", nullptr, *figures.devices));
        main.append(tr("%n spray(s)", nullptr, *figures.sprays));
    }
    m_dose->setText(main.join(QStringLiteral(" · ")));
    m_dose->show();
    QStringList rest;
    if (figures.ml && m_controller.session().concentration) {
        // In words too: a slip of the point in a concentration is tenfold.
        rest.append(tr("drawn from a vial of %1 milligrams in each millilitre")
                        .arg(shortNumberText(m_controller.session().concentration->value, 3)));
    }
    if (figures.bagMgPerMl) {
        rest.append(tr("bag %1").arg(amount(figures.bagMgPerMl->value, 3, QStringLiteral("mg/mL"))));
    }
    if (figures.mgPerMin) {
        rest.append(amount(figures.mgPerMin->value, 3, QStringLiteral("mg/min")));
    }
    if (figures.ugPerKgMin) {
        rest.append(amount(figures.ugPerKgMin->value, 2, QStringLiteral("µg/kg/min")));
    }
    if (!figures.ml && !figures.devices) {
        rest.append(tr("choose vial and bag for mL and mL/h"));
    }
    m_rest->setText(rest.join(QStringLiteral(" · ")));
    m_rest->setVisible(!rest.isEmpty());
}

void DoseOrderCard::showFindings() {
    const auto& view = m_controller.view();
    base::Findings findings = view.figures ? view.figures->findings : base::Findings();
    if (m_controller.session().weight) {
        if (const auto change = m_controller.weightFinding(*m_controller.session().weight)) {
            findings.prepend(*change);
        }
    }
    bool isStop = false;
    QStringList lines;
    for (const base::Finding& finding : findings) {
        isStop = isStop || finding.level == base::FindingLevel::Stop;
        const QString level = finding.level == base::FindingLevel::Stop      ? tr("Stop")
                              : finding.level == base::FindingLevel::Caution ? tr("Caution")
                                                                             : tr("Information");
        lines.append(QStringLiteral("%1: %2. %3 (%4)")
                         .arg(level, finding.text, finding.source, base::confidenceMark(finding.confidence)));
    }
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setToken(isStop ? Token::Stop : Token::Caution);
    m_findings->setVisible(!lines.isEmpty());
}

void DoseOrderCard::countersign() {
    const auto& order = m_controller.view().order;
    if (!order) {
        return;
    }
    m_controller.context().questions.askSignature(
        tr("Countersign this verbal order?"), orderWords(*order), *this,
        [this, id = order->id](const Answer& answer) {
            return workflow::PlanCare(m_controller.context().practice).countersign(id, answer.password);
        });
}

QString DoseOrderCard::figuresText() const {
    return m_dose->text() + QLatin1Char('\n') + m_rest->text();
}

} // namespace kairos::ui
