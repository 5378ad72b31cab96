// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/waste_card.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/second_person_form.h"
#include "ui/shared/text_label.h"

#include "core/stock/ledger_line.h"
#include "core/stock/stock_words.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

WasteCard::WasteCard(DosingController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Rest of the vial"), CardContent::Padded, this);
    column->addWidget(card);
    m_figures = makeParagraph({}, TextRole::Strong, Token::Text, card);
    card->body().addWidget(m_figures);
    m_witness = new SecondPersonForm(tr("Witness"), controller.context().practice, card);
    card->body().addWidget(m_witness);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, card);
    m_trouble->hide();
    card->body().addWidget(m_trouble);
    auto* waste = makeButton({.text = tr("Write the waste")}, card);
    card->foot().addWidget(waste);
    card->foot().addWidget(makeParagraph(tr("Another volume, or later: on the page Ledger."),
                                         TextRole::Caption, Token::Text2, card),
                           1);
    connect(waste, &QPushButton::clicked, this, &WasteCard::waste);
    connect(m_witness, &SecondPersonForm::confirmed, this, &WasteCard::waste);
    connect(&controller, &DosingController::changed, this, &WasteCard::reload);
    reload();
}

void WasteCard::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const record::DosingSession& session = m_controller.session();
    if (!session.vial || !session.stoppedAt) {
        hide();
        return;
    }
    const auto lot = workflow::LedgerQuery(m_controller.context().practice).lot(*session.vial);
    m_rest = lot ? lot->standing.restOf(session.id) : base::Millilitres{};
    // A ledger that cannot be read says so here rather than look as if nothing were left.
    m_trouble->setVisible(!lot.has_value());
    if (!lot) {
        m_trouble->setText(lot.error().sentence());
    } else {
        m_figures->setText(
            tr("%1 (%2) are left of lot %3.")
                .arg(stock::mlText(m_rest), stock::mgText(stock::drugIn(lot->vial, m_rest)), lot->vial.lot));
    }
    setVisible(!lot || m_rest.value > stock::kSameMl);
}

void WasteCard::waste() {
    const record::DosingSession& session = m_controller.session();
    auto& practice = m_controller.context().practice;
    const auto done =
        workflow::LedgerCare(practice).waste({*session.vial, m_rest, session.id, {}, m_witness->person()});
    m_trouble->setVisible(!done.has_value());
    if (!done) {
        m_trouble->setText(done.error().sentence());
        return;
    }
    m_trouble->clear();
    m_witness->clear();
    reload();
}

QString WasteCard::figures() const {
    return m_figures->text();
}

QString WasteCard::trouble() const {
    return m_trouble->text();
}

} // namespace kairos::ui
