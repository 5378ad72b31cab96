// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/criteria_grid.h"

#include <QCoreApplication>

namespace kairos::ui {

using reports::CriterionLine;
using safety::GateState;

namespace {

constexpr qsizetype kColumns = 3;
constexpr double kColumnGap = 8;
constexpr double kTickWidth = 11;
constexpr double kTick = 7;
constexpr double kRowAir = 1.5;

void paintTick(PagePen& pen, const QRectF& box, GateState state) {
    pen.box(box, 0.7);
    QPainter& painter = pen.painter();
    painter.setPen(QPen(Qt::black, pen.dots(0.9)));
    const auto at = [&](double x, double y) {
        return QPointF(pen.dots(box.left() + box.width() * x), pen.dots(box.top() + box.height() * y));
    };
    if (state == GateState::Met || state == GateState::NotApplicable) {
        painter.drawPolyline(QPolygonF({at(0.2, 0.55), at(0.42, 0.78), at(0.82, 0.25)}));
    } else if (state == GateState::Overridden) {
        painter.drawLine(at(0.5, 0.18), at(0.5, 0.6));
        painter.drawLine(at(0.5, 0.76), at(0.5, 0.84));
    }
}

/// The criterion and its evidence in one line of words.
QString wordsOf(const CriterionLine& line) {
    const QString evidence = line.state == GateState::NotMet && line.evidence.isEmpty()
                                 ? QCoreApplication::translate("SummaryBlocks", "not met")
                                 : line.evidence;
    return evidence.isEmpty() ? line.text
                              : QCoreApplication::translate("SummaryBlocks", "%1: %2", "criterion, evidence")
                                    .arg(line.text, evidence);
}

qsizetype rowsOf(const QList<CriterionLine>& lines) {
    return (lines.size() + kColumns - 1) / kColumns;
}

double cellWidth(double width) {
    return (width - kColumnGap * (kColumns - 1)) / kColumns;
}

double cellHeight(PagePen& pen, const CriterionLine& line, double width) {
    return pen.textHeight(wordsOf(line), width - kTickWidth, PrintFont::Small) + kRowAir;
}

/// The height of a row is that of its tallest cell.
double gridRowHeight(PagePen& pen, const QList<CriterionLine>& lines, qsizetype row, double width) {
    double height = 0;
    for (qsizetype i = row; i < lines.size(); i += rowsOf(lines)) {
        height = std::max(height, cellHeight(pen, lines.at(i), width));
    }
    return height;
}

void paintCell(PagePen& pen, const QRectF& cell, const CriterionLine& line) {
    paintTick(pen, QRectF(cell.left(), cell.top() + kRowAir, kTick, kTick), line.state);
    pen.text(cell.adjusted(kTickWidth, 0, 0, 0), wordsOf(line), PrintFont::Small);
}

} // namespace

Block criteriaGrid(QList<CriterionLine> lines) {
    if (lines.isEmpty()) {
        return {};
    }
    Block grid;
    grid.height = [lines](PagePen& pen, double width) {
        double sum = 0;
        for (qsizetype row = 0; row < rowsOf(lines); ++row) {
            sum += gridRowHeight(pen, lines, row, cellWidth(width));
        }
        return sum;
    };
    grid.paint = [lines](PagePen& pen, const QRectF& rect) {
        const double width = cellWidth(rect.width());
        double top = rect.top();
        for (qsizetype row = 0; row < rowsOf(lines); ++row) {
            const double height = gridRowHeight(pen, lines, row, width);
            double left = rect.left();
            for (qsizetype i = row; i < lines.size(); i += rowsOf(lines)) {
                paintCell(pen, QRectF(left, top, width, height), lines.at(i));
                left += width + kColumnGap;
            }
            top += height;
        }
    };
    return grid;
}

} // namespace kairos::ui
