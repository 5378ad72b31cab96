// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/ledger_query.h"

namespace kairos::ui {

/// The lots of the stock, each with its balance.
class LotModel final : public RowModel<workflow::LotView> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LotModel)

public:
    enum Column { Drug, Label, Lot, Expiry, Balance, Amount, State };

    explicit LotModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::LotView& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::LotView& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::LotView& row, int column, int role) const override;
};

} // namespace kairos::ui
