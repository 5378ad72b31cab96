// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_questions.h"

#include "ui/shared/questions.h"

#include "core/workflow/private_access.h"
#include "core/workflow/private_notes.h"

#include <QCoreApplication>

#include <utility>

namespace kairos::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("ui.therapy", text);
}

void askForPassword(const record::PrivateNoteId& id, const PageContext& context, QWidget& parent,
                    std::function<void()> done) {
    auto& practice = context.practice;
    context.questions.ask({.title = words("Destroy it now?"),
                           .text = words("Your password destroys the note."),
                           .verb = words("Destroy"),
                           .kind = ButtonKind::Danger,
                           .needs = QuestionNeeds::Password},
                          parent, [&practice, id, done = std::move(done)](const Answer& answer) {
                              const auto gone = workflow::PrivateNotes(practice).destroy(id, answer.password);
                              if (gone) {
                                  done();
                              }
                              return gone;
                          });
}

} // namespace

void askToDestroy(const record::PrivateNoteId& id, const PageContext& context, QWidget& parent,
                  std::function<void()> done) {
    context.questions.confirm(
        {.title = words("Destroy this private note?"),
         .text =
             words("All of its versions go, for good: nobody can bring them back, you neither. A text that "
                   "was released stays in the chart, and a backup made before keeps the note, sealed. The "
                   "journal keeps that you destroyed one."),
         .verb = words("Go on"),
         .kind = ButtonKind::Danger},
        parent,
        [id, context, &parent, done = std::move(done)] { askForPassword(id, context, parent, done); });
}

void askToDiscard(const PageContext& context, QWidget& parent, std::function<void()> confirmed) {
    context.questions.confirm({.title = words("Discard this draft?"),
                               .text = words("What you typed and did not write is gone then."),
                               .verb = words("Discard"),
                               .kind = ButtonKind::Danger},
                              parent, std::move(confirmed));
}

void askForNewCode(const PageContext& context, QWidget& parent, std::function<void(const QString&)> done) {
    auto& practice = context.practice;
    context.questions.ask(
        {.title = words("Make a new recovery code?"),
         .text = words("The former code opens your private notes no more. The new one is shown once."),
         .verb = words("Make a new code"),
         .needs = QuestionNeeds::Password},
        parent, [&practice, done = std::move(done)](const Answer& answer) {
            return workflow::PrivateAccess(practice).renewCode(answer.password).map(done);
        });
}

} // namespace kairos::ui
