// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/actual_card.h"

#include "ui/plan/step_lists.h"

#include "ui/shared/card.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include <QVBoxLayout>

namespace kairos::ui {

ActualCard::ActualCard(QWidget* parent) : QWidget(parent), m_model(new ActualModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Plan against actual"), CardContent::Full, this);
    column->addWidget(card);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(px(14), 0, px(14), px(8));
    m_shares = makeParagraph({}, TextRole::Strong, Token::Text, card);
    words->addWidget(m_shares);
    card->body().addLayout(words);
    auto* table = new TableView(RowHeight::Dense, card);
    table->setAccessibleName(tr("Plan against actual"));
    table->setModel(m_model);
    table->setStretchColumns({0, 3});
    table->setFitsRows();
    card->body().addWidget(table);
    card->body().addStretch(1);
}

void ActualCard::showActual(const planning::PlanActual& actual) {
    m_model->setRows(actual.kinds);
    m_shares->setText(planning::shareWords(actual).join(QLatin1Char('\n')));
}

} // namespace kairos::ui
