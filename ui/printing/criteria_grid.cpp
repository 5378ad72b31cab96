// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/criteria_grid.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kairos::ui {

using reports::CriterionLine;
using safety::GateState;

namespace {

constexpr qsizetype kCriteriaColumns = 3;
constexpr double kCriteriaGap = 8;
constexpr double kTickWidth = 11;
constexpr double kTick = 7;
constexpr double kCriteriaAir = 1.5;

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

double criterionWidth(double width) {
    return (width - kCriteriaGap * (kCriteriaColumns - 1)) / kCriteriaColumns;
}

double cellHeight(PagePen& pen, const CriterionLine& line, double width) {
    return pen.textHeight(wordsOf(line), width - kTickWidth, PrintFont::Small) + kCriteriaAir;
}

/// Where the second and the third column begin, and how high the highest is.
struct CriteriaColumns {
    std::array<qsizetype, kCriteriaColumns + 1> begins{};
    double height = 0;
};

/// Reads down, column after column; of all ways to part the lines, the one that takes least height.
CriteriaColumns columnsOf(PagePen& pen, const QList<CriterionLine>& lines, double width) {
    QList<double> upTo{0}; // the height of the first lines
    for (const CriterionLine& line : lines) {
        upTo.append(upTo.last() + cellHeight(pen, line, width));
    }
    const qsizetype count = lines.size();
    CriteriaColumns best{{0, count, count, count}, upTo.last()};
    for (qsizetype second = 0; second <= count; ++second) {
        for (qsizetype third = second; third <= count; ++third) {
            const double height = std::max(
                {upTo.at(second), upTo.at(third) - upTo.at(second), upTo.at(count) - upTo.at(third)});
            if (height < best.height) {
                best = {{0, second, third, count}, height};
            }
        }
    }
    return best;
}

void paintCell(PagePen& pen, const QRectF& cell, const CriterionLine& line) {
    paintTick(pen, QRectF(cell.left(), cell.top() + kCriteriaAir, kTick, kTick), line.state);
    pen.text(cell.adjusted(kTickWidth, 0, 0, 0), wordsOf(line), PrintFont::Small);
}

} // namespace

Block criteriaGrid(QList<CriterionLine> lines) {
    if (lines.isEmpty()) {
        return {};
    }
    Block grid;
    grid.height = [lines](PagePen& pen, double width) {
        return columnsOf(pen, lines, criterionWidth(width)).height;
    };
    grid.paint = [lines](PagePen& pen, const QRectF& rect) {
        const double width = criterionWidth(rect.width());
        const CriteriaColumns columns = columnsOf(pen, lines, width);
        for (size_t column = 0; column < kCriteriaColumns; ++column) {
            const double left = rect.left() + static_cast<double>(column) * (width + kCriteriaGap);
            double top = rect.top();
            for (qsizetype i = columns.begins.at(column); i < columns.begins.at(column + 1); ++i) {
                const double height = cellHeight(pen, lines.at(i), width);
                paintCell(pen, QRectF(left, top, width, height), lines.at(i));
                top += height;
            }
        }
    };
    return grid;
}

} // namespace kairos::ui
