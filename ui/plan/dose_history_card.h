// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/plan.h"

class QPushButton;

namespace kairos::ui {

class Card;
class CheckForm;
class DoseHistoryTable;
class EmptyState;
class TableView;
class TextLabel;

/// What each dose of the plan was and did, so that the prescriber can decide on the next one.
class DoseHistoryCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseHistoryCard)

public:
    explicit DoseHistoryCard(const PageContext& context, QWidget* parent = nullptr);

    void showDoses(const record::TreatmentPlan& plan);
    /// Takes the focus to where the result of a check is written.
    void openChecks();

Q_SIGNALS:
    void saved();

private:
    void open(int row);
    /// What the patient was given in this practice over all plans.
    void showExposure(const record::PatientId& patient);

    PageContext m_context;
    Card* m_card;
    DoseHistoryTable* m_model;
    TableView* m_table;
    EmptyState* m_empty;
    QPushButton* m_copy;
    TextLabel* m_exposure;
    CheckForm* m_checks;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
