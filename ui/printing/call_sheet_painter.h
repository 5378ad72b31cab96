// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheet_painter.h"

#include "core/reports/call_sheet.h"

namespace kairos::ui {

/// Lays a call sheet out on paper: one block a dose, never broken over two pages.
class CallSheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(CallSheetPainter)

public:
    CallSheetPainter(const reports::CallSheet& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_doses(sheet.doses) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;

private:
    [[nodiscard]] Block entry(const reports::CallEntry& dose) const;
    [[nodiscard]] Block lines(const reports::CallEntry& dose) const;
    [[nodiscard]] Block notes() const;

    QList<reports::CallEntry> m_doses;
};

} // namespace kairos::ui
