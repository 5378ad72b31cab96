// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/questions.h"

#include "core/workflow/plan_query.h"

class QPushButton;

namespace kairos::ui {

class Card;
class CourseModel;
class DateField;
class TableView;
class TextLabel;

/// What if the course started on another day, or were planned anew from what has happened: shows what would
/// move before anything is saved. Also pauses, resumes and ends the plan.
class ReviseCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviseCard)

public:
    explicit ReviseCard(const PageContext& context, QWidget* parent = nullptr);

    void setPlan(const workflow::PlanView& view);
    /// Opens the card, with the start moved by so many days.
    void tryStart(int days);
    void closeCard();

Q_SIGNALS:
    void saved();
    void closed();

private:
    void build();
    void buildStates();
    void showMoves();
    void accept();
    void changeState(record::PlanState state, const Question& question);

    PageContext m_context;
    std::optional<workflow::PlanView> m_view;
    Card* m_card;
    DateField* m_start = nullptr;
    TextLabel* m_words = nullptr;
    CourseModel* m_moves;
    TableView* m_table = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_complete = nullptr;
};

} // namespace kairos::ui
