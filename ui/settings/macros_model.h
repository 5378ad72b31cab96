// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/clinician.h"

namespace kairos::ui {

/// A macro in the list, with what tells it from the others.
struct MacroRow {
    record::TextMacro macro;
    QString purpose; ///< of one of the program's; empty for an own one
    bool isOwn = false;
};

/// The macros of the clinician and of the program: how each is typed, what it becomes, whose it is.
class MacrosModel final : public RowModel<MacroRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MacrosModel)

public:
    enum Column { Name, Text, Origin };

    explicit MacrosModel(QObject* parent = nullptr);

    /// The row of a macro; -1 when it is not there.
    [[nodiscard]] int rowOf(const QString& name) const;

protected:
    [[nodiscard]] QString display(const MacroRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const MacroRow& row, int column, int role) const override;
};

} // namespace kairos::ui
