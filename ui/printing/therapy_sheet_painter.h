// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/print_table.h"
#include "ui/printing/sheet_painter.h"

#include "core/reports/therapy_sheet_report.h"

namespace kairos::ui {

/// Lays a structured sheet of therapy out on paper.
class TherapySheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(TherapySheetPainter)

public:
    TherapySheetPainter(const reports::TherapySheetReport& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_sheet(sheet) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;

private:
    [[nodiscard]] QList<Block> part(int number, const reports::TherapySheetPart& part) const;
    [[nodiscard]] QList<PrintColumn> columns() const;
    [[nodiscard]] QList<Block> grid() const;

    reports::TherapySheetReport m_sheet;
};

} // namespace kairos::ui
