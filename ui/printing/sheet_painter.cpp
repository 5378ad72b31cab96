// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/sheet_painter.h"

#include "ui/printing/page_frame.h"

#include "core/base/check.h"

namespace kairos::ui {

Block SheetPainter::head() const {
    Block block;
    block.height = [subtitle = m_head.subtitle](PagePen& pen, double width) {
        return pen.lineHeight(PrintFont::Title) + pen.textHeight(subtitle, width * 0.6, PrintFont::Body) + 10;
    };
    block.paint = [head = m_head](PagePen& pen, const QRectF& rect) {
        const double top = pen.lineHeight(PrintFont::Title);
        const double half = rect.width() * 0.6;
        const QString practice =
            head.isSynthetic ? tr("%1 (synthetic practice)").arg(head.practice) : head.practice;
        pen.line(QRectF(rect.left(), rect.top(), half, top), head.title, PrintFont::Title);
        pen.line(QRectF(rect.left() + half, rect.top(), rect.width() - half, top), practice, PrintFont::Value,
                 Qt::AlignRight | Qt::AlignVCenter);
        const double second = rect.top() + top;
        pen.text(QRectF(rect.left(), second, half, pen.textHeight(head.subtitle, half, PrintFont::Body)),
                 head.subtitle, PrintFont::Body);
        pen.line(QRectF(rect.left() + half, second, rect.width() - half, pen.lineHeight(PrintFont::Body)),
                 head.practiceLine, PrintFont::Small, Qt::AlignRight | Qt::AlignVCenter);
        pen.rule(rect.left(), rect.right(), rect.bottom() - 4, 1.2);
    };
    return block;
}

void SheetPainter::layOut(PagePen& pen) {
    m_pages = pagesOf(pen, pageContent(m_paper).size(), stacked({head(), everyPage()}), blocks());
}

int SheetPainter::pageCount(QPainter& painter) {
    PagePen pen(painter);
    layOut(pen);
    return static_cast<int>(m_pages.size());
}

void SheetPainter::paintFoot(PagePen& pen, int index) const {
    QStringList lines = {
        tr("%1 · page %3 of %4 · %2").arg(m_head.title, m_head.subtitle).arg(index + 1).arg(m_pages.size()),
        tr("Record fingerprint %1, journal of %2 entries").arg(m_head.fingerprint).arg(m_head.entries),
        tr("Printed %1").arg(m_head.printed), m_head.leftOut};
    if (m_head.isSynthetic) {
        lines[2] = tr("Synthetic practice: nobody on this page is real. ") + lines.at(2);
    }
    paintPageFoot(pen, pageContent(m_paper),
                  QStringLiteral("%1 %2").arg(m_head.fingerprint).arg(m_head.entries), lines);
}

void SheetPainter::paintPage(QPainter& painter, int index) {
    PagePen pen(painter);
    layOut(pen);
    KAIROS_CHECK(index >= 0 && index < m_pages.size());
    stacked(m_pages.at(index)).paint(pen, pageContent(m_paper));
    paintFoot(pen, index);
}

} // namespace kairos::ui
