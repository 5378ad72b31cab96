// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/clinician.h"

namespace kairos::ui {

/// Those who may sign in: name and roles.
class PersonModel final : public RowModel<record::Clinician> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonModel)

public:
    enum Column { Name, Roles };

    explicit PersonModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const record::Clinician& row, int column) const override;
    [[nodiscard]] QVariant extra(const record::Clinician& row, int column, int role) const override;
};

} // namespace kairos::ui
