// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/dosing_care.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Card;
class DateField;
class DosingController;
class DoseCheckCard;
class Field;
class NumberField;
class Segments;

/// Today's weight, then vial, bag, lot, site and intention. Nothing is preselected; each entry is saved when
/// its field is left, before the cursor moves on. Where the practice keeps a stock, a lot of it can be
/// chosen: concentration, lot and expiry are then its label's, and a second person checks the dose below.
class PrepareForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrepareForm)

public:
    explicit PrepareForm(DosingController& controller, QWidget* parent = nullptr);

    /// Shows what is stored, except in a field a person is typing in.
    void reload();
    /// Saves what is typed and not saved yet. True when something was, or when a field does not read.
    [[nodiscard]] bool settle();
    [[nodiscard]] NumberField& concentrationEdit() { return *m_concentration; }
    [[nodiscard]] NumberField& bagEdit() { return *m_bag; }
    [[nodiscard]] Segments& ruleChoice() { return *m_rule; }
    [[nodiscard]] NumberField& weightEdit() { return *m_weight; }
    [[nodiscard]] QComboBox& stockChoice() { return *m_stock; }
    [[nodiscard]] QLineEdit& intentionEdit() { return *m_intention; }
    [[nodiscard]] DoseCheckCard& checkCard() { return *m_check; }
    /// The second typing of a first weight.
    [[nodiscard]] NumberField& againEdit() { return *m_again; }

private:
    void build();
    void saveWeight();
    void showOffer();
    void takeOver();
    void savePreparation();
    [[nodiscard]] workflow::DosePreparation typed() const;
    [[nodiscard]] workflow::DosePreparation stored() const;
    [[nodiscard]] bool reads() const;
    void showWeightHelp();
    void showStock();
    /// Pump or devices, by the order's route.
    void showWay();
    void chooseLot();
    [[nodiscard]] bool isFirstWeight() const;

    DosingController& m_controller;
    NumberField* m_weight;
    NumberField* m_again;
    NumberField* m_concentration;
    NumberField* m_bag;
    Segments* m_rule;
    QLineEdit* m_lot;
    DateField* m_expiry;
    QLineEdit* m_site;
    QLineEdit* m_intention;
    QPushButton* m_takeOver; ///< the preparation's intention, with one key
    QComboBox* m_stock;
    DoseCheckCard* m_check;
    Field* m_stockField = nullptr;
    Field* m_weightField = nullptr;
    Field* m_againField = nullptr;
    Field* m_bagField = nullptr;
    Field* m_lotField = nullptr;
    Field* m_intentionField = nullptr;
    QString m_offered; ///< by the preparation; empty for nothing
    Card* m_card = nullptr;
    QList<QWidget*> m_pumpFields; ///< vial, bag and line: none of them belongs to a nasal spray
};

} // namespace kairos::ui
