// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/buttons.h"

#include "core/base/result.h"

#include <functional>

namespace kairos::ui {

/// What a dialog asks for beside yes or no.
enum class QuestionNeeds { Nothing, Password, Reason, ReasonAndPassword };

/// A question before signing, an override or an irreversible act. Everything else works in the page.
struct Question {
    QString title; ///< the question: "Sign plan revision 3?"
    QString text;  ///< what follows from it: "Signed content is fixed; later changes are addenda."
    QString verb;  ///< what the button does: "Sign"
    ButtonKind kind = ButtonKind::Primary; ///< Danger where something is lost; never the default button then
    QuestionNeeds needs = QuestionNeeds::Nothing;
    QString reasonLabel = {}; ///< the label of the reason; "Reason" unless told
};

/// What the person gave; empty where the question did not need it.
struct Answer {
    QString reason;
    QString password;

    bool operator==(const Answer&) const = default;
};

/// Tries what was confirmed. An error keeps the dialog open and is shown in it, e.g. a wrong password.
using Attempt = std::function<base::Outcome(const Answer&)>;

/// The seam for questions: the program shows dialogs, tests answer. No call waits: the attempt runs when
/// the person confirms, and nothing runs when they leave.
class Questions {
public:
    Questions() = default;
    virtual ~Questions() = default;
    Q_DISABLE_COPY_MOVE(Questions)

    virtual void ask(const Question& question, QWidget& parent, Attempt attempt) = 0;

    /// Yes or no.
    void confirm(const Question& question, QWidget& parent, std::function<void()> confirmed);
    /// An override of a stop: who and why. `stop` is the text of the finding.
    void askOverride(const QString& stop, QWidget& parent, Attempt attempt);
    /// A signature by the personal password.
    void askSignature(const QString& title, const QString& text, QWidget& parent, Attempt attempt);
};

/// Shows each question as a dialog over the parent's window.
class DialogQuestions final : public Questions {
public:
    void ask(const Question& question, QWidget& parent, Attempt attempt) override;
};

} // namespace kairos::ui
