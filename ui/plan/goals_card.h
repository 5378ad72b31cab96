// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/goal_care.h"

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class EmptyState;
class GoalForm;
class GoalLevelForm;
class GoalTable;
class TableView;
class TextLabel;

/// The goals of a plan: what each one is, where it stood before and how far it came, and their T-score. Enter
/// works a goal out, L sets the level it has reached.
class GoalsCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalsCard)

public:
    explicit GoalsCard(const PageContext& context, QWidget* parent = nullptr);

    void showGoals(const record::PlanId& plan, const record::PatientId& patient);
    /// Chooses the goal with this id, where it is among them.
    void choose(const QString& id);
    /// Keeps what is typed in an open form as a draft; false where that failed, and the form says why.
    [[nodiscard]] bool keepDrafts();
    [[nodiscard]] TableView& table() { return *m_table; }
    /// The forms are made when they are first asked for: most looks at a plan open none.
    [[nodiscard]] GoalForm& form();
    [[nodiscard]] GoalLevelForm& levelForm();
    [[nodiscard]] const workflow::GoalsView& goals() const { return m_view; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    void build();
    [[nodiscard]] QWidget* buildLeft();
    void showLeft();
    void goOn();
    [[nodiscard]] record::Goal blank() const;
    void connectParts();
    void refresh();
    void showDetail();
    void add();
    void workOut();
    void setLevel();
    /// False where a form holds something that could not be kept: it stays open and says so.
    [[nodiscard]] bool closeForms();
    void leaveForm();
    [[nodiscard]] const workflow::GoalRow* chosen() const;

    PageContext m_context;
    record::PlanId m_plan;
    record::PatientId m_patient;
    workflow::GoalsView m_view;
    Card* m_card;
    GoalTable* m_model;
    TableView* m_table;
    EmptyState* m_empty;
    TextLabel* m_detail;
    TextLabel* m_basis; ///< where the score comes from
    QWidget* m_actions;
    QPushButton* m_add;
    QPushButton* m_workOut;
    QPushButton* m_level;
    QVBoxLayout* m_below; ///< detail, actions, forms
    GoalForm* m_form = nullptr;
    GoalLevelForm* m_levelForm = nullptr;
    TextLabel* m_trouble;
    QWidget* m_left = nullptr; ///< what was left unsaved
    TextLabel* m_leftWords = nullptr;
};

} // namespace kairos::ui
