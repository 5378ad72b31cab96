// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/ledger_sheet_painter.h"

#include "ui/printing/page_frame.h"
#include "ui/printing/print_table.h"

#include "core/base/check.h"

namespace kairos::ui {

using reports::LedgerSheetLine;
using reports::LedgerSheetLot;

namespace {

/// A table is never broken: so many lines of a register stand in one.
constexpr qsizetype kLinesATable = 12;

} // namespace

Block LedgerSheetPainter::head() const {
    Block block;
    block.height = [](PagePen& pen, double) {
        return pen.lineHeight(PrintFont::Title) + pen.lineHeight(PrintFont::Body) + 10;
    };
    block.paint = [this](PagePen& pen, const QRectF& rect) {
        const double top = pen.lineHeight(PrintFont::Title);
        const double half = rect.width() * 0.6;
        const QString practice =
            m_sheet.isSynthetic ? tr("%1 (synthetic practice)").arg(m_sheet.practice) : m_sheet.practice;
        pen.line(QRectF(rect.left(), rect.top(), half, top), m_sheet.title, PrintFont::Title);
        pen.line(QRectF(rect.left() + half, rect.top(), rect.width() - half, top), practice, PrintFont::Value,
                 Qt::AlignRight | Qt::AlignVCenter);
        const QRectF second(rect.left(), rect.top() + top, half, pen.lineHeight(PrintFont::Body));
        pen.line(second, m_sheet.subtitle, PrintFont::Body);
        pen.line(QRectF(rect.left() + half, second.top(), rect.width() - half, second.height()),
                 m_sheet.practiceLine, PrintFont::Small, Qt::AlignRight | Qt::AlignVCenter);
        pen.rule(rect.left(), rect.right(), rect.bottom() - 4, 1.2);
    };
    return block;
}

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

void LedgerSheetPainter::layOut(PagePen& pen) {
    const QRectF content = pageContent(m_paper);
    QList<Block> blocks;
    for (const LedgerSheetLot& held : m_sheet.lots) {
        blocks += lot(held);
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No drug is in stock."), PrintFont::Body));
    }
    blocks.append(signatures());
    m_pages = pagesOf(pen, content.size(), head(), blocks);
}

int LedgerSheetPainter::pageCount(QPainter& painter) {
    PagePen pen(painter);
    layOut(pen);
    return static_cast<int>(m_pages.size());
}

void LedgerSheetPainter::paintFoot(PagePen& pen, int index) const {
    QStringList lines = {
        tr("%1 · %2 · page %3 of %4").arg(m_sheet.title, m_sheet.subtitle).arg(index + 1).arg(m_pages.size()),
        tr("Record fingerprint %1, journal of %2 entries").arg(m_sheet.fingerprint).arg(m_sheet.entries),
        tr("Printed %1").arg(m_sheet.printed), m_sheet.leftOut};
    if (m_sheet.isSynthetic) {
        lines[2] = tr("Synthetic practice: nobody on this page is real. ") + lines.at(2);
    }
    paintPageFoot(pen, pageContent(m_paper),
                  QStringLiteral("%1 %2").arg(m_sheet.fingerprint).arg(m_sheet.entries), lines);
}

void LedgerSheetPainter::paintPage(QPainter& painter, int index) {
    PagePen pen(painter);
    layOut(pen);
    KAIROS_CHECK(index >= 0 && index < m_pages.size());
    stacked(m_pages.at(index)).paint(pen, pageContent(m_paper));
    paintFoot(pen, index);
}

} // namespace kairos::ui
