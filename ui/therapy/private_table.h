// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/private_release.h"

#include <QTimeZone>

namespace kairos::ui {

/// A private note of one's own, and what came of its release.
struct PrivateRow {
    workflow::PrivateNote note;
    std::optional<workflow::ReleaseView> release = {};
};

/// One's own private notes by when they were written. None of their words: a list is read over a shoulder.
class PrivateTable final : public RowModel<PrivateRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateTable)

public:
    enum Column { Written, State };

    explicit PrivateTable(QTimeZone zone, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const PrivateRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const PrivateRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const PrivateRow& row, int column, int role) const override;

private:
    QTimeZone m_zone;
};

} // namespace kairos::ui
