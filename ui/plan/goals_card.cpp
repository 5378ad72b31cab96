// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/goals_card.h"

#include "ui/plan/goal_drafts.h"
#include "ui/plan/goal_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/goal_level_form.h"
#include "ui/shared/goal_table.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/therapy/goal_rules.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

GoalsCard::GoalsCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Goals"), CardContent::Full, this)),
      m_model(new GoalTable(this)),
      m_table(new TableView(RowHeight::Table, m_card)),
      m_empty(new EmptyState(Icon::Target, tr("No goal is written down."),
                             tr("Write the first one with the patient: what, by when, and how you will both "
                                "tell."),
                             m_card)),
      m_detail(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_basis(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_actions(new QWidget(m_card)),
      m_add(makeButton({.text = tr("Add a goal"), .icon = Icon::Plus}, m_card)),
      m_workOut(makeButton({.text = tr("Work it out"), .icon = Icon::Note}, m_actions)),
      m_level(makeButton({.text = tr("Set the level reached"), .icon = Icon::Check}, m_actions)),
      m_below(new QVBoxLayout),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    build();
    connectParts();
}

void GoalsCard::build() {
    m_card->addToTitle(m_add);
    m_table->setAccessibleName(tr("Goals"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({GoalTable::Goal, GoalTable::Measure});
    m_table->setFitsRows();
    m_card->body().addWidget(m_table);
    m_card->body().addWidget(m_empty);
    m_below->setContentsMargins(px(14), px(8), px(14), px(4));
    m_below->setSpacing(px(8));
    m_trouble->hide();
    m_below->addWidget(m_trouble);
    m_below->addWidget(buildLeft());
    m_below->addWidget(m_detail);
    m_below->addWidget(m_basis);
    auto* row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_workOut);
    row->addWidget(m_level);
    row->addStretch(1);
    row->addWidget(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("work it out")},
                                 {keyText(QKeySequence(Qt::Key_L)), tr("set the level")}},
                                m_actions));
    m_below->addWidget(m_actions);
    m_card->body().addLayout(m_below);
}

QWidget* GoalsCard::buildLeft() {
    m_left = new QWidget(m_card);
    auto* row = new QHBoxLayout(m_left);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_leftWords = makeParagraph({}, TextRole::Body, Token::Text, m_left);
    auto* goOnButton = makeButton({.text = tr("Go on with it"), .icon = Icon::Note}, m_left);
    row->addWidget(new StatusChip({ChipKind::Draft, chipWord(ChipKind::Draft), {}, {}}, m_left));
    row->addWidget(m_leftWords, 1);
    row->addWidget(goOnButton);
    m_left->hide();
    connect(goOnButton, &QPushButton::clicked, this, &GoalsCard::goOn);
    return m_left;
}

record::Goal GoalsCard::blank() const {
    record::Goal goal;
    goal.patient = m_patient;
    goal.plan = m_plan;
    return goal;
}

void GoalsCard::showLeft() {
    const bool isTyping =
        (m_form != nullptr && !m_form->isHidden()) || (m_levelForm != nullptr && !m_levelForm->isHidden());
    const auto left = isTyping ? QList<LeftGoal>() : leftGoals(m_context.practice, blank(), m_view.rows);
    m_left->setVisible(!left.isEmpty());
    if (left.isEmpty()) {
        return;
    }
    const LeftGoal& newest = left.first();
    const QString when = dateTimeText(newest.at, m_context.practice.zone());
    QString words = newest.isLevel ? tr("The level of \"%1\" was not saved (%2).").arg(newest.words, when)
                    : newest.words.trimmed().isEmpty()
                        ? tr("A goal without words yet was not saved (%1).").arg(when)
                        : tr("\"%1\" was not saved (%2).").arg(newest.words.trimmed(), when);
    if (left.size() > 1) {
        words += QLatin1Char(' ') + tr("%n more after it.", nullptr, static_cast<int>(left.size()) - 1);
    }
    m_leftWords->setText(words);
}

void GoalsCard::goOn() {
    const auto left = leftGoals(m_context.practice, blank(), m_view.rows);
    if (left.isEmpty() || !closeForms()) {
        return;
    }
    const LeftGoal& newest = left.first();
    if (newest.isLevel) {
        for (const workflow::GoalRow& row : std::as_const(m_view.rows)) {
            if (row.goal.id == newest.goal.id) {
                levelForm().open(row);
            }
        }
    } else {
        form().open(newest.goal);
    }
    showLeft();
}

void GoalsCard::connectParts() {
    connect(m_add, &QPushButton::clicked, this, &GoalsCard::add);
    connect(m_workOut, &QPushButton::clicked, this, &GoalsCard::workOut);
    connect(m_level, &QPushButton::clicked, this, &GoalsCard::setLevel);
    connect(m_table, &TableView::rowOpened, this, &GoalsCard::workOut);
    auto* level = new QShortcut(QKeySequence(Qt::Key_L), m_table);
    level->setContext(Qt::WidgetShortcut);
    connect(level, &QShortcut::activated, this, &GoalsCard::setLevel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GoalsCard::showDetail);
}

GoalForm& GoalsCard::form() {
    if (m_form == nullptr) {
        m_form = new GoalForm(m_context, m_card);
        m_below->addWidget(m_form);
        connect(m_form, &GoalForm::saved, this, &GoalsCard::leaveForm);
        connect(m_form, &GoalForm::closed, this, &GoalsCard::leaveForm);
        connect(m_form, &GoalForm::draftKept, this, &GoalsCard::draftKept);
        connect(m_form, &GoalForm::draftSettled, this, &GoalsCard::draftSettled);
    }
    return *m_form;
}

GoalLevelForm& GoalsCard::levelForm() {
    if (m_levelForm == nullptr) {
        m_levelForm = new GoalLevelForm(m_context, m_card);
        m_below->addWidget(m_levelForm);
        connect(m_levelForm, &GoalLevelForm::saved, this, &GoalsCard::leaveForm);
        connect(m_levelForm, &GoalLevelForm::closed, this, &GoalsCard::leaveForm);
        connect(m_levelForm, &GoalLevelForm::draftKept, this, &GoalsCard::draftKept);
        connect(m_levelForm, &GoalLevelForm::draftSettled, this, &GoalsCard::draftSettled);
    }
    return *m_levelForm;
}

void GoalsCard::leaveForm() {
    refresh();
    QWidget* next = m_table->isHidden() ? static_cast<QWidget*>(m_add) : m_table;
    next->setFocus(Qt::OtherFocusReason);
}

bool GoalsCard::closeForms() {
    const bool isKept = m_form == nullptr || m_form->isHidden() || m_form->closeForm();
    return (m_levelForm == nullptr || m_levelForm->isHidden() || m_levelForm->closeForm()) && isKept;
}

bool GoalsCard::keepDrafts() {
    const bool isKept = m_form == nullptr || m_form->isHidden() || m_form->keepDraft();
    return (m_levelForm == nullptr || m_levelForm->isHidden() || m_levelForm->keepDraft()) && isKept;
}

void GoalsCard::showGoals(const record::PlanId& plan, const record::PatientId& patient) {
    if (plan != m_plan && !closeForms()) {
        return;
    }
    m_plan = plan;
    m_patient = patient;
    refresh();
}

void GoalsCard::refresh() {
    auto view = workflow::GoalCare(m_context.practice).view(m_plan);
    m_trouble->setVisible(!view.has_value());
    if (!view) {
        m_trouble->setText(view.error().sentence());
        return;
    }
    m_view = std::move(*view);
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->setRows(m_view.rows);
    const bool isEmpty = m_view.rows.isEmpty();
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_actions->setVisible(!isEmpty);
    if (!isEmpty) {
        m_table->selectRow(std::min(row, m_model->rowCount() - 1));
    }
    m_card->setSubtitle(isEmpty ? QString() : attainmentText(m_view.summary));
    const auto& rules = therapy::GoalRules::builtIn();
    m_basis->setText(tr("T-score: %1 (%2). A change of %3 points is %4 (%5).")
                         .arg(rules.correlationSource, base::confidenceMark(rules.correlationConfidence),
                              QString::number(rules.usefulChange), rules.usefulSource,
                              base::confidenceMark(rules.usefulConfidence)));
    m_basis->setVisible(m_view.summary.score.has_value());
    showDetail();
    showLeft();
}

const workflow::GoalRow* GoalsCard::chosen() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_view.rows.size() ? &m_view.rows.at(row) : nullptr;
}

void GoalsCard::choose(const QString& id) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_view.rows.at(row).goal.id.toString() == id) {
            m_table->selectRow(row);
        }
    }
}

void GoalsCard::showDetail() {
    const auto* row = chosen();
    m_detail->setText(row != nullptr ? goalDetailText(*row) : QString());
    m_detail->setVisible(!m_detail->text().isEmpty());
    const bool hasLevels = row != nullptr && !row->goal.levels.isEmpty();
    setButtonBlockedBy(*m_level, hasLevels ? QString() : tr("Describe its five levels first."));
}

void GoalsCard::add() {
    if (closeForms()) {
        form().open(blank());
        showLeft();
    }
}

void GoalsCard::workOut() {
    if (const auto* row = chosen(); row != nullptr && closeForms()) {
        form().open(row->goal);
        showLeft();
    }
}

void GoalsCard::setLevel() {
    if (const auto* row = chosen(); row != nullptr && m_level->isEnabled() && closeForms()) {
        levelForm().open(*row);
        showLeft();
    }
}

} // namespace kairos::ui
