// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/reports/dose_sheet.h"

namespace kairos::ui {

class TableView;
class TextLabel;

/// The doses of a patient side by side: what was given and what it did.
class DoseCourseTable final : public RowModel<reports::DoseSheetLine> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseCourseTable)

public:
    enum Column { Dose, Drug, Plan, Given, PerKg, Dissociation, Pressure, Rating, Adverse };

    explicit DoseCourseTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const reports::DoseSheetLine& row, int column) const override;
    [[nodiscard]] QVariant extra(const reports::DoseSheetLine& row, int column, int role) const override;
};

/// All doses of a patient, whatever plan they belong to, in one table, with the lifetime exposure and the
/// checks that are due. Enter opens the session of a dose.
class DoseCourse final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseCourse)

public:
    DoseCourse(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// Reads the doses; until then the table is empty.
    void reload();
    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] QString exposure() const;

private:
    void build();

    record::PatientId m_patient;
    PageContext m_context;
    DoseCourseTable* m_model;
    TableView* m_view;
    QWidget* m_empty;
    TextLabel* m_exposure;
    TextLabel* m_trouble;
};

} // namespace kairos::ui
