// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/session_goals_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/goal_level_form.h"
#include "ui/shared/goal_table.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

SessionGoalsCard::SessionGoalsCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Goals"), CardContent::Full, this)),
      m_model(new GoalTable(this)),
      m_table(new TableView(RowHeight::Dense, m_card)),
      m_level(makeButton({.text = tr("Set the level"), .icon = Icon::Check}, m_card)),
      m_form(new GoalLevelForm(context, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->addToTitle(m_level);
    m_table->setAccessibleName(tr("Goals"));
    m_table->setModel(m_model);
    for (int hidden :
         {GoalTable::Measure, GoalTable::Due, GoalTable::Weight, GoalTable::Baseline, GoalTable::State}) {
        m_table->setColumnHidden(hidden, true);
    }
    m_table->setStretchColumns({GoalTable::Goal});
    m_table->setFitsRows();
    m_card->body().addWidget(m_table);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(px(14), px(4), px(14), px(4));
    below->addWidget(m_form);
    m_card->body().addLayout(below);
    connect(m_level, &QPushButton::clicked, this, &SessionGoalsCard::setLevel);
    connect(m_table, &TableView::rowOpened, this, &SessionGoalsCard::setLevel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SessionGoalsCard::showButton);
    connect(m_form, &GoalLevelForm::saved, this, [this] {
        refresh();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &GoalLevelForm::closed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_form, &GoalLevelForm::draftKept, this, &SessionGoalsCard::draftKept);
    connect(m_form, &GoalLevelForm::draftSettled, this, &SessionGoalsCard::draftSettled);
    hide();
}

void SessionGoalsCard::showFor(const record::TherapySession& session) {
    m_session = session;
    refresh();
}

bool SessionGoalsCard::keepDraft() {
    return m_form->isHidden() || m_form->keepDraft();
}

void SessionGoalsCard::refresh() {
    const bool isOff =
        m_session.state == record::SessionState::Cancelled || m_session.state == record::SessionState::NoShow;
    if (!m_session.plan || isOff) {
        hide();
        return;
    }
    const auto view = workflow::GoalCare(m_context.practice).view(*m_session.plan);
    QList<workflow::GoalRow> rows;
    if (view) {
        std::copy_if(
            view->rows.begin(), view->rows.end(), std::back_inserter(rows),
            [](const workflow::GoalRow& row) { return row.goal.state != record::GoalState::Dropped; });
    }
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->setRows(rows);
    setVisible(!rows.isEmpty());
    if (!rows.isEmpty()) {
        m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    }
    showButton();
}

QString SessionGoalsCard::whyNot() const {
    const int row = m_table->currentIndex().row();
    if (!m_session.startedAt && m_session.booked.date > m_context.practice.today()) {
        return tr("The session is still to come.");
    }
    if (row < 0 || row >= m_model->rowCount() || m_model->rowAt(row).goal.levels.isEmpty()) {
        return tr("Its five levels are described on the plan page first.");
    }
    return {};
}

void SessionGoalsCard::showButton() {
    setButtonBlockedBy(*m_level, whyNot());
}

void SessionGoalsCard::setLevel() {
    if (whyNot().isEmpty() && (m_form->isHidden() || m_form->closeForm())) {
        m_form->open(m_model->rowAt(m_table->currentIndex().row()), m_session.id);
    }
}

} // namespace kairos::ui
