// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"
#include "core/workflow/goal_care.h"

class QPushButton;

namespace kairos::ui {

class Card;
class GoalLevelForm;
class GoalTable;
class TableView;

/// The goals of the plan beside a session: Enter sets the level that one has reached, in this session. Goals
/// are worked out on the plan page. Nothing is shown without a goal.
class SessionGoalsCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionGoalsCard)

public:
    explicit SessionGoalsCard(const PageContext& context, QWidget* parent = nullptr);

    void showFor(const record::TherapySession& session);
    /// Keeps what is typed in the open form as a draft; false where that failed, and the form says why.
    [[nodiscard]] bool keepDraft();
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] GoalLevelForm& levelForm() { return *m_form; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    void refresh();
    void showButton();
    void setLevel();
    [[nodiscard]] QString whyNot() const;

    PageContext m_context;
    record::TherapySession m_session;
    Card* m_card;
    GoalTable* m_model;
    TableView* m_table;
    QPushButton* m_level;
    GoalLevelForm* m_form;
};

} // namespace kairos::ui
