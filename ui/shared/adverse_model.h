// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/adverse_register.h"

#include <QTimeZone>

namespace kairos::ui {

/// Adverse events of all patients, the latest first. The long texts stand last: where room is short, they are
/// what gives way.
class AdverseModel final : public RowModel<workflow::AdverseRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdverseModel)

public:
    enum Column {
        Began,
        Patient,
        Event,
        Grade,
        Serious,
        Expected,
        Related,
        Minute,
        Over,
        Dose,
        Action,
        Outcome
    };

    explicit AdverseModel(const QTimeZone& zone, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const workflow::AdverseRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::AdverseRow& row, int column, int role) const override;

private:
    QTimeZone m_zone;
};

} // namespace kairos::ui
