// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/print_table.h"
#include "ui/printing/sheet_painter.h"

#include "core/reports/dose_sheet.h"

namespace kairos::ui {

/// Lays a patient's doses over all plans out on paper, with what they add up to under them.
class DoseSheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(DoseSheetPainter)

public:
    DoseSheetPainter(const reports::DoseSheet& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_sheet(sheet) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;
    [[nodiscard]] Block everyPage() const override;

private:
    [[nodiscard]] static QList<PrintColumn> columns();

    reports::DoseSheet m_sheet;
};

} // namespace kairos::ui
