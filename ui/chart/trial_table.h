// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/antidepressant_trial.h"

namespace kairos::ui {

/// Earlier treatments of the depression.
class TrialTable final : public RowModel<record::AntidepressantTrial> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialTable)

public:
    enum Column { Drug, Dose, Weeks, Outcome, Remark };

    explicit TrialTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const record::AntidepressantTrial& trial, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const record::AntidepressantTrial& trial,
                                           int column) const override;
    [[nodiscard]] QVariant extra(const record::AntidepressantTrial& trial, int column,
                                 int role) const override;
};

} // namespace kairos::ui
