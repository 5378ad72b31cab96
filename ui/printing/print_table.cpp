// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/print_table.h"

namespace kairos::ui {
namespace {

constexpr double kTableRowAir = 1.4;
constexpr double kMarkAir = 6;
const QColor kHairline(0xBB, 0xBB, 0xBB);

constexpr double kCellGap = 7;

double widest(PagePen& pen, const QStringList& texts, PrintFont font) {
    double width = 0;
    for (const QString& text : texts) {
        width = std::max(width, pen.textWidth(text, font));
    }
    return width;
}

/// How wide a column would be if nothing in it were broken, and how narrow it may become: no word is cut.
struct Room {
    double natural = 0;
    double least = 0;
};

Room roomOf(PagePen& pen, const QList<PrintRow>& rows, const QList<PrintColumn>& columns, qsizetype index) {
    const PrintColumn& column = columns.at(index);
    double fixed = pen.textWidth(column.title, PrintFont::Small);
    QStringList cells;
    for (const PrintRow& row : rows) {
        cells.append(row.cells.value(index));
        if (index == columns.size() - 1 && !row.mark.isEmpty()) {
            fixed = std::max(fixed, pen.textWidth(row.mark, PrintFont::Small) + kMarkAir);
        }
    }
    const QLatin1Char space(' ');
    const QStringList parts = column.breaks ? cells.join(space).split(space) : cells;
    return {std::max(fixed, widest(pen, cells, column.font)),
            std::max(fixed, widest(pen, parts, column.font))};
}

struct Columns {
    QList<double> widths;
    double gap = kCellGap;
};

/// How the columns share the width: each keeps its natural width but for those that break, which share what
/// is left; where a word would be cut, the gaps between them give way. Room to spare goes to all by their
/// share.
Columns fitted(PagePen& pen, const QList<PrintRow>& rows, const QList<PrintColumn>& columns, double whole) {
    Columns fit;
    const auto gaps = static_cast<double>(std::max<qsizetype>(1, columns.size() - 1));
    if (!columns.isEmpty() && columns.first().part > 0) {
        for (const PrintColumn& column : columns) {
            fit.widths.append(column.part * (whole - fit.gap * gaps));
        }
        return fit;
    }
    QList<Room> rooms;
    Room sum;
    double shares = 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        rooms.append(roomOf(pen, rows, columns, i));
        sum.natural += rooms.last().natural;
        sum.least += rooms.last().least;
        shares += columns.at(i).share;
    }
    fit.gap = std::clamp((whole - sum.least) / gaps, 0.0, kCellGap);
    const double spare = whole - fit.gap * gaps - sum.natural;
    const double words = sum.natural - sum.least;
    // Of what the broken columns would like beyond their words, the part that there is room for.
    const double part = words > 0 ? std::max(0.0, 1 + spare / words) : 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const Room& room = rooms.at(i);
        fit.widths.append(spare >= 0 ? room.natural + spare * columns.at(i).share / shares
                                     : room.least + part * (room.natural - room.least));
    }
    return fit;
}

double tableRowHeight(PagePen& pen, const QList<PrintColumn>& columns, const PrintRow& row,
                      const Columns& fit) {
    double height = pen.lineHeight(PrintFont::Body);
    for (qsizetype i = 0; i < columns.size() && i < row.cells.size(); ++i) {
        if (columns.at(i).breaks) {
            height = std::max(height, pen.textHeight(row.cells.at(i), fit.widths.at(i), columns.at(i).font));
        }
    }
    return height + kTableRowAir + row.air;
}

QList<QRectF> cellsOf(const Columns& fit, const QRectF& row) {
    QList<QRectF> cells;
    double left = row.left();
    for (const double width : fit.widths) {
        cells.append(QRectF(left, row.top(), width, row.height()));
        left += width + fit.gap;
    }
    return cells;
}

void paintRowMark(PagePen& pen, const QRectF& cell, const PrintRow& row) {
    const double width = pen.textWidth(row.mark, PrintFont::Small) + kMarkAir;
    // One line high, however many lines the other cells of the row have.
    const double height = std::min(cell.height() - 3.2, pen.lineHeight(PrintFont::Body));
    const double left = row.markAlign == Qt::AlignLeft ? cell.left() : cell.right() - width;
    const QRectF box(left, cell.center().y() - height / 2, width, height);
    pen.box(box);
    pen.line(box, row.mark, PrintFont::Small, Qt::AlignCenter);
}

void paintRow(PagePen& pen, const QList<PrintColumn>& columns, const PrintRow& row,
              const QList<QRectF>& cells) {
    for (qsizetype i = 0; i < cells.size() && i < row.cells.size(); ++i) {
        const PrintColumn& column = columns.at(i);
        pen.text(cells.at(i), row.cells.at(i), column.font,
                 column.align | Qt::AlignVCenter | (column.breaks ? Qt::TextWordWrap : Qt::TextSingleLine));
    }
    if (!row.mark.isEmpty()) {
        paintRowMark(pen, cells.last(), row);
    }
}

double headHeight(PagePen& pen) {
    return pen.lineHeight(PrintFont::Body) + kTableRowAir;
}

/// Draws the titles with the rule under them; returns where they end.
double paintHead(PagePen& pen, const QList<PrintColumn>& columns, const Columns& fit, const QRectF& rect) {
    const QRectF line(rect.left(), rect.top(), rect.width(), headHeight(pen));
    const auto heads = cellsOf(fit, line);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        pen.text(heads.at(i), columns.at(i).title, PrintFont::Small,
                 columns.at(i).align | Qt::AlignVCenter | Qt::TextSingleLine);
    }
    pen.rule(rect.left(), rect.right(), line.bottom(), 0.9);
    return line.bottom();
}

/// Draws a row with the hairline under it; returns where it ends.
double paintWholeRow(PagePen& pen, const QList<PrintColumn>& columns, const PrintRow& row, const Columns& fit,
                     const QRectF& rect) {
    const QRectF line(rect.left(), rect.top(), rect.width(), tableRowHeight(pen, columns, row, fit));
    paintRow(pen, columns, row, cellsOf(fit, line));
    pen.rule(rect.left(), rect.right(), line.bottom(), 0.4, kHairline);
    return line.bottom();
}

} // namespace

Block printTable(QList<PrintColumn> columns, QList<PrintRow> rows) {
    Block block;
    block.height = [columns, rows](PagePen& pen, double width) {
        const auto fit = fitted(pen, rows, columns, width);
        double sum = headHeight(pen) + 2;
        for (const PrintRow& row : rows) {
            sum += tableRowHeight(pen, columns, row, fit);
        }
        return sum;
    };
    block.paint = [columns, rows](PagePen& pen, const QRectF& rect) {
        const auto fit = fitted(pen, rows, columns, rect.width());
        double top = paintHead(pen, columns, fit, rect);
        for (const PrintRow& row : rows) {
            top = paintWholeRow(pen, columns, row, fit, QRectF(rect.left(), top, rect.width(), 0));
        }
    };
    return block;
}

Block printTableHead(QList<PrintColumn> columns) {
    Block block;
    block.height = [](PagePen& pen, double) { return headHeight(pen); };
    block.paint = [columns](PagePen& pen, const QRectF& rect) {
        (void)paintHead(pen, columns, fitted(pen, {}, columns, rect.width()), rect);
    };
    return block;
}

Block printTableRow(QList<PrintColumn> columns, PrintRow row) {
    Block block;
    block.height = [columns, row](PagePen& pen, double width) {
        return tableRowHeight(pen, columns, row, fitted(pen, {row}, columns, width));
    };
    block.paint = [columns, row](PagePen& pen, const QRectF& rect) {
        (void)paintWholeRow(pen, columns, row, fitted(pen, {row}, columns, rect.width()), rect);
    };
    return block;
}

} // namespace kairos::ui
