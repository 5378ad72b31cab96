// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/safety/gates.h"

namespace kairos::ui {

/// The lines of a gate as a table, what holds first.
class GateModel final : public RowModel<safety::GateLine> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateModel)

public:
    enum Column { Criterion, Evidence, State };

    explicit GateModel(QObject* parent = nullptr);

    /// Holding stops first, then what holds otherwise, then the rest in the gate's order.
    [[nodiscard]] static QList<safety::GateLine> sorted(QList<safety::GateLine> lines);

protected:
    [[nodiscard]] QString display(const safety::GateLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const safety::GateLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const safety::GateLine& line, int column, int role) const override;
};

} // namespace kairos::ui
