// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_items.h"

#include "ui/shared/page.h"

#include "core/workflow/plan_query.h"

class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class AbsenceList;
class ActualCard;
class Banner;
class Card;
class DoseHistoryCard;
class EmptyState;
class FitPanel;
class GoalsCard;
class NextModel;
class OrderCard;
class PlanAlerts;
class PlanAxis;
class PlanChooser;
class PlanHead;
class ReviseCard;
class RevisionCard;
class StateRow;
class StepPanel;
class TableView;
class TextLabel;

/// The plans of one patient: the current one in time, what comes next, how it was kept and what became of it;
/// a former one read-only.
class PlanTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanTab)

public:
    PlanTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    /// One of kPart…, or the id of a step, of a goal of any plan, or of a plan for its goals.
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    /// Shows one plan of the patient; a former one is read-only.
    void openPlan(const record::PlanId& plan);

private:
    void buildPlan();
    void buildCards(QVBoxLayout& column);
    [[nodiscard]] QWidget* buildNext();
    void connectTrials();
    void showFit();
    void showPlan(const workflow::PlanView& view);
    void showLists(const workflow::PlanView& view);
    void showStep(const QString& key);
    void showTrial();
    void choose(const QString& key);
    void sign();
    void loadSessions();
    [[nodiscard]] bool showGoals(const QString& part);
    /// Scrolls to it as soon as the page has its places.
    void bringIntoSight(QWidget& part);
    void showTrouble(const base::Error& error);

    record::PatientId m_patient;
    PageContext m_context;
    std::optional<record::PlanId> m_opened; ///< a former plan; none shows the current one
    std::optional<workflow::PlanView> m_view;
    PatientSessions m_sessions;
    QStackedLayout* m_stack;
    Banner* m_trouble;
    PlanChooser* m_chooser;
    FitPanel* m_fit = nullptr;
    QWidget* m_planPage = nullptr;
    PlanHead* m_head = nullptr;
    PlanAlerts* m_alerts = nullptr;
    PlanAxis* m_axis = nullptr;
    ReviseCard* m_revise = nullptr;
    NextModel* m_next;
    TableView* m_nextTable = nullptr;
    EmptyState* m_noNext = nullptr;
    StepPanel* m_step = nullptr;
    ActualCard* m_actual = nullptr;
    OrderCard* m_orders = nullptr;
    RevisionCard* m_revisions = nullptr;
    StateRow* m_states = nullptr;
    AbsenceList* m_away = nullptr;
    DoseHistoryCard* m_doses = nullptr;
    GoalsCard* m_goals = nullptr;
    TextLabel* m_note = nullptr;
};

} // namespace kairos::ui
