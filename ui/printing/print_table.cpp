// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/print_table.h"

namespace kairos::ui {
namespace {

constexpr double kRowAir = 1.4;
const QColor kHairline(0xBB, 0xBB, 0xBB);

double rowHeight(PagePen& pen) {
    return pen.lineHeight(PrintFont::Body) + kRowAir;
}

QList<QRectF> cellsOf(const QList<PrintColumn>& columns, const QRectF& row) {
    double sum = 0;
    for (const PrintColumn& column : columns) {
        sum += column.share;
    }
    QList<QRectF> cells;
    double left = row.left();
    for (const PrintColumn& column : columns) {
        const double width = row.width() * column.share / sum;
        cells.append(QRectF(left, row.top(), width - 2, row.height()));
        left += width;
    }
    return cells;
}

void paintMark(PagePen& pen, const QRectF& cell, const QString& mark) {
    const double width = pen.textWidth(mark, PrintFont::Small) + 6;
    const QRectF box(cell.right() - width, cell.top() + 1.6, width, cell.height() - 3.2);
    pen.box(box);
    pen.line(box, mark, PrintFont::Small, Qt::AlignCenter);
}

void paintRow(PagePen& pen, const QList<PrintColumn>& columns, const PrintRow& row, const QRectF& rect) {
    const auto cells = cellsOf(columns, rect);
    for (qsizetype i = 0; i < cells.size() && i < row.cells.size(); ++i) {
        const PrintColumn& column = columns.at(i);
        pen.line(cells.at(i), row.cells.at(i), column.font, column.align | Qt::AlignVCenter);
    }
    if (!row.mark.isEmpty()) {
        paintMark(pen, cells.last(), row.mark);
    }
}

} // namespace

Block printTable(QList<PrintColumn> columns, QList<PrintRow> rows) {
    Block block;
    block.height = [count = rows.size()](PagePen& pen, double) {
        return rowHeight(pen) * static_cast<double>(count + 1) + 2;
    };
    block.paint = [columns, rows](PagePen& pen, const QRectF& rect) {
        const double height = rowHeight(pen);
        QRectF line(rect.left(), rect.top(), rect.width(), height);
        const auto heads = cellsOf(columns, line);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            pen.line(heads.at(i), columns.at(i).title, PrintFont::Small,
                     columns.at(i).align | Qt::AlignVCenter);
        }
        pen.rule(rect.left(), rect.right(), line.bottom(), 0.9);
        for (const PrintRow& row : rows) {
            line.translate(0, height);
            paintRow(pen, columns, row, line);
            pen.rule(rect.left(), rect.right(), line.bottom(), 0.4, kHairline);
        }
    };
    return block;
}

} // namespace kairos::ui
