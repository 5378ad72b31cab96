// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/questions.h"

#include "ui/shared/question_dialog.h"

#include <QCoreApplication>

namespace kairos::ui {

void Questions::confirm(const Question& question, QWidget& parent, std::function<void()> confirmed) {
    Question plain = question;
    plain.needs = QuestionNeeds::Nothing;
    ask(plain, parent, [confirmed = std::move(confirmed)](const Answer&) -> base::Outcome {
        confirmed();
        return {};
    });
}

void Questions::askOverride(const QString& stop, QWidget& parent, Attempt attempt) {
    const Question question{.title = QCoreApplication::translate("ui.shared", "Override this stop?"),
                            .text = stop,
                            .verb = QCoreApplication::translate("ui.shared", "Override"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::ReasonAndPassword,
                            .reasonLabel = QCoreApplication::translate("ui.shared", "Clinical reason")};
    ask(question, parent, std::move(attempt));
}

void Questions::askSignature(const QString& title, const QString& text, QWidget& parent, Attempt attempt) {
    const Question question{.title = title,
                            .text = text,
                            .verb = QCoreApplication::translate("ui.shared", "Sign"),
                            .kind = ButtonKind::Primary,
                            .needs = QuestionNeeds::Password};
    ask(question, parent, std::move(attempt));
}

void DialogQuestions::ask(const Question& question, QWidget& parent, Attempt attempt) {
    auto* dialog = new QuestionDialog(question, std::move(attempt), &parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace kairos::ui
