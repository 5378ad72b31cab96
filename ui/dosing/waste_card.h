// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/lot_standing.h"

#include <QWidget>

#include <optional>

namespace kairos::ui {

class Card;
class DosingController;
class SecondPersonForm;
class TextLabel;

/// What is left in the single-dose vial that was opened for this session, to be wasted before a witness with
/// their own password. It is shown from the end of the dose until nothing is left.
class WasteCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WasteCard)

public:
    explicit WasteCard(DosingController& controller, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] SecondPersonForm& witness() { return *m_witness; }
    /// What is wasted, in words.
    [[nodiscard]] QString figures() const;
    /// Why the last try was refused; empty when it was not.
    [[nodiscard]] QString trouble() const;

private:
    void waste();

    DosingController& m_controller;
    base::Millilitres m_rest;
    QString m_figures;
    Card* m_card;
    SecondPersonForm* m_witness;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
