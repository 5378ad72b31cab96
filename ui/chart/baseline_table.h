// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/rating_query.h"

namespace kairos::ui {

/// One instrument then and now.
struct BaselineRow {
    QString instrument;
    double then = 0;
    double now = 0;
    std::optional<double> points;  ///< now minus then
    std::optional<double> percent; ///< positive is a fall
};

/// The instruments that have a baseline and a later counted rating.
[[nodiscard]] QList<BaselineRow> baselineRowsOf(const workflow::PatientRatings& ratings);

/// "Since baseline": instrument, then and now, change.
class BaselineTable final : public RowModel<BaselineRow> {
    Q_OBJECT
public:
    enum Column { Instrument, Figures, Change };
    explicit BaselineTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const BaselineRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const BaselineRow& row, int column, int role) const override;
};

} // namespace kairos::ui
