// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/dose_check_card.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/second_person_form.h"
#include "ui/shared/text_label.h"

#include "core/workflow/dose_stock.h"
#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

DoseCheckCard::DoseCheckCard(DosingController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Second-person check"), CardContent::Padded, this);
    column->addWidget(card);
    m_figures = makeParagraph({}, TextRole::Strong, Token::Text, card);
    card->body().addWidget(m_figures);
    m_person = new SecondPersonForm(tr("Checked by"), controller.context().practice, card);
    card->body().addWidget(m_person);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, card);
    m_trouble->hide();
    card->body().addWidget(m_trouble);
    auto* confirm = makeButton({.text = tr("Confirm the dose")}, card);
    card->foot().addWidget(confirm);
    card->foot().addWidget(
        makeParagraph(tr("Alone? Override the line of the gate with F4 and say why; the summary shows it."),
                      TextRole::Caption, Token::Text2, card),
        1);
    connect(confirm, &QPushButton::clicked, this, &DoseCheckCard::confirm);
    connect(m_person, &SecondPersonForm::confirmed, this, &DoseCheckCard::confirm);
    connect(&controller, &DosingController::changed, this, &DoseCheckCard::reload);
    reload();
}

void DoseCheckCard::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const auto& view = m_controller.view();
    const record::DosingSession& session = m_controller.session();
    const bool isDue = view.figures && session.state == record::SessionState::Arrived &&
                       !workflow::checkHolds(session, *view.figures);
    setVisible(isDue);
    if (!isDue) {
        return;
    }
    const auto& figures = *view.figures;
    QStringList parts = {session.drug, withUnit(shortNumberText(figures.mg.value, 2), QStringLiteral("mg"))};
    if (figures.ml) {
        parts.append(withUnit(shortNumberText(figures.ml->value, 3), QStringLiteral("mL")));
    }
    if (figures.devices && figures.sprays) {
        parts.append(tr("%n device(s)", nullptr, *figures.devices));
        parts.append(tr("%n spray(s)", nullptr, *figures.sprays));
    }
    if (figures.mlPerH) {
        parts.append(withUnit(shortNumberText(figures.mlPerH->value, 1), QStringLiteral("mL/h")));
    } else if (figures.mgPerMin) {
        parts.append(withUnit(shortNumberText(figures.mgPerMin->value, 3), QStringLiteral("mg/min")));
    }
    m_figures->setText(parts.join(QStringLiteral(" · ")));
}

void DoseCheckCard::confirm() {
    const auto done = m_controller.check(m_person->person());
    m_trouble->setVisible(!done.has_value());
    if (!done) {
        m_trouble->setText(done.error().sentence());
        return;
    }
    m_trouble->clear();
    m_person->clear();
}

QString DoseCheckCard::figures() const {
    return m_figures->text();
}

QString DoseCheckCard::trouble() const {
    return m_trouble->text();
}

} // namespace kairos::ui
