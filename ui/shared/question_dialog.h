// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/questions.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Field;
class PasswordField;
class TextLabel;

/// One question: its title, what follows, a reason and a password where needed, a verb and a way out.
class QuestionDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionDialog)

public:
    QuestionDialog(const Question& question, Attempt attempt, QWidget* parent = nullptr);

    /// Runs the attempt with what was typed; closes on success, else shows the error.
    void accept() override;
    [[nodiscard]] QPushButton& verbButton() { return *m_verb; }
    [[nodiscard]] QPushButton& leaveButton() { return *m_leave; }
    /// Null where the question needs none.
    [[nodiscard]] QPlainTextEdit* reasonEdit() { return m_reason; }
    [[nodiscard]] PasswordField* passwordEdit() { return m_password; }
    /// What is shown as wrong; empty while nothing is.
    [[nodiscard]] QString shownError() const;

private:
    void addNeeds(const Question& question, QVBoxLayout& column);
    void addButtons(const Question& question, QVBoxLayout& column);

    Attempt m_attempt;
    TextLabel* m_error;
    QPlainTextEdit* m_reason = nullptr;
    PasswordField* m_password = nullptr;
    QList<Field*> m_fields;
    QPushButton* m_verb = nullptr;
    QPushButton* m_leave = nullptr;
};

} // namespace kairos::ui
