// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/goal_form.h"

#include "ui/plan/goal_drafts.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/text_label.h"

#include "core/therapy/goal_words.h"
#include "core/workflow/goal_care.h"
#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace kairos::ui {

using record::GoalState;
using therapy::goalLevelMeaning;
using therapy::goalLevelText;

namespace {

constexpr double kMostWeight = 100; // beyond it a key slipped; nothing clinical hangs on it

const QString kLevels = QStringLiteral("levels");

} // namespace

GoalForm::GoalForm(const PageContext& context, QWidget* parent) : DraftedForm(context, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(&restoredLine());
    auto* halves = new QHBoxLayout;
    halves->setSpacing(px(24));
    halves->addWidget(buildSmart(), 1, Qt::AlignTop);
    halves->addWidget(buildScale(), 1, Qt::AlignTop);
    column->addLayout(halves);
    buildFoot(*column);
    for (QLineEdit* edit : findChildren<QLineEdit*>()) {
        watch({edit});
    }
    for (QComboBox* box : findChildren<QComboBox*>()) {
        watch({box});
    }
    hide();
}

QWidget* GoalForm::buildSmart() {
    m_smart = new FormSection({}, this);
    m_text = new QLineEdit(m_smart);
    m_smart->addField(tr("Goal, in the patient's own words"), m_text)
        ->setRequired(tr("Type what the patient wants"));
    m_measure = new QLineEdit(m_smart);
    m_smart->addField(tr("Measured by"), m_measure)
        ->setHelp(tr("With a number, e.g. \"times in the pool in a week, 0 to 3\""));
    m_firstStep = new QLineEdit(m_smart);
    m_smart->addField(tr("First step"), m_firstStep)->setHelp(tr("Small enough for the next 48 hours"));
    m_relevance = new QLineEdit(m_smart);
    m_smart->addField(tr("Why it matters"), m_relevance)->setHelp(tr("The value or intention it serves"));
    m_domain = new QComboBox(m_smart);
    m_domain->addItem(tr("not chosen"));
    for (int domain = 1; domain <= static_cast<int>(record::GoalDomain::Meaning); ++domain) {
        m_domain->addItem(therapy::goalDomainText(static_cast<record::GoalDomain>(domain)), domain);
    }
    m_due = new DateField(m_smart);
    m_smart->addPair(new Field(tr("By, date"), m_due), new Field(tr("Part of life"), m_domain));
    m_state = new QComboBox(m_smart);
    m_state->addItem(tr("active"), static_cast<int>(GoalState::Active));
    m_state->addItem(tr("met"), static_cast<int>(GoalState::Met));
    m_state->addItem(tr("partly met"), static_cast<int>(GoalState::Partly));
    m_state->addItem(tr("dropped"), static_cast<int>(GoalState::Dropped));
    m_reason = new QLineEdit(m_smart);
    m_smart->addPair(new Field(tr("State"), m_state), new Field(tr("Why it was dropped"), m_reason));
    connect(m_state, &QComboBox::currentIndexChanged, this, [this] {
        m_reason->setEnabled(m_state->currentData().toInt() == static_cast<int>(GoalState::Dropped));
    });
    m_reason->setEnabled(false);
    return m_smart;
}

QWidget* GoalForm::buildScale() {
    m_scale = new FormSection({}, this);
    for (int index = 0; index < record::kGoalLevels; ++index) {
        const int level = index + record::kLowestGoalLevel;
        m_levels.at(static_cast<size_t>(index)) = new QLineEdit(m_scale);
        m_scale->addField(tr("%1, %2").arg(goalLevelText(level), goalLevelMeaning(level)),
                          m_levels.at(static_cast<size_t>(index)));
    }
    m_weight = new NumberField({}, 0, m_scale);
    m_weight->setPossible(1, kMostWeight);
    auto* weight = new Field(tr("Weight"), m_weight);
    weight->setHelp(tr("1 or more; often importance times difficulty, each 1 to 3"));
    weight->setCheck([this] {
        const auto value = m_weight->value();
        return value && *value != std::floor(*value) ? tr("Type a whole number") : QString();
    });
    m_baseline = new QComboBox(m_scale);
    m_baseline->addItem(tr("not set"));
    for (int level = record::kLowestGoalLevel; level <= record::kHighestGoalLevel; ++level) {
        m_baseline->addItem(goalLevelText(level), level);
    }
    auto* baseline = new Field(tr("Level at baseline"), m_baseline);
    baseline->setHelp(tr("Usually −1 or −2; written before the first dose"));
    m_scale->addPair(weight, baseline);
    return m_scale;
}

void GoalForm::buildFoot(QVBoxLayout& column) {
    column.addWidget(&troubleLine());
    auto* buttons = new QHBoxLayout;
    auto* leaveButton = makeButton({.text = tr("Not now")}, this);
    auto* saveButton = makeButton({.text = tr("Save the goal"), .icon = Icon::Check}, this);
    buttons->addStretch(1);
    buttons->addWidget(leaveButton);
    buttons->addWidget(saveButton);
    column.addLayout(buttons);
    connect(leaveButton, &QPushButton::clicked, this, &GoalForm::leave);
    connect(saveButton, &QPushButton::clicked, this, &GoalForm::save);
}

void GoalForm::open(const record::Goal& goal) {
    m_goal = goal;
    m_text->setText(goal.text);
    m_measure->setText(goal.measure);
    m_firstStep->setText(goal.firstStep);
    m_relevance->setText(goal.relevance);
    m_domain->setCurrentIndex(goal.domain ? m_domain->findData(static_cast<int>(*goal.domain)) : 0);
    m_due->setDate(goal.due.isValid() ? std::optional(goal.due) : std::nullopt);
    for (int index = 0; index < record::kGoalLevels; ++index) {
        m_levels.at(static_cast<size_t>(index))->setText(goal.levels.value(index));
    }
    m_weight->setValue(goal.weight ? std::optional<double>(*goal.weight) : std::nullopt);
    m_baseline->setCurrentIndex(goal.baseline ? m_baseline->findData(*goal.baseline) : 0);
    m_state->setCurrentIndex(m_state->findData(static_cast<int>(goal.state)));
    m_reason->setText(goal.stateReason);
    hideTrouble();
    const GoalDraftForm form = goalDraftForm(goal);
    beginDraft(form.form, form.subject);
    show();
    firstField().setFocus(Qt::OtherFocusReason);
}

QWidget& GoalForm::firstField() {
    return *m_text;
}

QJsonObject GoalForm::state() const {
    // What does not read yet, e.g. half a date, is kept as it was typed.
    QJsonArray levels;
    for (const QLineEdit* edit : m_levels) {
        levels.append(edit->text());
    }
    return {{kGoalDraftText, m_text->text()},
            {QStringLiteral("measure"), m_measure->text()},
            {QStringLiteral("firstStep"), m_firstStep->text()},
            {QStringLiteral("relevance"), m_relevance->text()},
            {QStringLiteral("due"), m_due->text()},
            {QStringLiteral("domain"), m_domain->currentIndex()},
            {QStringLiteral("state"), m_state->currentIndex()},
            {QStringLiteral("reason"), m_reason->text()},
            {kLevels, levels},
            {QStringLiteral("weight"), m_weight->text()},
            {QStringLiteral("baseline"), m_baseline->currentIndex()}};
}

void GoalForm::setState(const QJsonObject& state) {
    const auto text = [&](const QString& key) { return state.value(key).toString(); };
    m_text->setText(text(kGoalDraftText));
    m_measure->setText(text(QStringLiteral("measure")));
    m_firstStep->setText(text(QStringLiteral("firstStep")));
    m_relevance->setText(text(QStringLiteral("relevance")));
    m_due->setText(text(QStringLiteral("due")));
    m_domain->setCurrentIndex(state.value(QLatin1String("domain")).toInt());
    m_state->setCurrentIndex(state.value(QLatin1String("state")).toInt());
    m_reason->setText(text(QStringLiteral("reason")));
    const QJsonArray levels = state.value(kLevels).toArray();
    for (int index = 0; index < record::kGoalLevels; ++index) {
        m_levels.at(static_cast<size_t>(index))->setText(levels.at(index).toString());
    }
    m_weight->setText(text(QStringLiteral("weight")));
    m_baseline->setCurrentIndex(state.value(QLatin1String("baseline")).toInt());
}

record::Goal GoalForm::typed() const {
    record::Goal goal = m_goal;
    goal.text = m_text->text();
    goal.measure = m_measure->text();
    goal.firstStep = m_firstStep->text();
    goal.relevance = m_relevance->text();
    const QVariant domain = m_domain->currentData();
    goal.domain =
        domain.isValid() ? std::optional(static_cast<record::GoalDomain>(domain.toInt())) : std::nullopt;
    goal.due = m_due->date().value_or(QDate());
    goal.levels.clear();
    for (const QLineEdit* edit : m_levels) {
        goal.levels.append(edit->text());
    }
    const auto weight = m_weight->value();
    goal.weight = weight ? std::optional(static_cast<int>(*weight)) : std::nullopt;
    const QVariant baseline = m_baseline->currentData();
    goal.baseline = baseline.isValid() ? std::optional(baseline.toInt()) : std::nullopt;
    goal.state = static_cast<GoalState>(m_state->currentData().toInt());
    goal.stateReason = m_reason->text();
    return goal;
}

void GoalForm::save() {
    // Both halves say at once what is wrong in them.
    const bool isSmartWell = m_smart->validate();
    if (!m_scale->validate() || !isSmartWell) {
        return;
    }
    const auto kept = workflow::GoalCare(practice()).save(typed(), draftKeys());
    if (!kept) {
        showTrouble(kept.error());
        return;
    }
    finishDraft();
    offerUndo(*kept);
    hide();
    Q_EMIT saved();
}

void GoalForm::offerUndo(const record::GoalId& id) {
    if (context().undo == nullptr) {
        return;
    }
    context().undo->offerUndo({tr("The goal was saved."), [&practice = practice(), id, former = m_goal] {
                                   workflow::GoalCare care(practice);
                                   return former.id.isNull() ? care.withdraw(id) : care.restore(former);
                               }});
}

} // namespace kairos::ui
