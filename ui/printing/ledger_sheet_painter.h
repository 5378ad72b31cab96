// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"
#include "ui/printing/paper_painter.h"

#include "core/reports/ledger_sheet.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::ui {

/// Lays the drug ledger out on paper: a lot begins with its label, and its lines run on over the pages.
class LedgerSheetPainter final : public PaperPainter {
    Q_DECLARE_TR_FUNCTIONS(LedgerSheetPainter)

public:
    LedgerSheetPainter(reports::LedgerSheet sheet, PaperSize paper)
        : m_sheet(std::move(sheet)), m_paper(paper) {}

    [[nodiscard]] PaperSize paper() const override { return m_paper; }
    [[nodiscard]] QString title() const override { return m_sheet.title; }
    [[nodiscard]] int pageCount(QPainter& painter) override;
    void paintPage(QPainter& painter, int index) override;

private:
    void layOut(PagePen& pen);
    [[nodiscard]] Block head() const;
    /// Where an inspector and a second person sign.
    [[nodiscard]] Block signatures() const;
    [[nodiscard]] QList<Block> lot(const reports::LedgerSheetLot& lot) const;
    void paintFoot(PagePen& pen, int index) const;

    reports::LedgerSheet m_sheet;
    PaperSize m_paper;
    QList<QList<Block>> m_pages;
};

} // namespace kairos::ui
