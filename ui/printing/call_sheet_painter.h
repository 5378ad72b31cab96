// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"
#include "ui/printing/paper_painter.h"

#include "core/reports/call_sheet.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::ui {

/// Lays a call sheet out on paper: one block a dose, never broken over two pages.
class CallSheetPainter final : public PaperPainter {
    Q_DECLARE_TR_FUNCTIONS(CallSheetPainter)

public:
    CallSheetPainter(reports::CallSheet sheet, PaperSize paper) : m_sheet(std::move(sheet)), m_paper(paper) {}

    [[nodiscard]] PaperSize paper() const override { return m_paper; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] int pageCount(QPainter& painter) override;
    void paintPage(QPainter& painter, int index) override;

private:
    void layOut(PagePen& pen);
    [[nodiscard]] Block head() const;
    [[nodiscard]] Block entry(const reports::CallEntry& dose) const;
    [[nodiscard]] Block lines(const reports::CallEntry& dose) const;
    [[nodiscard]] Block notes() const;
    void paintFoot(PagePen& pen, int index) const;

    reports::CallSheet m_sheet;
    PaperSize m_paper;
    QList<QList<Block>> m_pages;
};

} // namespace kairos::ui
