// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_items.h"

#include "ui/shared/page.h"

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class ActualModel;
class Banner;
class Card;
class DoseHistoryCard;
class EmptyState;
class FitPanel;
class GoalsCard;
class NextModel;
class OrderCard;
class PlanAxis;
class ReviseCard;
class Segments;
class StepPanel;
class TableView;
class TextLabel;

/// The plan of one patient: the course in time, what comes next, and how it was kept.
class PlanTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanTab)

public:
    PlanTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void buildPlan();
    void buildHead(QVBoxLayout& column);
    void buildCards(QVBoxLayout& column);
    [[nodiscard]] QWidget* buildNext();
    [[nodiscard]] QWidget* buildActual();
    void showFit();
    void showPlan(const workflow::PlanView& view);
    void showHead();
    void showStep(const QString& key);
    void choose(const QString& key);
    void sign();
    [[nodiscard]] QString signedWords() const;
    [[nodiscard]] bool isRevisionSigned() const;
    void loadSessions();

    record::PatientId m_patient;
    PageContext m_context;
    std::optional<workflow::PlanView> m_view;
    PatientSessions m_sessions;
    QStackedLayout* m_stack;
    Banner* m_trouble;
    FitPanel* m_fit = nullptr;
    QWidget* m_planPage = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_facts = nullptr;
    Banner* m_findings = nullptr;
    Segments* m_span = nullptr;
    QPushButton* m_sign = nullptr;
    PlanAxis* m_axis = nullptr;
    ReviseCard* m_revise = nullptr;
    NextModel* m_next;
    ActualModel* m_actual;
    TableView* m_nextTable = nullptr;
    EmptyState* m_noNext = nullptr;
    StepPanel* m_step = nullptr;
    OrderCard* m_orders = nullptr;
    DoseHistoryCard* m_doses = nullptr;
    GoalsCard* m_goals = nullptr;
    TextLabel* m_note = nullptr;
};

} // namespace kairos::ui
