// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/day_lines.h"

#include "ui/shared/row_model.h"

namespace kairos::ui {

/// The sessions of one day, one row each.
class DayModel final : public RowModel<DayLine> {
    Q_OBJECT

public:
    enum Column : int { Time, Patient, Session, Worth, State };

    explicit DayModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const DayLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const DayLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const DayLine& line, int column, int role) const override;
};

} // namespace kairos::ui
