// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/record/absence.h"

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class DateField;
class Field;
class TableView;
class TextLabel;

/// Days away, one line each.
class AbsenceModel final : public RowModel<record::Absence> {
    Q_OBJECT

public:
    enum Column { First, Last, Why };
    explicit AbsenceModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const record::Absence& absence, int column) const override;
    [[nodiscard]] QVariant extra(const record::Absence& absence, int column, int role) const override;
};

/// The days on which one person cannot come: a line to write some down, Enter to change one, Delete to take
/// one back. Each is saved at once.
class AbsenceList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AbsenceList)

public:
    explicit AbsenceList(const PageContext& context, QWidget* parent = nullptr);

    void showPatient(const record::PatientId& patient);
    void showClinician(const record::ClinicianId& clinician);
    void refresh();
    [[nodiscard]] TableView& table() { return *m_table; }

Q_SIGNALS:
    /// What was written down is saved.
    void saved();

private:
    void build();
    [[nodiscard]] QWidget* buildEntry();
    void save();
    void takeUp(int row);
    void remove();
    void clearEntry();
    void say(const base::Outcome& outcome);

    PageContext m_context;
    record::Absence m_taken; ///< the line being written: whose it is, and its id when it is changed
    AbsenceModel* m_model;
    TableView* m_table = nullptr;
    TextLabel* m_none = nullptr;
    TextLabel* m_trouble = nullptr;
    Field* m_firstField = nullptr;
    Field* m_lastField = nullptr;
    DateField* m_first = nullptr;
    DateField* m_last = nullptr;
    QLineEdit* m_why = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace kairos::ui
