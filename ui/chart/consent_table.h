// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/screening_query.h"

namespace kairos::ui {

/// Consents with how each stands today.
class ConsentTable final : public RowModel<workflow::ConsentRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsentTable)

public:
    enum Column { State, Form, Scope, Version, Given, Until };

    explicit ConsentTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::ConsentRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::ConsentRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::ConsentRow& row, int column, int role) const override;
};

} // namespace kairos::ui
