// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"
#include "ui/shared/row_model.h"

namespace kairos::ui {

/// Somewhere to go: a place of the rail or a patient.
struct GoToRow {
    QString title;
    QString detail; ///< birth date and MRN, or the key of a place
    Icon icon = Icon::Patients;
    Place place;
};

class GoToModel final : public RowModel<GoToRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToModel)

public:
    enum Column { Title, Detail };

    explicit GoToModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const GoToRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const GoToRow& row, int column, int role) const override;
};

} // namespace kairos::ui
