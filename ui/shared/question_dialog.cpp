// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/question_dialog.h"

#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kWidth = 460;

} // namespace

QuestionDialog::QuestionDialog(const Question& question, Attempt attempt, QWidget* parent)
    : QDialog(parent),
      m_attempt(std::move(attempt)),
      m_error(makeParagraph({}, TextRole::Body, Token::Stop, this)) {
    setWindowTitle(question.title);
    setModal(true);
    setMinimumWidth(px(kWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(10));
    column->addWidget(makeParagraph(question.title, TextRole::Section, Token::Text, this));
    if (!question.text.isEmpty()) {
        column->addWidget(makeParagraph(question.text, TextRole::Body, Token::Text2, this));
    }
    addNeeds(question, *column);
    m_error->hide();
    column->addWidget(m_error);
    column->addSpacing(px(6));
    addButtons(question, *column);
}

void QuestionDialog::accept() {
    for (Field* field : std::as_const(m_fields)) {
        if (!field->validate()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    const Answer answer{m_reason != nullptr ? m_reason->toPlainText().trimmed() : QString(),
                        m_password != nullptr ? m_password->text() : QString()};
    const base::Outcome outcome = m_attempt(answer);
    if (outcome) {
        QDialog::accept();
        return;
    }
    m_error->setText(outcome.error().sentence());
    m_error->show();
    if (m_password != nullptr) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    }
}

QString QuestionDialog::shownError() const {
    return m_error->text();
}

void QuestionDialog::addNeeds(const Question& question, QVBoxLayout& column) {
    const bool reason =
        question.needs == QuestionNeeds::Reason || question.needs == QuestionNeeds::ReasonAndPassword;
    const bool password =
        question.needs == QuestionNeeds::Password || question.needs == QuestionNeeds::ReasonAndPassword;
    if (reason) {
        m_reason = new QPlainTextEdit(this);
        m_reason->setTabChangesFocus(true);
        m_reason->setFixedHeight(px(72));
        auto* field =
            new Field(question.reasonLabel.isEmpty() ? tr("Reason") : question.reasonLabel, m_reason, this);
        field->setRequired(tr("Say why; it stands in the journal and on paper"));
        m_fields.append(field);
        column.addWidget(field);
    }
    if (password) {
        m_password = new PasswordField(this);
        auto* field = new Field(tr("Your password"), m_password, this);
        field->setRequired(tr("Type your own password"));
        m_fields.append(field);
        column.addWidget(field);
    }
    if (!m_fields.isEmpty()) {
        m_fields.first()->setFocus(Qt::OtherFocusReason);
    }
}

void QuestionDialog::addButtons(const Question& question, QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addStretch();
    m_leave = makeButton({.text = tr("Not yet")}, this);
    setButtonKeyCap(*m_leave, QKeySequence(Qt::Key_Escape));
    // In a reason Enter begins a new line: the verb has the key that saves a form.
    const QKeySequence key = m_reason != nullptr ? QKeySequence(Qt::CTRL | Qt::Key_Return) : QKeySequence();
    m_verb = makeButton({.text = question.verb, .kind = question.kind, .key = key}, this);
    row->addWidget(m_leave);
    if (question.kind == ButtonKind::Danger) {
        row->addSpacing(px(16));
    } else if (key.isEmpty()) {
        setButtonKeyCap(*m_verb, QKeySequence(Qt::Key_Return));
    }
    // Enter must not lose anything: the way out is the default, unless a person's own password was typed.
    const bool isSafe = question.kind != ButtonKind::Danger || m_password != nullptr;
    (isSafe ? m_verb : m_leave)->setDefault(true);
    row->addWidget(m_verb);
    column.addLayout(row);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &QuestionDialog::accept);
}

} // namespace kairos::ui
