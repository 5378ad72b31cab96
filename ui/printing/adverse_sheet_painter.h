// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/print_table.h"
#include "ui/printing/sheet_painter.h"

#include "core/reports/adverse_sheet.h"

namespace kairos::ui {

/// Lays the register of adverse events out on paper: one row an event, the heads of the columns on each page.
class AdverseSheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(AdverseSheetPainter)

public:
    AdverseSheetPainter(const reports::AdverseSheet& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_sheet(sheet) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;
    [[nodiscard]] Block everyPage() const override;

private:
    [[nodiscard]] static QList<PrintColumn> columns();

    reports::AdverseSheet m_sheet;
};

} // namespace kairos::ui
