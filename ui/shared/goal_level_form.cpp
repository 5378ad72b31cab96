// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/goal_level_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/segments.h"
#include "ui/shared/session_words.h"
#include "ui/shared/text_label.h"

#include "core/therapy/goal_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using therapy::goalLevelText;

namespace {

/// A session in which a level may have been set.
struct SessionChoice {
    record::SessionId id;
    QString text;
    base::Instant at;
};

/// What was begun, newest first.
QList<SessionChoice> sessionChoices(workflow::OpenPractice& practice, const record::PatientId& patient) {
    QList<SessionChoice> choices;
    const workflow::SessionDesk desk(practice);
    const auto day = [&](const base::Instant& at) { return plainDateText(at.local(practice.zone()).date()); };
    if (const auto therapy = desk.therapyOf(patient)) {
        for (const record::TherapySession& session : *therapy) {
            if (session.startedAt) {
                choices.append({session.id,
                                GoalLevelForm::tr("%1 on %2")
                                    .arg(therapyTypeText(session.type), day(*session.startedAt)),
                                *session.startedAt});
            }
        }
    }
    if (const auto dosing = desk.dosingOf(patient)) {
        for (const record::DosingSession& session : *dosing) {
            if (session.startedAt) {
                choices.append({session.id,
                                GoalLevelForm::tr("Dose %1 on %2")
                                    .arg(QString::number(session.number), day(*session.startedAt)),
                                *session.startedAt});
            }
        }
    }
    std::sort(choices.begin(), choices.end(),
              [](const SessionChoice& a, const SessionChoice& b) { return b.at < a.at; });
    return choices;
}

constexpr int kDayRole = Qt::UserRole + 1;

} // namespace

GoalLevelForm::GoalLevelForm(const PageContext& context, QWidget* parent)
    : DraftedForm(context, parent),
      m_title(makeParagraph({}, TextRole::Section, Token::Text, this)),
      m_levels(new Segments(tr("Level reached"), {}, this)),
      m_words(makeParagraph({}, TextRole::Body, Token::Text2, this)),
      m_where(new QWidget(this)),
      m_on(new DateField(this)),
      m_session(new QComboBox(this)),
      m_remark(new QLineEdit(this)) {
    build();
    watch({m_levels, m_session, m_remark, m_on});
    hide();
}

void GoalLevelForm::build() {
    for (int level = record::kLowestGoalLevel; level <= record::kHighestGoalLevel; ++level) {
        m_levels->addChoice(goalLevelText(level));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(&restoredLine());
    column->addWidget(m_title);
    auto* scale = new QHBoxLayout;
    scale->setSpacing(px(12));
    scale->addWidget(m_levels);
    scale->addWidget(m_words, 1);
    column->addLayout(scale);
    auto* row = new QHBoxLayout(m_where);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    row->addWidget(new Field(tr("Set in"), m_session, this), 3);
    row->addWidget(new Field(tr("Reached on"), m_on, this), 2);
    column->addWidget(m_where);
    column->addWidget(new Field(tr("Remark"), m_remark, this));
    column->addWidget(&troubleLine());
    auto* buttons = new QHBoxLayout;
    auto* leaveButton = makeButton({.text = tr("Not now")}, this);
    auto* saveButton = makeButton({.text = tr("Save the level"), .icon = Icon::Check}, this);
    buttons->addStretch(1);
    buttons->addWidget(leaveButton);
    buttons->addWidget(saveButton);
    column->addLayout(buttons);
    connect(m_levels, &Segments::chosen, this, &GoalLevelForm::showWords);
    connect(m_session, &QComboBox::currentIndexChanged, this, &GoalLevelForm::takeSessionDay);
    connect(m_remark, &QLineEdit::returnPressed, this, &GoalLevelForm::save);
    connect(leaveButton, &QPushButton::clicked, this, &GoalLevelForm::leave);
    connect(saveButton, &QPushButton::clicked, this, &GoalLevelForm::save);
}

QString GoalLevelForm::draftForm(const std::optional<record::SessionId>& session) {
    return session ? QStringLiteral("goal-level.%1").arg(session->toString()) : QStringLiteral("goal-level");
}

QWidget& GoalLevelForm::firstField() {
    return *m_levels;
}

QJsonObject GoalLevelForm::state() const {
    return {{QStringLiteral("level"), m_levels->current()},
            {QStringLiteral("session"), m_session->currentData().toString()},
            {QStringLiteral("on"), m_on->text()},
            {QStringLiteral("remark"), m_remark->text()}};
}

void GoalLevelForm::setState(const QJsonObject& state) {
    m_levels->setCurrent(state.value(QLatin1String("level")).toInt());
    const QString session = state.value(QLatin1String("session")).toString();
    m_session->setCurrentIndex(session.isEmpty() ? 0 : std::max(0, m_session->findData(session)));
    m_on->setText(state.value(QLatin1String("on")).toString());
    m_remark->setText(state.value(QLatin1String("remark")).toString());
    showWords();
}

void GoalLevelForm::open(const workflow::GoalRow& row, std::optional<record::SessionId> session) {
    m_row = row;
    m_title->setText(tr("How far has \"%1\" come?").arg(row.goal.text));
    const int level = row.latest() != nullptr ? row.latest()->level : row.goal.baseline.value_or(0);
    m_levels->setCurrent(level - record::kLowestGoalLevel);
    m_on->setDate(practice().today());
    m_remark->clear();
    hideTrouble();
    fillSessions(row.goal.patient, session);
    m_fixedSession = session;
    m_where->setVisible(!session); // In a session its day is plain.
    showWords();
    beginDraft(draftForm(session), row.goal.id.uuid);
    show();
    firstField().setFocus(Qt::OtherFocusReason);
}

void GoalLevelForm::fillSessions(const record::PatientId& patient,
                                 const std::optional<record::SessionId>& chosen) {
    m_session->clear();
    m_session->addItem(tr("outside a session"));
    for (const SessionChoice& choice : sessionChoices(practice(), patient)) {
        m_session->addItem(choice.text, choice.id.toString());
        m_session->setItemData(m_session->count() - 1, choice.at.local(practice().zone()).date(), kDayRole);
    }
    const int index = chosen ? m_session->findData(chosen->toString()) : 0;
    m_session->setCurrentIndex(std::max(0, index));
}

void GoalLevelForm::takeSessionDay() {
    const QVariant day = m_session->currentData(kDayRole);
    if (day.isValid()) {
        m_on->setDate(day.toDate());
    }
}

void GoalLevelForm::showWords() {
    const int level = m_levels->current() + record::kLowestGoalLevel;
    m_words->setText(QStringLiteral("%1: %2").arg(therapy::goalLevelMeaning(level),
                                                  therapy::goalLevelWords(m_row.goal, level)));
}

void GoalLevelForm::save() {
    record::GoalAttainment attained;
    attained.goal = m_row.goal.id;
    attained.level = m_levels->current() + record::kLowestGoalLevel;
    attained.on = m_on->date().value_or(QDate());
    attained.session =
        m_fixedSession ? m_fixedSession : record::SessionId::fromString(m_session->currentData().toString());
    attained.remark = m_remark->text();
    const auto kept = workflow::GoalCare(practice()).rate(attained, draftKeys());
    if (!kept) {
        showTrouble(kept.error());
        return;
    }
    finishDraft();
    offerUndo(*kept, attained.level);
    hide();
    Q_EMIT saved();
}

void GoalLevelForm::offerUndo(const record::GoalAttainmentId& id, int level) {
    if (context().undo == nullptr) {
        return;
    }
    context().undo->offerUndo(
        {tr("Level %1 was saved.").arg(goalLevelText(level)), [&practice = practice(), id] {
             return workflow::GoalCare(practice).withdrawLevel(
                 id, GoalLevelForm::tr("taken back right after saving"));
         }});
}

} // namespace kairos::ui
