// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/adverse_form.h"

#include "ui/dosing/dosing_controller.h"

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
    connect(save, &QPushButton::clicked, this, &AdverseForm::save);
    connect(leave, &QPushButton::clicked, this, &AdverseForm::finished);
}

void AdverseForm::begin() {
    for (QLineEdit* edit : {m_term, m_action, m_outcome}) {
        edit->clear();
    }
    for (Segments* choice : {m_grade, m_serious, m_expected, m_related}) {
        choice->setCurrent(0);
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
