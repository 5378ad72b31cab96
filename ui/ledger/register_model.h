// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/stock/lot_standing.h"

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

/// The register of one lot, oldest line first, with the balance after each line.
class RegisterModel final : public RowModel<stock::RegisterLine> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegisterModel)

public:
    enum Column { At, What, Change, Balance, For, By, Witness, Reason };

    explicit RegisterModel(const workflow::OpenPractice& practice, QObject* parent = nullptr);

    /// Whose register it is; it decides whether millilitres or devices are shown. Set before the rows.
    void setVial(const record::Vial& vial) { m_vial = vial; }

protected:
    [[nodiscard]] QString display(const stock::RegisterLine& row, int column) const override;
    [[nodiscard]] QVariant extra(const stock::RegisterLine& row, int column, int role) const override;

private:
    const workflow::OpenPractice& m_practice;
    record::Vial m_vial;
};

} // namespace kairos::ui
