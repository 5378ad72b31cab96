// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/thread_query.h"

namespace kairos::ui {

/// The commitments of earlier sessions that come up in this one.
class CommitmentTable final : public RowModel<workflow::OpenCommitment> {
    Q_OBJECT
public:
    enum Column { Words, Due, State };
    explicit CommitmentTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::OpenCommitment& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::OpenCommitment& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::OpenCommitment& row, int column, int role) const override;
};

/// Whether the day of a commitment has passed.
enum class CommitmentDay { ToCome, Past };
/// How a commitment stands, as a chip.
[[nodiscard]] Chip commitmentChip(record::CommitmentState state, CommitmentDay day, const QString& words);

} // namespace kairos::ui
