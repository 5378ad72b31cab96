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

#include <QVBoxLayout>

namespace kairos::ui {

WasteCard::WasteCard(DosingController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_card = new Card({}, CardContent::Padded, this);
    column->addWidget(m_card);
    m_witness = new SecondPersonForm(tr("Witness"), controller.context().practice, m_card);
    auto* waste = makeButton({.text = tr("Write the waste")}, m_card);
    waste->setToolTip(tr("Another volume, or later: on the page Ledger."));
    m_card->body().addWidget(m_witness);
    // Beside the fields it would make the column wider than a small screen has room for.
    m_card->body().addWidget(waste, 0, Qt::AlignRight);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, m_card);
    m_trouble->hide();
    m_card->body().addWidget(m_trouble);
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
        m_figures =
            tr("Waste %1 (%2)").arg(stock::mlText(m_rest), stock::mgText(stock::drugIn(lot->vial, m_rest)));
        m_card->setTitle(m_figures);
        m_card->setSubtitle(tr("the rest of the vial, lot %1").arg(lot->vial.lot));
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
    return m_figures;
}

QString WasteCard::trouble() const {
    return m_trouble->text();
}

} // namespace kairos::ui
