// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace kairos::ui {

class Card;
class DosingController;
class GateList;
class DoseOrderCard;
class PrepareForm;
class SafetyPlanCard;
class TextLabel;

/// Before the dose: the safety plan where a risk answer is yes, order and figures, weight and vial, and the
/// gate with what still holds.
class BeforePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BeforePanel)

public:
    explicit BeforePanel(DosingController& controller, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] GateList& gates() { return *m_gates; }
    [[nodiscard]] DoseOrderCard& order() { return *m_order; }
    [[nodiscard]] PrepareForm& form() { return *m_form; }
    [[nodiscard]] SafetyPlanCard& safetyPlan() { return *m_plan; }
    /// Goes to the patient's intention.
    void showIntention();
    /// What keeps the next act from being done; empty when nothing does.
    [[nodiscard]] QString blockedBy() const;
    /// Why the last act was refused; empty when it was not.
    [[nodiscard]] QString refusal() const;

private:
    void act();
    void showPlan();

    DosingController& m_controller;
    SafetyPlanCard* m_plan;
    DoseOrderCard* m_order;
    PrepareForm* m_form;
    QScrollArea* m_scroll = nullptr;
    Card* m_gateCard;
    GateList* m_gates;
    TextLabel* m_why;
    QPushButton* m_act;
};

} // namespace kairos::ui
