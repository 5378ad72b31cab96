// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_questions.h"

#include "ui/shared/questions.h"

#include "core/workflow/private_access.h"
#include "core/workflow/private_notes.h"

#include <QCoreApplication>

#include <utility>

namespace kairos::ui {
namespace {

class PrivateText {
    Q_DECLARE_TR_FUNCTIONS(privateNotes)
};

void askForPassword(const record::PrivateNoteId& id, const PageContext& context, QWidget& parent,
                    std::function<void()> done) {
    auto& practice = context.practice;
    context.questions.ask({.title = PrivateText::tr("Destroy it now?"),
                           .text = PrivateText::tr("Your password destroys the note."),
                           .verb = PrivateText::tr("Destroy"),
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
        {.title = PrivateText::tr("Destroy this private note?"),
         .text = PrivateText::tr(
             "All of its versions go, for good: nobody can bring them back, you neither. A text that "
             "was released stays in the chart, and a backup made before keeps the note, sealed. The "
             "journal keeps that you destroyed one."),
         .verb = PrivateText::tr("Go on"),
         .kind = ButtonKind::Danger},
        parent,
        [id, context, &parent, done = std::move(done)] { askForPassword(id, context, parent, done); });
}

void askToDiscard(const PageContext& context, QWidget& parent, std::function<void()> confirmed) {
    context.questions.confirm({.title = PrivateText::tr("Discard this draft?"),
                               .text = PrivateText::tr("What you typed and did not write is gone then."),
                               .verb = PrivateText::tr("Discard"),
                               .kind = ButtonKind::Danger},
                              parent, std::move(confirmed));
}

void askForNewCode(const PageContext& context, QWidget& parent, std::function<void(const QString&)> done) {
    auto& practice = context.practice;
    context.questions.ask(
        {.title = PrivateText::tr("Make a new recovery code?"),
         .text =
             PrivateText::tr("The former code opens your private notes no more. The new one is shown once."),
         .verb = PrivateText::tr("Make a new code"),
         .needs = QuestionNeeds::Password},
        parent, [&practice, done = std::move(done)](const Answer& answer) {
            return workflow::PrivateAccess(practice).renewCode(answer.password).map(done);
        });
}

} // namespace kairos::ui
