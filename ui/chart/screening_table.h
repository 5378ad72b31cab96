// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/safety/screening.h"

namespace kairos::ui {

/// The contraindications with what was found.
class ScreeningTable final : public RowModel<safety::ScreeningLine> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreeningTable)

public:
    enum Column { Answer, Condition, Weight, Note, Basis };

    explicit ScreeningTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const safety::ScreeningLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const safety::ScreeningLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const safety::ScreeningLine& line, int column, int role) const override;
};

} // namespace kairos::ui
