// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cancel_question.h"

#include "ui/shared/page.h"
#include "ui/shared/questions.h"

#include "core/workflow/session_desk.h"

#include <QCoreApplication>

#include <utility>

namespace kairos::ui {
namespace {

class CancelText {
    Q_DECLARE_TR_FUNCTIONS(cancel)
};

} // namespace

void askCancelSession(const record::SessionId& id, const PageContext& context, QWidget& parent,
                      std::function<void()> done) {
    const Question question{
        .title = CancelText::tr("Cancel this session?"),
        .text = CancelText::tr("It stays in the record as cancelled; its step in the plan stays open."),
        .verb = CancelText::tr("Cancel session"),
        .kind = ButtonKind::Danger,
        .needs = QuestionNeeds::Reason,
        .reasonLabel = CancelText::tr("By whom and why")};
    auto& practice = context.practice;
    context.questions.ask(question, parent, [&practice, id, done = std::move(done)](const Answer& answer) {
        const auto cancelled = workflow::SessionDesk(practice).cancel(id, answer.reason);
        if (cancelled && done) {
            done();
        }
        return cancelled;
    });
}

} // namespace kairos::ui
