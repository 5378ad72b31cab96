// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/therapy_sheet.h"

namespace kairos::ui {

/// A sheet with who wrote it down and the day it is judged on.
struct SheetRow {
    record::TherapySheet sheet;
    QString by;
    QDate today;
};

/// The sheets of a patient.
class SheetTable final : public RowModel<SheetRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetTable)

public:
    enum Column { Form, Begins, Day, Review, By };

    explicit SheetTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const SheetRow& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const SheetRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const SheetRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const SheetRow& row, int column, int role) const override;
};

} // namespace kairos::ui
