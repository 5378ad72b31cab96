// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheet_painter.h"

#include "core/reports/ledger_sheet.h"

namespace kairos::ui {

/// Lays the drug ledger out on paper: a lot begins with its label, and its lines run on over the pages.
class LedgerSheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(LedgerSheetPainter)

public:
    LedgerSheetPainter(const reports::LedgerSheet& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_lots(sheet.lots) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;

private:
    /// Where an inspector and a second person sign.
    [[nodiscard]] Block signatures() const;
    [[nodiscard]] QList<Block> lot(const reports::LedgerSheetLot& lot) const;

    QList<reports::LedgerSheetLot> m_lots;
};

} // namespace kairos::ui
