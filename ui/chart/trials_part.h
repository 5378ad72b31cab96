// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/screening_query.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class EmptyState;
class Field;
class NumberField;
class TableView;
class TrialTable;

/// Earlier treatments: a line to write one down, Enter to take one up again, Delete to mark one as an error.
class TrialsPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialsPart)

public:
    TrialsPart(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    void show(const workflow::ScreeningView& view);
    using QWidget::show;
    /// Chooses an earlier treatment by its id; false when it is not there.
    [[nodiscard]] bool choose(const QString& id);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const TrialTable& model() const { return *m_model; }
    [[nodiscard]] QLineEdit& drugEdit() { return *m_drug; }
    [[nodiscard]] NumberField& weeksField() { return *m_weeks; }
    [[nodiscard]] QComboBox& outcomeBox() { return *m_outcome; }
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void saved();
    void failed(const kairos::base::Error& error);

private:
    [[nodiscard]] QWidget* makeEntry();
    void save();
    void takeUp(int row);
    void remove();
    void clearEntry();

    record::PatientId m_patient;
    PageContext m_context;
    record::AntidepressantTrialId m_taken; ///< the line that is being changed; null for a new one
    TrialTable* m_model;
    TableView* m_view;
    EmptyState* m_empty;
    QLineEdit* m_drug = nullptr;
    QLineEdit* m_dose = nullptr;
    NumberField* m_weeks = nullptr;
    QComboBox* m_outcome = nullptr;
    QLineEdit* m_remark = nullptr;
    Field* m_drugField = nullptr;
    Field* m_weeksField = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui
