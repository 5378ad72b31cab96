// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"
#include "ui/printing/paper_painter.h"

#include "core/reports/sheet_head.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::ui {

/// Lays a sheet over the practice's records out on paper: each page has the same head and foot, the blocks
/// between them run on from page to page and none is broken. A sheet says what its blocks are.
class SheetPainter : public PaperPainter {
    Q_DECLARE_TR_FUNCTIONS(SheetPainter)

public:
    [[nodiscard]] PaperSize paper() const final { return m_paper; }
    [[nodiscard]] QString title() const final { return m_head.title; }
    [[nodiscard]] int pageCount(QPainter& painter) final;
    void paintPage(QPainter& painter, int index) final;

protected:
    SheetPainter(reports::SheetHead head, PaperSize paper) : m_head(std::move(head)), m_paper(paper) {}

    /// What stands on the sheet, in order.
    [[nodiscard]] virtual QList<Block> blocks() const = 0;
    /// What each page repeats under its head, e.g. the heads of columns; nothing by default.
    [[nodiscard]] virtual Block everyPage() const { return {}; }

private:
    void layOut(PagePen& pen);
    [[nodiscard]] Block head() const;
    void paintFoot(PagePen& pen, int index) const;

    reports::SheetHead m_head;
    PaperSize m_paper;
    QList<QList<Block>> m_pages;
};

} // namespace kairos::ui
