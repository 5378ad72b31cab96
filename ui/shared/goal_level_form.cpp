// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/goal_level_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/form_draft.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/therapy/goal_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
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

QString therapyText(record::TherapyType type) {
    switch (type) {
    case record::TherapyType::Preparation:
        return GoalLevelForm::tr("Preparation");
    case record::TherapyType::Integration:
        return GoalLevelForm::tr("Integration");
    case record::TherapyType::Therapy:
        return GoalLevelForm::tr("Therapy");
    case record::TherapyType::Other:
        return GoalLevelForm::tr("Session");
    case record::TherapyType::DosingSupport:
        return GoalLevelForm::tr("Dosing-day support");
    case record::TherapyType::PhoneContact:
        return GoalLevelForm::tr("Phone contact");
    case record::TherapyType::Group:
        return GoalLevelForm::tr("Group");
    }
    return {};
}

/// What was begun, newest first.
QList<SessionChoice> sessionChoices(workflow::OpenPractice& practice, const record::PatientId& patient) {
    QList<SessionChoice> choices;
    const workflow::SessionDesk desk(practice);
    const auto day = [&](const base::Instant& at) { return plainDateText(at.local(practice.zone()).date()); };
    if (const auto therapy = desk.therapyOf(patient)) {
        for (const record::TherapySession& session : *therapy) {
            if (session.startedAt) {
                choices.append(
                    {session.id,
                     GoalLevelForm::tr("%1 on %2").arg(therapyText(session.type), day(*session.startedAt)),
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
    : QWidget(parent),
      m_context(context),
      m_title(makeParagraph({}, TextRole::Section, Token::Text, this)),
      m_levels(new Segments(tr("Level reached"), {}, this)),
      m_words(makeParagraph({}, TextRole::Body, Token::Text2, this)),
      m_where(new QWidget(this)),
      m_on(new DateField(this)),
      m_session(new QComboBox(this)),
      m_remark(new QLineEdit(this)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)),
      m_restored(new QWidget(this)),
      m_restoredWords(makeParagraph({}, TextRole::Caption, Token::Text2, m_restored)),
      m_draft(new FormDraft(
          context.practice, [this] { return state(); }, this)) {
    build();
    watchTyping();
    hide();
}

void GoalLevelForm::build() {
    for (int level = record::kLowestGoalLevel; level <= record::kHighestGoalLevel; ++level) {
        m_levels->addChoice(goalLevelText(level));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* restored = new QHBoxLayout(m_restored);
    restored->setContentsMargins(0, 0, 0, 0);
    auto* afresh = makeButton({.text = tr("Start afresh"), .kind = ButtonKind::Quiet}, m_restored);
    restored->addWidget(m_restoredWords, 1);
    restored->addWidget(afresh);
    m_restored->hide();
    connect(afresh, &QPushButton::clicked, this, &GoalLevelForm::startAfresh);
    column->addWidget(m_restored);
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
    m_trouble->hide();
    column->addWidget(m_trouble);
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

void GoalLevelForm::watchTyping() {
    connect(m_levels, &Segments::chosen, m_draft, &FormDraft::touch);
    connect(m_session, &QComboBox::currentIndexChanged, m_draft, &FormDraft::touch);
    for (QLineEdit* edit : {m_remark, static_cast<QLineEdit*>(m_on)}) {
        connect(edit, &QLineEdit::textChanged, m_draft, &FormDraft::touch);
    }
    connect(m_draft, &FormDraft::kept, this, &GoalLevelForm::draftKept);
    connect(m_draft, &FormDraft::settled, this, &GoalLevelForm::draftSettled);
    connect(m_draft, &FormDraft::failed, this, &GoalLevelForm::showTrouble);
}

QString GoalLevelForm::draftForm(const std::optional<record::SessionId>& session) {
    return session ? QStringLiteral("goal-level.%1").arg(session->toString()) : QStringLiteral("goal-level");
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
    m_on->setDate(m_context.practice.today());
    m_remark->clear();
    m_trouble->hide();
    fillSessions(row.goal.patient, session);
    m_fixedSession = session;
    m_where->setVisible(!session); // In a session its day is plain.
    showWords();
    const auto left = m_draft->begin(draftForm(session), row.goal.id.uuid);
    m_restored->setVisible(left.has_value());
    if (left) {
        setState(left->typed);
        const BannerText words = restoredText(*left, m_context.practice.zone());
        m_restoredWords->setText(left->isStale ? words.text + QLatin1Char(' ') + words.source
                                               : words.title + QStringLiteral(". ") + words.source);
    }
    show();
    m_levels->setFocus(Qt::OtherFocusReason);
}

void GoalLevelForm::fillSessions(const record::PatientId& patient,
                                 const std::optional<record::SessionId>& chosen) {
    m_session->clear();
    m_session->addItem(tr("outside a session"));
    for (const SessionChoice& choice : sessionChoices(m_context.practice, patient)) {
        m_session->addItem(choice.text, choice.id.toString());
        m_session->setItemData(m_session->count() - 1, choice.at.local(m_context.practice.zone()).date(),
                               kDayRole);
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
    const auto kept = workflow::GoalCare(m_context.practice).rate(attained, {m_draft->key()});
    if (!kept) {
        showTrouble(kept.error());
        return;
    }
    m_draft->finish();
    offerUndo(*kept, attained.level);
    hide();
    Q_EMIT saved();
}

void GoalLevelForm::offerUndo(const record::GoalAttainmentId& id, int level) {
    if (m_context.undo == nullptr) {
        return;
    }
    auto& practice = m_context.practice;
    m_context.undo->offerUndo({tr("Level %1 was saved.").arg(goalLevelText(level)), [&practice, id] {
                                   return workflow::GoalCare(practice).withdrawLevel(
                                       id, GoalLevelForm::tr("taken back right after saving"));
                               }});
}

bool GoalLevelForm::keepDraft() {
    const auto kept = m_draft->keep();
    if (!kept) {
        showTrouble(kept.error());
    }
    return kept.has_value();
}

bool GoalLevelForm::closeForm() {
    const auto kept = m_draft->leave();
    if (!kept) {
        showTrouble(kept.error());
        return false;
    }
    hide();
    return true;
}

void GoalLevelForm::leave() {
    if (closeForm()) {
        Q_EMIT closed();
    }
}

void GoalLevelForm::startAfresh() {
    m_context.questions.confirm({.title = tr("Throw this draft away?"),
                                 .text = tr("The form shows again what is stored."),
                                 .verb = tr("Throw away"),
                                 .kind = ButtonKind::Danger},
                                *this, [this] {
                                    setState(m_draft->base());
                                    m_restored->hide();
                                    static_cast<void>(keepDraft());
                                    m_levels->setFocus(Qt::OtherFocusReason);
                                });
}

void GoalLevelForm::showTrouble(const base::Error& error) {
    m_trouble->setText(error.sentence());
    m_trouble->show();
}

void GoalLevelForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

QString GoalLevelForm::shownProblem() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

} // namespace kairos::ui
