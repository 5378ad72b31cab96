// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_items.h"

#include "ui/shared/page.h"

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class DateField;
class StatusChip;
class TextLabel;
class TimeField;

/// The step at hand: its window, where that comes from, what it waits for, and what can be done with it.
class StepPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepPanel)

public:
    explicit StepPanel(const PageContext& context, QWidget* parent = nullptr);

    /// Shows a step of the plan with its session, where it has one.
    void showStep(const workflow::StepRow& row, const workflow::PlanView& view,
                  const PatientSessions& sessions);
    /// Shows a session that belongs to no step.
    void showSession(const AxisItem& item, const Place& place);
    void showNothing();
    /// Goes to the session or the rating of the step; where there is none yet, to the booking.
    void open();

Q_SIGNALS:
    /// Something was saved.
    void saved();
    /// The step is to be tried on another day.
    void moveAsked(const QString& key);

private:
    void build(QVBoxLayout& column);
    void buildActions(QVBoxLayout& column);
    void book();
    void complete();
    void waive();
    void showOutcome(const base::Outcome& outcome);
    [[nodiscard]] base::Outcome bookAs(const base::Appointment& booked);
    [[nodiscard]] QString therapyModality() const;

    PageContext m_context;
    std::optional<record::PlanStep> m_step;
    std::optional<record::SessionId> m_session; ///< booked for the step
    std::optional<Place> m_place;
    record::TreatmentPlan m_plan;
    Card* m_card;
    StatusChip* m_chip = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_window = nullptr;
    TextLabel* m_facts = nullptr;
    TextLabel* m_basis = nullptr;
    TextLabel* m_trouble = nullptr;
    QWidget* m_booking = nullptr;
    DateField* m_day = nullptr;
    TimeField* m_time = nullptr;
    QPushButton* m_book = nullptr;
    QPushButton* m_move = nullptr;
    QPushButton* m_complete = nullptr;
    QPushButton* m_waive = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace kairos::ui
