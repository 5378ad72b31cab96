// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/plan_query.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class DateField;
class FormSection;
class NumberField;
class SpokenOrderForm;
class TextLabel;

/// The orders of a plan with the names under them, and the form that proposes the next one.
class OrderCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderCard)

public:
    explicit OrderCard(const PageContext& context, QWidget* parent = nullptr);

    void showOrders(const workflow::PlanView& view);

Q_SIGNALS:
    void saved();

private:
    void buildForm();
    void closeForm();
    /// Gives the rescue drugs a line each: an order is never read through a slot.
    void growRescue();
    /// What stands against the order as it is typed.
    void showFindings();
    /// Fills the form with the order that the protocol asks for.
    void propose();
    /// Shows how a verbal order was taken, or hides it.
    void showVerbal();
    /// Signs the order as typed, or records it as spoken.
    void sign();
    /// Offers the verbal order that waits for its countersignature, the signed-in prescriber's own first.
    void showCountersign(const workflow::PlanView& view);
    void countersign();
    /// An order to be signed, and what the question says of it.
    struct Ready {
        record::Order order;
        QString words;
    };
    /// The order as typed; none, and the trouble shown, while something is missing.
    [[nodiscard]] std::optional<Ready> checkTyped();
    /// InvalidInput: the doses are no numbers of the plan.
    [[nodiscard]] base::Result<record::Order> typed() const;
    [[nodiscard]] QString orderLine(const workflow::OrderRow& row) const;

    PageContext m_context;
    std::optional<record::PlanId> m_plan;
    record::Order m_proposed;
    Card* m_card;
    TextLabel* m_list;
    TextLabel* m_trouble = nullptr;
    QPushButton* m_propose;
    QPushButton* m_countersign;
    std::optional<record::Order> m_waiting; ///< for its countersignature
    FormSection* m_form = nullptr;
    NumberField* m_mgPerKg = nullptr;
    NumberField* m_mg = nullptr;
    NumberField* m_maximum = nullptr;
    NumberField* m_minutes = nullptr;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    QLineEdit* m_doses = nullptr;
    QCheckBox* m_isVerbal = nullptr;
    SpokenOrderForm* m_spoken = nullptr;
    QPushButton* m_sign = nullptr;
    QPlainTextEdit* m_rescue = nullptr;
    TextLabel* m_drug = nullptr;
    TextLabel* m_findings = nullptr;
    QWidget* m_buttons = nullptr;
};

} // namespace kairos::ui
