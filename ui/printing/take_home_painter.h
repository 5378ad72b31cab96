// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheet_painter.h"

#include "core/reports/take_home.h"

namespace kairos::ui {

/// Lays the page a patient takes home out on paper.
class TakeHomePainter final : public SheetPainter {
    Q_DECLARE_TR_FUNCTIONS(TakeHomePainter)

public:
    TakeHomePainter(const reports::TakeHome& page, PaperSize paper)
        : SheetPainter(page, paper), m_page(page) {}

protected:
    [[nodiscard]] QList<Block> blocks() const override;

private:
    reports::TakeHome m_page;
};

} // namespace kairos::ui
