// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/order.h"

#include <QWidget>

namespace kairos::ui {

class DosingController;
class FormSection;
class NumberField;
class SpokenOrderForm;
class TextLabel;

/// Takes a verbal order for the dose at hand: the figures that the plan's protocol asks for, to be changed as
/// they were spoken, and how it was taken.
class VerbalOrderCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerbalOrderCard)

public:
    explicit VerbalOrderCard(DosingController& controller, QWidget* parent = nullptr);

    /// Shows the form, filled in by the protocol; its first field takes the focus.
    void begin();

private:
    /// What stands against the order as it is typed.
    void showFindings();
    [[nodiscard]] record::Order typed() const;
    void take();

    DosingController& m_controller;
    record::Order m_proposed;
    TextLabel* m_drug;
    FormSection* m_form;
    NumberField* m_mgPerKg;
    NumberField* m_mg;
    NumberField* m_maximum;
    NumberField* m_minutes;
    SpokenOrderForm* m_spoken;
    TextLabel* m_findings;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
