// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/dose_history.h"

#include <QTimeZone>

namespace kairos::ui {

/// The doses of a plan beside what was ordered: what was given, and what it did.
class DoseHistoryTable final : public RowModel<workflow::DoseHistoryRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseHistoryTable)

public:
    enum Column { Dose, Ordered, Given, PerKg, Before, After, Pressure, Dissociation, Oxygen, Home };

    explicit DoseHistoryTable(const QTimeZone& zone, QObject* parent = nullptr);

    /// The table as text: a head and one line a dose, columns apart by tabs.
    [[nodiscard]] QString asText() const;

protected:
    [[nodiscard]] QString display(const workflow::DoseHistoryRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::DoseHistoryRow& row, int column, int role) const override;

private:
    /// What is on record; empty where nothing is.
    [[nodiscard]] QString known(const workflow::DoseHistoryRow& row, int column) const;

    QTimeZone m_zone;
};

} // namespace kairos::ui
