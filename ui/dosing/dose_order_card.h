// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class DosingController;
class TextLabel;
class VerbalOrderCard;

/// The order a dose is given against, and the figures of the dose at hand with what the rules say of them.
class DoseOrderCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseOrderCard)

public:
    explicit DoseOrderCard(DosingController& controller, QWidget* parent = nullptr);

    void reload();
    /// The words of the dose figures as they are shown.
    [[nodiscard]] QString figuresText() const;

private:
    void showOrder();
    void showFigures();
    void showFindings();
    /// The prescriber who spoke the order signs it now.
    void countersign();

    DosingController& m_controller;
    Banner* m_unsigned;
    VerbalOrderCard* m_verbal;
    QPushButton* m_take;
    Card* m_card;
    TextLabel* m_order;
    TextLabel* m_signer;
    QPushButton* m_countersign;
    TextLabel* m_dose;
    TextLabel* m_rest;
    TextLabel* m_findings;
};

} // namespace kairos::ui
