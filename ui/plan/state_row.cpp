// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/state_row.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using record::PlanState;

StateRow::StateRow(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pause(makeButton({.text = tr("Pause the plan")}, this)),
      m_resume(makeButton({.text = tr("Resume the plan")}, this)),
      m_complete(makeButton({.text = tr("Complete the plan")}, this)),
      m_stop(makeButton({.text = tr("Stop the plan"), .kind = ButtonKind::Danger}, this)),
      m_notYet(makeParagraph({}, TextRole::Caption, Token::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    column->addLayout(row);
    column->addWidget(m_notYet);
    for (QPushButton* button : {m_pause, m_resume, m_complete}) {
        row->addWidget(button);
    }
    row->addSpacing(px(24));
    row->addWidget(m_stop);
    row->addStretch(1);
    connect(m_pause, &QPushButton::clicked, this, &StateRow::pause);
    connect(m_resume, &QPushButton::clicked, this, &StateRow::resume);
    connect(m_complete, &QPushButton::clicked, this, &StateRow::complete);
    connect(m_stop, &QPushButton::clicked, this, &StateRow::stop);
}

void StateRow::setPlan(const workflow::PlanView& view) {
    m_view = view;
    const PlanState state = view.plan.state;
    const bool isOver = state == PlanState::Completed || state == PlanState::Stopped;
    m_pause->setVisible(state == PlanState::Active);
    m_resume->setVisible(state == PlanState::Paused || isOver);
    m_resume->setText(isOver ? tr("Take the plan up again") : tr("Resume the plan"));
    const bool canEnd = state == PlanState::Active || state == PlanState::Paused;
    m_complete->setVisible(canEnd);
    m_stop->setVisible(!isOver);
    // Said before a reason is typed in vain, and beside the button: a tooltip is not for the keyboard.
    const QString booked = canEnd ? bookedWords() : QString();
    const QString notYet =
        booked.isEmpty() ? QString()
                         : tr("To complete the plan, first hold or cancel what is booked: %1.").arg(booked);
    setButtonBlockedBy(*m_complete, notYet);
    m_notYet->setText(notYet);
    m_notYet->setVisible(!notYet.isEmpty());
}

int StateRow::bookedCount() const {
    const auto booked = workflow::PlanCare(m_context.practice).bookedSteps(m_view->plan.id);
    return booked ? static_cast<int>(booked->size()) : 0;
}

int StateRow::openCount() const {
    int open = 0;
    for (const workflow::StepRow& row : m_view->steps) {
        open += row.step.doneBy || row.step.waivedBy ? 0 : 1;
    }
    return open;
}

QString StateRow::bookedWords() const {
    const auto booked = workflow::PlanCare(m_context.practice).bookedSteps(m_view->plan.id);
    QStringList words;
    for (const record::PlanStep& step : booked ? *booked : QList<record::PlanStep>()) {
        words.append(QStringLiteral("%1, %2 %3")
                         .arg(step.title, dayText(step.booked->date), timeText(step.booked->time)));
    }
    return words.join(QStringLiteral("; "));
}

void StateRow::pause() {
    const int booked = bookedCount();
    const QString stays =
        booked == 0 ? tr("Nothing is booked.")
                    : tr("%n appointment(s) stay booked until somebody cancels them: %1.", nullptr, booked)
                          .arg(bookedWords());
    ask(PlanState::Paused, {.title = tr("Pause the plan?"),
                            .text = tr("No rating falls due and the course counts as resting; its windows "
                                       "run on, and resuming shows "
                                       "what would move. %1")
                                        .arg(stays),
                            .verb = tr("Pause"),
                            .needs = QuestionNeeds::Reason});
}

void StateRow::resume() {
    const bool isPaused = m_view->plan.state == PlanState::Paused;
    ask(PlanState::Active,
        {.title = isPaused ? tr("Resume the plan?") : tr("Take this plan up again?"),
         .text =
             tr("It becomes the patient's active plan. Its windows stay where they are until you accept what "
                "planning on from today would change."),
         .verb = isPaused ? tr("Resume") : tr("Take up"),
         .needs = QuestionNeeds::Reason});
}

void StateRow::complete() {
    const int open = openCount();
    const QString rest = open == 0 ? tr("Every step was done or waived.")
                                   : tr("%n step(s) were not done and stay so in the record.", nullptr, open);
    ask(PlanState::Completed,
        {.title = tr("Complete the plan?"),
         .text = tr("The course is over as planned; it stays in the record, read-only. %1").arg(rest),
         .verb = tr("Complete"),
         .needs = QuestionNeeds::Reason});
}

void StateRow::stop() {
    const int booked = bookedCount();
    const QString ends =
        booked == 0
            ? tr("Nothing is booked.")
            : tr("%n appointment(s) are cancelled with this reason: %1.", nullptr, booked).arg(bookedWords());
    ask(PlanState::Stopped,
        {.title = tr("Stop the plan?"),
         .text = tr("The course ends here; it stays in the record, read-only. %1").arg(ends),
         .verb = tr("Stop"),
         .kind = ButtonKind::Danger,
         .needs = QuestionNeeds::Reason});
}

void StateRow::ask(PlanState state, const Question& question) {
    m_context.questions.ask(question, *this, [this, id = m_view->plan.id, state](const Answer& answer) {
        const auto outcome = workflow::PlanCare(m_context.practice).setState(id, state, answer.reason);
        if (outcome) {
            Q_EMIT saved();
        }
        return outcome;
    });
}

} // namespace kairos::ui
