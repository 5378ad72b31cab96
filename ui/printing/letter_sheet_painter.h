// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheet_painter.h"

#include "core/reports/letter_sheet.h"

namespace kairos::ui {

/// Lays a letter out on paper: a block a line, so that it runs on from page to page. A line that is taller
/// than a page is broken at its words.
class LetterSheetPainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(LetterSheetPainter)

public:
    LetterSheetPainter(const reports::LetterSheet& sheet, PaperSize paper)
        : SheetPainter(sheet, paper), m_lines(sheet.lines) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;

private:
    QStringList m_lines;
};

} // namespace kairos::ui
