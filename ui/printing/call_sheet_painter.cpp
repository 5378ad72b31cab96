// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/call_sheet_painter.h"

namespace kairos::ui {

using reports::CallEntry;
using reports::CallLine;

namespace {

constexpr int kColumns = 2;
constexpr double kColumnGap = 16;
constexpr double kBox = 8;
constexpr double kTitleWidth = 62;
constexpr double kRowAir = 4;
constexpr double kNoteLine = 17;
constexpr double kEntryGap = 20;

/// An empty box is for the pen: what is settled has its tick already. A stop is said in letters too.
void paintMark(PagePen& pen, const QRectF& box, CallLine::Mark mark) {
    if (mark == CallLine::Mark::NoQuestion) {
        pen.rule(box.left() + 1, box.right() - 1, box.center().y(), 0.8);
        return;
    }
    const bool isHeld = mark == CallLine::Mark::Holds;
    pen.box(box, isHeld ? 1.4 : 0.7);
    if (mark == CallLine::Mark::Settled) {
        const auto at = [&](double x, double y) {
            return QPointF(pen.dots(box.left() + box.width() * x), pen.dots(box.top() + box.height() * y));
        };
        pen.painter().setPen(QPen(Qt::black, pen.dots(0.9)));
        pen.painter().drawPolyline(QPolygonF({at(0.2, 0.55), at(0.42, 0.78), at(0.82, 0.25)}));
    }
}

QString lineWords(const CallLine& line) {
    switch (line.mark) {
    case CallLine::Mark::Settled:
    case CallLine::Mark::NoQuestion:
        return line.words;
    case CallLine::Mark::Open:
        return CallSheetPainter::tr("! %1").arg(line.words);
    case CallLine::Mark::Holds:
        return CallSheetPainter::tr("!! %1, holds the dose").arg(line.words);
    }
    return line.words;
}

double cellWidth(double width) {
    return (width - kColumnGap * (kColumns - 1)) / kColumns;
}

double wordsWidth(double width) {
    return cellWidth(width) - kBox - 5 - kTitleWidth;
}

} // namespace

Block CallSheetPainter::lines(const CallEntry& dose) const {
    const auto rows = (dose.lines.size() + kColumns - 1) / kColumns;
    const auto rowHeight = [lines = dose.lines, rows](PagePen& pen, qsizetype row, double width) {
        double height = 0;
        for (qsizetype i = row; i < lines.size(); i += rows) {
            height =
                std::max(height, pen.textHeight(lineWords(lines.at(i)), wordsWidth(width), PrintFont::Body));
        }
        return height + kRowAir;
    };
    Block block;
    block.height = [rows, rowHeight](PagePen& pen, double width) {
        double sum = 0;
        for (qsizetype row = 0; row < rows; ++row) {
            sum += rowHeight(pen, row, width);
        }
        return sum;
    };
    block.paint = [lines = dose.lines, rows, rowHeight](PagePen& pen, const QRectF& rect) {
        double top = rect.top();
        for (qsizetype row = 0; row < rows; ++row) {
            double left = rect.left();
            for (qsizetype i = row; i < lines.size(); i += rows) {
                const CallLine& line = lines.at(i);
                paintMark(pen, QRectF(left, top + 2, kBox, kBox), line.mark);
                pen.line(QRectF(left + kBox + 5, top, kTitleWidth, pen.lineHeight(PrintFont::Strong)),
                         line.title, PrintFont::Strong);
                pen.text(QRectF(left + kBox + 5 + kTitleWidth, top, wordsWidth(rect.width()),
                                rowHeight(pen, row, rect.width())),
                         lineWords(line), PrintFont::Body);
                left += cellWidth(rect.width()) + kColumnGap;
            }
            top += rowHeight(pen, row, rect.width());
        }
    };
    return block;
}

/// Lines for the pen: when somebody was reached, and what was said.
Block CallSheetPainter::notes() const {
    Block block;
    block.height = [](PagePen&, double) { return 2 * kNoteLine; };
    block.paint = [](PagePen& pen, const QRectF& rect) {
        const double height = pen.lineHeight(PrintFont::Small);
        const double top = rect.top() + kNoteLine - 3;
        pen.line(QRectF(rect.left(), top - height, 80, height), tr("Called at, by"), PrintFont::Small);
        pen.rule(rect.left() + 82, rect.left() + 230, top);
        pen.line(QRectF(rect.left() + 240, top - height, 40, height), tr("Notes"), PrintFont::Small);
        pen.rule(rect.left() + 270, rect.right(), top);
        pen.rule(rect.left(), rect.right(), top + kNoteLine);
    };
    return block;
}

Block CallSheetPainter::entry(const CallEntry& dose) const {
    Block title;
    title.height = [](PagePen& pen, double) {
        return pen.lineHeight(PrintFont::Section) + pen.lineHeight(PrintFont::Body) + 6;
    };
    title.paint = [dose](PagePen& pen, const QRectF& rect) {
        const double height = pen.lineHeight(PrintFont::Section);
        pen.line(QRectF(rect.left(), rect.top(), rect.width() * 0.7, height),
                 QStringLiteral("%1   %2").arg(dose.time, dose.patient), PrintFont::Section);
        pen.line(QRectF(rect.left() + rect.width() * 0.7, rect.top(), rect.width() * 0.3, height),
                 QStringLiteral("%1: %2").arg(dose.dose, dose.standing), PrintFont::Strong,
                 Qt::AlignRight | Qt::AlignVCenter);
        QString who = tr("born %1 · MRN %2 · telephone %3").arg(dose.born, dose.mrn, dose.phone);
        if (!dose.emergency.isEmpty()) {
            who += tr(" · emergency: %1").arg(dose.emergency);
        }
        pen.line(QRectF(rect.left(), rect.top() + height, rect.width(), pen.lineHeight(PrintFont::Body)), who,
                 PrintFont::Body);
    };
    Block rule;
    rule.height = [](PagePen&, double) { return kEntryGap; };
    rule.paint = [](PagePen& pen, const QRectF& rect) {
        pen.rule(rect.left(), rect.right(), rect.center().y(), 1.2);
    };
    return stacked({title, lines(dose), notes(), rule});
}

QList<Block> CallSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const CallEntry& dose : m_doses) {
        blocks.append(entry(dose));
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No dose is booked for this day."), PrintFont::Body));
    }
    return blocks;
}

} // namespace kairos::ui
