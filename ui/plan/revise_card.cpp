// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/revise_card.h"

#include "ui/plan/plan_words.h"
#include "ui/plan/step_lists.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using record::PlanState;

ReviseCard::ReviseCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("What if"), CardContent::Padded, this)),
      m_moves(new CourseModel(CourseColumns::MovedSteps, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    build();
    buildStates();
}

void ReviseCard::build() {
    m_card->setSubtitle(tr("nothing is saved before you accept it"));
    auto* row = new QHBoxLayout;
    auto* label = new TextLabel(tr("First dose aims at"), TextRole::Body, Token::Text, m_card);
    m_start = new DateField(m_card);
    m_start->setAccessibleName(tr("First dose aims at"));
    m_start->setFixedWidth(px(220));
    label->setBuddy(m_start);
    m_words = makeParagraph({}, TextRole::Body, Token::Text2, m_card);
    m_accept =
        makeButton({.text = tr("Revise the plan"), .kind = ButtonKind::Primary, .icon = Icon::Check}, m_card);
    row->addWidget(label);
    row->addWidget(m_start);
    row->addWidget(m_words, 1);
    row->addWidget(m_accept);
    m_card->body().addLayout(row);
    m_table = new TableView(RowHeight::Dense, m_card);
    m_table->setAccessibleName(tr("Steps that would move"));
    m_table->setModel(m_moves);
    m_table->setStretchColumns({0, 1, 2});
    m_table->setFixedHeight(px(176));
    m_card->body().addWidget(m_table);
    connect(m_start, &DateField::valueChanged, this, &ReviseCard::showMoves);
    connect(m_accept, &QPushButton::clicked, this, &ReviseCard::accept);
}

void ReviseCard::buildStates() {
    auto* row = new QHBoxLayout;
    m_pause = makeButton({.text = tr("Pause the plan")}, m_card);
    m_resume = makeButton({.text = tr("Resume the plan")}, m_card);
    m_complete = makeButton({.text = tr("Complete the plan")}, m_card);
    m_stop = makeButton({.text = tr("Stop the plan"), .kind = ButtonKind::Danger}, m_card);
    auto* leave = makeButton({.text = tr("Close"), .kind = ButtonKind::Quiet}, m_card);
    for (QPushButton* button : {m_pause, m_resume, m_complete}) {
        row->addWidget(button);
    }
    row->addSpacing(px(24));
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(leave);
    m_card->body().addLayout(row);
    const auto question = [](const QString& title, const QString& text, const QString& verb) {
        return Question{.title = title, .text = text, .verb = verb, .needs = QuestionNeeds::Reason};
    };
    connect(m_pause, &QPushButton::clicked, this, [this, question] {
        changeState(PlanState::Paused, question(tr("Pause the plan?"),
                                                tr("Its windows run on; nothing is deleted."), tr("Pause")));
    });
    connect(m_resume, &QPushButton::clicked, this, [this, question] {
        changeState(PlanState::Active,
                    question(tr("Resume the plan?"), tr("Look over the windows afterwards."), tr("Resume")));
    });
    connect(m_complete, &QPushButton::clicked, this, [this, question] {
        changeState(PlanState::Completed,
                    question(tr("Complete the plan?"), tr("The course is over. It stays in the record."),
                             tr("Complete")));
    });
    connect(m_stop, &QPushButton::clicked, this, [this, question] {
        Question stop =
            question(tr("Stop the plan?"), tr("The course ends here. It stays in the record."), tr("Stop"));
        stop.kind = ButtonKind::Danger;
        changeState(PlanState::Stopped, stop);
    });
    connect(leave, &QPushButton::clicked, this, &ReviseCard::closeCard);
}

void ReviseCard::setPlan(const workflow::PlanView& view) {
    m_view = view;
    const bool isDraft = view.plan.state == PlanState::Draft;
    m_pause->setVisible(view.plan.state == PlanState::Active);
    m_resume->setVisible(view.plan.state == PlanState::Paused);
    m_complete->setVisible(!isDraft);
    if (!isHidden()) {
        showMoves();
    } else {
        m_start->setDate(view.plan.start);
    }
}

void ReviseCard::tryStart(int days) {
    if (!m_view) {
        return;
    }
    const QDate from = !isHidden() ? m_start->date().value_or(m_view->plan.start) : m_view->plan.start;
    show();
    m_start->setDate(from.addDays(days));
    showMoves();
    m_start->setFocus(Qt::OtherFocusReason);
}

void ReviseCard::closeCard() {
    hide();
    Q_EMIT closed();
}

void ReviseCard::showMoves() {
    if (isHidden()) {
        return; // Nothing is reckoned that nobody sees.
    }
    const auto start = m_start->date();
    m_accept->setEnabled(false);
    m_moves->setRows({});
    if (!m_view || !start) {
        m_words->setText(tr("Type a day."));
        return;
    }
    const auto course = workflow::PlanCare(m_context.practice).replanned(m_view->plan.id, *start);
    if (!course) {
        m_words->setText(course.error().sentence());
        return;
    }
    const auto moved = movedSteps(m_view->steps, *course);
    m_moves->setRows(moved);
    QStringList findings;
    for (const base::Finding& finding : course->findings) {
        findings.append(finding.text);
    }
    const QString counted = moved.isEmpty()
                                ? tr("No step would move.")
                                : tr("%n step(s) would move.", nullptr, static_cast<int>(moved.size()));
    m_words->setText(findings.isEmpty()
                         ? counted
                         : QStringLiteral("%1 %2").arg(counted, findings.mid(0, 2).join(QLatin1Char(' '))));
    m_words->setToken(findings.isEmpty() ? Token::Text2 : Token::Caution);
    m_accept->setEnabled(!moved.isEmpty() || *start != m_view->plan.start);
}

void ReviseCard::accept() {
    const auto start = m_start->date();
    if (!m_view || !start) {
        return;
    }
    const Question question{.title = tr("Take over revision %1?").arg(m_view->plan.revision + 1),
                            .text = tr("The windows change as shown; the revision is to be signed again."),
                            .verb = tr("Revise"),
                            .needs = QuestionNeeds::Reason};
    m_context.questions.ask(
        question, *this, [this, id = m_view->plan.id, day = *start](const Answer& answer) {
            const auto outcome = workflow::PlanCare(m_context.practice).revise(id, day, answer.reason);
            if (outcome) {
                hide();
                Q_EMIT saved();
            }
            return outcome;
        });
}

void ReviseCard::changeState(PlanState state, const Question& question) {
    if (!m_view) {
        return;
    }
    m_context.questions.ask(question, *this, [this, id = m_view->plan.id, state](const Answer& answer) {
        const auto outcome = workflow::PlanCare(m_context.practice).setState(id, state, answer.reason);
        if (outcome) {
            hide();
            Q_EMIT saved();
        }
        return outcome;
    });
}

} // namespace kairos::ui
