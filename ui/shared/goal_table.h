// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/goal_care.h"

namespace kairos::ui {

/// The goals of a plan with their weight, baseline and the level reached last.
class GoalTable final : public RowModel<workflow::GoalRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalTable)

public:
    enum Column { Goal, Measure, Due, Weight, Baseline, Reached, State };

    explicit GoalTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::GoalRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::GoalRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::GoalRow& row, int column, int role) const override;
};

/// The score of a plan's goals in one line: "T-score 59.1 of 2 goals, 36.3 at baseline, change +22.8".
/// Without a rated goal it says that there is no score.
[[nodiscard]] QString attainmentText(const therapy::AttainmentSummary& summary);

/// What stands below the table for the chosen goal: the words of its level, then what it still lacks.
[[nodiscard]] QString goalDetailText(const workflow::GoalRow& row);

} // namespace kairos::ui
