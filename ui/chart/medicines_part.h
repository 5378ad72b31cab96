// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"
#include "ui/shared/page.h"

#include "core/record/patient_lists.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_query.h"

class QPushButton;

namespace kairos::ui {

class Card;
class EmptyState;
class Field;
class InteractionTable;
class NumberField;
class RowDetail;
class TableView;
class TextLabel;

/// Medicines with what they mean beside the dose, and at the side allergies, diagnoses and weights, where a
/// new one is typed.
class MedicinesPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MedicinesPart)

public:
    MedicinesPart(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    void show(const workflow::PatientDraft& draft, const workflow::ScreeningView& view,
              const QList<record::Weight>& weights);
    using QWidget::show;
    /// Chooses the line of a medicine by its id; false when it has none.
    [[nodiscard]] bool choose(const QString& id);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const InteractionTable& model() const { return *m_model; }
    [[nodiscard]] RowDetail& detail() { return *m_detail; }
    [[nodiscard]] NumberField& weightField() { return *m_weight; }

Q_SIGNALS:
    void saved();

private:
    /// One line of a card: what it is and the second voice.
    struct Line {
        QString lead;
        QString rest;
    };
    [[nodiscard]] QWidget* makeTable();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeWeightEntry();
    void showMedicines(const workflow::ScreeningView& view);
    void showDetail();
    void fill(Card& card, const QList<Line>& lines, const QString& nothing);
    void addWeight();

    record::PatientId m_patient;
    PageContext m_context;
    InteractionTable* m_model;
    TableView* m_view;
    RowDetail* m_detail;
    EmptyState* m_empty;
    Card* m_medicines = nullptr;
    Card* m_allergies = nullptr;
    Card* m_diagnoses = nullptr;
    Card* m_weights = nullptr;
    Field* m_weightField = nullptr;
    NumberField* m_weight = nullptr;
};

} // namespace kairos::ui
