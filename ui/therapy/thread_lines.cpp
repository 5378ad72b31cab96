// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/thread_lines.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"

#include "core/therapy/thread_words.h"
#include "core/workflow/goal_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/thread_care.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

bool isFor(ThreadPart part, TherapyType type) {
    switch (part) {
    case ThreadPart::Intention:
        return type == TherapyType::Preparation;
    case ThreadPart::Arose:
        return type == TherapyType::Integration;
    case ThreadPart::Meaning:
        return type != TherapyType::Preparation;
    }
    return false;
}

} // namespace

ThreadLines::ThreadLines(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_made(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_words(new QLineEdit(this)),
      m_due(new DateField(this)),
      m_goal(new QComboBox(this)),
      m_add(makeButton({.text = tr("Add commitment"), .icon = Icon::Plus}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    addLine(ThreadPart::Intention, tr("Intention, in the patient's words"));
    addLine(ThreadPart::Arose, tr("What arose, in the patient's words"));
    addLine(ThreadPart::Meaning, tr("What it means, in the patient's words"));
    column->addWidget(m_made);
    column->addWidget(new Field(tr("Commitment, in the patient's words"), m_words, this));
    m_goalField = new Field(tr("For the goal"), m_goal, this);
    column->addWidget(m_goalField);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(new Field(tr("By"), m_due, this), 1);
    row->addWidget(m_add, 0, Qt::AlignBottom);
    column->addLayout(row);
    for (QLineEdit* edit : {m_words, static_cast<QLineEdit*>(m_due)}) {
        connect(edit, &QLineEdit::textEdited, this, &ThreadLines::typed);
        connect(edit, &QLineEdit::returnPressed, this, &ThreadLines::addCommitment);
    }
    connect(m_add, &QPushButton::clicked, this, &ThreadLines::addCommitment);
}

void ThreadLines::addLine(ThreadPart part, const QString& label) {
    auto* edit = new QLineEdit(this);
    auto* field = new Field(label, edit, this);
    qobject_cast<QVBoxLayout*>(layout())->addWidget(field);
    m_lines.append({part, edit, field, {}});
    connect(edit, &QLineEdit::textEdited, this, &ThreadLines::typed);
    connect(edit, &QLineEdit::editingFinished, this, [this, part] { saveLine(lineOf(part)); });
}

ThreadLines::Line& ThreadLines::lineOf(ThreadPart part) {
    return *std::find_if(m_lines.begin(), m_lines.end(),
                         [part](const Line& line) { return line.part == part; });
}

QLineEdit& ThreadLines::lineEdit(ThreadPart part) {
    return *lineOf(part).edit;
}

void ThreadLines::showThread(const TherapySession& session, const workflow::SessionThread& thread) {
    m_session = session.id;
    for (Line& line : m_lines) {
        const bool isTyped = line.edit->text().trimmed() != line.storedWords();
        const auto known = std::find_if(thread.lines.begin(), thread.lines.end(),
                                        [&](const ThreadLine& stored) { return stored.part == line.part; });
        line.stored = known == thread.lines.end() ? std::nullopt : std::optional(*known);
        if (!isTyped && line.edit->text() != line.storedWords()) {
            line.edit->setText(line.storedWords());
        }
        line.field->setVisible(isFor(line.part, session.type) || line.stored);
    }
    if (thread.lastDose) {
        const QString dose = tr("Dose %1").arg(thread.lastDose->number);
        lineOf(ThreadPart::Arose)
            .field->setHelp(thread.arose.isEmpty()
                                ? tr("%1: no observation was noted").arg(dose)
                                : tr("%1: %2").arg(dose, thread.arose.join(QStringLiteral(", "))));
    }
    QStringList made;
    for (const Commitment& commitment : thread.made) {
        made.append(tr("“%1”, by %2").arg(commitment.words, dayText(commitment.due)));
    }
    m_made->setText(made.join(QLatin1Char('\n')));
    m_made->setVisible(!made.isEmpty());
    showGoals(session);
}

void ThreadLines::showGoals(const TherapySession& session) {
    const QString chosen = m_goal->currentData().toString();
    m_goal->clear();
    m_goal->addItem(tr("none"));
    if (session.plan) {
        const auto view = workflow::GoalCare(m_context.practice).view(*session.plan);
        for (const workflow::GoalRow& row : view ? view->rows : QList<workflow::GoalRow>()) {
            if (!row.goal.id.isNull() && row.goal.state != GoalState::Dropped) {
                m_goal->addItem(row.goal.text, row.goal.id.toString());
            }
        }
    }
    m_goal->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_goal->findData(chosen)));
    m_goalField->setVisible(m_goal->count() > 1);
}

bool ThreadLines::settle() {
    bool isGood = true;
    for (Line& line : m_lines) {
        isGood = saveLine(line) && isGood;
    }
    return isGood;
}

bool ThreadLines::saveLine(Line& line) {
    if (line.edit->text().trimmed() == line.storedWords()) {
        return true;
    }
    if (const auto done = write(line); !done) {
        Q_EMIT failed(done.error());
        return false;
    }
    Q_EMIT saved();
    return true;
}

base::Outcome ThreadLines::write(Line& line) {
    auto& practice = m_context.practice;
    const auto former = line.stored;
    const QString words = line.edit->text().trimmed();
    if (words.isEmpty()) {
        return workflow::ThreadCare(practice).withdrawLine(former->id).map([&] {
            line.stored.reset();
            offerUndo(tr("The line was removed."), [&practice, former] {
                ThreadLine again = *former;
                again.id = {};
                return workflow::ThreadCare(practice).saveLine(again).map([](const ThreadLineId&) {});
            });
        });
    }
    ThreadLine wanted = former.value_or(ThreadLine());
    wanted.session = m_session;
    wanted.part = line.part;
    wanted.words = words;
    return workflow::ThreadCare(practice).saveLine(wanted).map([&](const ThreadLineId& id) {
        offerUndo(tr("The line was saved: %1.").arg(therapy::threadPartText(line.part)),
                  [&practice, former, id]() -> base::Outcome {
                      workflow::ThreadCare care(practice);
                      return former ? care.restoreLine(*former) : care.withdrawLine(id);
                  });
    });
}

void ThreadLines::addCommitment() {
    Commitment commitment;
    commitment.session = m_session;
    commitment.words = m_words->text();
    commitment.due = m_due->date().value_or(QDate());
    commitment.goal = GoalId::fromString(m_goal->currentData().toString());
    auto& practice = m_context.practice;
    const auto done = workflow::ThreadCare(practice).commit(commitment);
    if (!done) {
        // What is missing or wrong is where the hand goes next.
        auto* next = commitment.words.trimmed().isEmpty() ? m_words : static_cast<QLineEdit*>(m_due);
        next->setFocus(Qt::OtherFocusReason);
        Q_EMIT failed(done.error());
        return;
    }
    m_words->clear();
    m_due->setDate(std::nullopt);
    m_goal->setCurrentIndex(0);
    m_words->setFocus(Qt::OtherFocusReason);
    offerUndo(tr("The commitment was saved."),
              [&practice, id = *done] { return workflow::ThreadCare(practice).withdrawCommitment(id); });
    Q_EMIT saved();
}

void ThreadLines::offerUndo(const QString& what, std::function<base::Outcome()> undo) {
    if (m_context.undo != nullptr) {
        m_context.undo->offerUndo({what, std::move(undo)});
    }
}

QJsonObject ThreadLines::state() const {
    QJsonObject state;
    for (const Line& line : m_lines) {
        if (line.edit->text().trimmed() != line.storedWords()) {
            state.insert(QString::number(static_cast<int>(line.part)), line.edit->text());
        }
    }
    if (!m_words->text().isEmpty() || !m_due->text().isEmpty()) {
        state.insert(QStringLiteral("words"), m_words->text());
        state.insert(QStringLiteral("due"), m_due->text());
    }
    return state;
}

void ThreadLines::setState(const QJsonObject& state) {
    for (Line& line : m_lines) {
        const auto typed = state.constFind(QString::number(static_cast<int>(line.part)));
        line.edit->setText(typed == state.constEnd() ? line.storedWords() : typed->toString());
    }
    m_words->setText(state.value(QLatin1String("words")).toString());
    m_due->setText(state.value(QLatin1String("due")).toString());
}

} // namespace kairos::ui
