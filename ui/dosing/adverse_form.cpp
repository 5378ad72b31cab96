// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/adverse_form.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/segments.h"
#include "ui/shared/type_scale.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

AdverseForm::AdverseForm(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_term(new QLineEdit),
      m_grade(new Segments(tr("Grade"), {tr("not graded"), tr("1 mild"), tr("2 moderate"), tr("3 severe"),
                                         tr("4 life-threatening"), tr("5 fatal")})),
      m_serious(new Segments(tr("Serious"), {tr("not judged"), tr("yes"), tr("no")})),
      m_expected(new Segments(tr("Expected"), {tr("not judged"), tr("yes"), tr("no")})),
      m_related(new Segments(tr("Related to the dose"), {tr("not judged"), tr("unrelated"), tr("possible"),
                                                         tr("probable"), tr("definite")})),
      m_action(new QLineEdit),
      m_outcome(new QLineEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Adverse event"), CardContent::Padded, this);
    column->addWidget(card);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    card->body().addLayout(grid);
    m_termField = new Field(tr("What happened"), m_term, card);
    m_termField->setRequired(tr("Name what happened, e.g. Nausea"));
    grid->addWidget(m_termField, 0, 0);
    grid->addWidget(new Field(tr("Grade (CTCAE 5)"), m_grade, card), 0, 1, 1, 2);
    grid->addWidget(new Field(tr("Serious"), m_serious, card), 1, 0);
    grid->addWidget(new Field(tr("Expected"), m_expected, card), 1, 1);
    grid->addWidget(new Field(tr("Related to the dose"), m_related, card), 1, 2);
    grid->addWidget(new Field(tr("Action taken"), m_action, card), 2, 0);
    grid->addWidget(new Field(tr("Outcome so far"), m_outcome, card), 2, 1, 1, 2);
    auto* save = makeButton({.text = tr("Save event"), .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, card);
    auto* leave = makeButton({.text = tr("Leave"), .kind = ButtonKind::Quiet}, card);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    card->foot().addStretch();
    card->foot().addWidget(leave);
    card->foot().addWidget(save);
    for (const auto& entry : texts()) {
        connect(entry.second, &QLineEdit::textEdited, this, &AdverseForm::remember);
    }
    for (const auto& entry : choices()) {
        connect(entry.second, &Segments::chosen, this, &AdverseForm::remember);
    }
    connect(save, &QPushButton::clicked, this, &AdverseForm::save);
    connect(leave, &QPushButton::clicked, this, &AdverseForm::finished);
}

QList<std::pair<QString, QLineEdit*>> AdverseForm::texts() const {
    return {{QStringLiteral("adverse.term"), m_term},
            {QStringLiteral("adverse.action"), m_action},
            {QStringLiteral("adverse.outcome"), m_outcome}};
}

QList<std::pair<QString, Segments*>> AdverseForm::choices() const {
    return {{QStringLiteral("adverse.grade"), m_grade},
            {QStringLiteral("adverse.serious"), m_serious},
            {QStringLiteral("adverse.expected"), m_expected},
            {QStringLiteral("adverse.related"), m_related}};
}

void AdverseForm::remember() {
    for (const auto& [place, edit] : texts()) {
        m_controller.draft().setText(place, edit->text());
    }
    for (const auto& [place, choice] : choices()) {
        m_controller.draft().setText(place,
                                     choice->current() > 0 ? QString::number(choice->current()) : QString());
    }
}

void AdverseForm::begin() {
    for (const auto& [place, edit] : texts()) {
        edit->setText(m_controller.draft().text(place));
    }
    for (const auto& [place, choice] : choices()) {
        const int kept = m_controller.draft().text(place).toInt();
        choice->setCurrent(kept < choice->count() ? kept : 0);
    }
    m_termField->setError({});
    m_term->setFocus();
}

void AdverseForm::save() {
    if (!m_termField->validate()) {
        m_term->setFocus();
        return;
    }
    AdverseEvent event;
    event.term = m_term->text().trimmed();
    event.grade = m_grade->current() > 0 ? std::optional(m_grade->current()) : std::nullopt;
    event.serious = static_cast<Asked>(m_serious->current());
    event.expected = static_cast<Asked>(m_expected->current());
    event.related = static_cast<Relatedness>(m_related->current());
    event.action = m_action->text().trimmed();
    event.outcome = m_outcome->text().trimmed();
    if (const auto done = m_controller.addAdverseEvent(event); !done) {
        m_termField->setError(done.error().sentence());
        return;
    }
    for (const auto& entry : texts()) {
        entry.second->clear();
    }
    for (const auto& entry : choices()) {
        entry.second->setCurrent(0);
    }
    remember();
    Q_EMIT finished();
}

void AdverseForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT finished();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kairos::ui
