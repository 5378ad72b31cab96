// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/ledger_sheet_painter.h"

#include "ui/printing/print_table.h"

namespace kairos::ui {

using reports::LedgerSheetLine;
using reports::LedgerSheetLot;

namespace {

/// A table is never broken: so many lines of a register stand in one.
constexpr qsizetype kLinesATable = 12;

} // namespace

QList<Block> LedgerSheetPainter::lot(const LedgerSheetLot& lot) const {
    const QList<PrintColumn> columns = {
        {.title = tr("When"), .share = 1},
        {.title = tr("Line"), .share = 1, .breaks = true},
        {.title = tr("Change"), .share = 0.3, .align = Qt::AlignRight},
        {.title = tr("Balance"), .share = 0.3, .align = Qt::AlignRight, .font = PrintFont::Strong},
        {.title = tr("By, witness"), .share = 1.6, .breaks = true},
        {.title = tr("For, reason"), .share = 2, .breaks = true}};
    QList<Block> blocks;
    for (qsizetype first = 0; first < lot.lines.size(); first += kLinesATable) {
        QList<PrintRow> rows;
        for (const LedgerSheetLine& line : lot.lines.mid(first, kLinesATable)) {
            rows.append({{line.at, line.what, line.change, line.balance, line.who, line.about}, {}});
        }
        const QString title = first == 0 ? lot.title : tr("%1, continued").arg(lot.title);
        blocks.append(stacked({sectionTitle(title), paragraph(lot.subtitle, PrintFont::Body),
                               printTable(columns, rows), space(12)}));
    }
    return blocks;
}

Block LedgerSheetPainter::signatures() const {
    Block block;
    block.height = [](PagePen& pen, double) { return 3 * pen.lineHeight(PrintFont::Body); };
    block.paint = [](PagePen& pen, const QRectF& rect) {
        const QStringList words = {tr("Checked against the stock by"), tr("Second person"), tr("Date")};
        const double width = rect.width() / static_cast<double>(words.size());
        const double line = pen.lineHeight(PrintFont::Small);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const double left = rect.left() + width * static_cast<double>(i);
            pen.rule(left, left + width - 12, rect.bottom() - line - 2, 0.6);
            pen.line(QRectF(left, rect.bottom() - line, width - 12, line), words.at(i), PrintFont::Small);
        }
    };
    return block;
}

QList<Block> LedgerSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const LedgerSheetLot& held : m_lots) {
        blocks += lot(held);
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No drug is in stock."), PrintFont::Body));
    }
    blocks.append(signatures());
    return blocks;
}

} // namespace kairos::ui
