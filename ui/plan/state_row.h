// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/questions.h"

#include "core/workflow/plan_query.h"

class QPushButton;

namespace kairos::ui {

class TextLabel;

/// Pauses, resumes, completes and stops a plan, each after a sentence that names what happens.
class StateRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateRow)

public:
    explicit StateRow(const PageContext& context, QWidget* parent = nullptr);

    void setPlan(const workflow::PlanView& view);

Q_SIGNALS:
    void saved();

private:
    void pause();
    void resume();
    void complete();
    void stop();
    void ask(record::PlanState state, const Question& question);
    [[nodiscard]] int bookedCount() const;
    [[nodiscard]] QString bookedWords() const;
    [[nodiscard]] int openCount() const;

    PageContext m_context;
    std::optional<workflow::PlanView> m_view;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_complete;
    QPushButton* m_stop;
    TextLabel* m_notYet; ///< why the plan cannot be completed yet
};

} // namespace kairos::ui
