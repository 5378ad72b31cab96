// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/clinician.h"

namespace kairos::ui {

/// The people of the practice: name, roles, whether they may sign in.
class PeopleModel final : public RowModel<record::Clinician> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleModel)

public:
    enum Column { Name, Roles, State };

    explicit PeopleModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const record::Clinician& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const record::Clinician& row, int column) const override;
    [[nodiscard]] QVariant extra(const record::Clinician& row, int column, int role) const override;
};

} // namespace kairos::ui
