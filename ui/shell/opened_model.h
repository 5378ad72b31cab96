// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_file.h"

#include "ui/shared/row_model.h"

namespace kairos::ui {

/// A practice that was opened before, and whether its file is still there.
struct OpenedRow {
    OpenedPractice practice;
    QString when; ///< as shown
    bool isThere = true;
};

/// The list "Opened before".
class OpenedModel final : public RowModel<OpenedRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenedModel)

public:
    enum Column { Name, When, State };

    explicit OpenedModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const OpenedRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const OpenedRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const OpenedRow& row, int column, int role) const override;
};

/// The name as lists show it: the practice's own, else that of the file.
[[nodiscard]] QString openedName(const OpenedPractice& practice);

} // namespace kairos::ui
