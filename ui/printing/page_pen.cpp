// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/page_pen.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPaintDevice>

namespace kairos::ui {

PagePen::PagePen(QPainter& painter) : m_painter(painter), m_dots(painter.device()->logicalDpiX() / 72.0) {
    m_painter.setPen(Qt::black);
    m_painter.setBrush(Qt::NoBrush);
}

QFont PagePen::font(PrintFont kind) const {
    QFont font(QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
    switch (kind) {
    case PrintFont::Small:
        font.setPointSizeF(8);
        break;
    case PrintFont::Body:
        font.setPointSizeF(8.6);
        break;
    case PrintFont::Strong:
        font.setPointSizeF(8.6);
        font.setWeight(QFont::DemiBold);
        break;
    case PrintFont::Section:
        font.setPointSizeF(9.5);
        font.setWeight(QFont::DemiBold);
        break;
    case PrintFont::Value:
        font.setPointSizeF(9.5);
        font.setWeight(QFont::DemiBold);
        break;
    case PrintFont::Title:
        font.setPointSizeF(16);
        font.setWeight(QFont::Bold);
        break;
    }
    return font;
}

QRectF PagePen::dots(const QRectF& points) const {
    return {dots(points.x()), dots(points.y()), dots(points.width()), dots(points.height())};
}

double PagePen::textHeight(const QString& text, double width, PrintFont kind) const {
    if (text.isEmpty()) {
        return 0;
    }
    const QFontMetricsF metrics(font(kind), m_painter.device());
    return metrics.boundingRect(QRectF(0, 0, dots(width), 1e6), Qt::AlignLeft | Qt::TextWordWrap, text)
               .height() /
           m_dots;
}

double PagePen::textWidth(const QString& text, PrintFont kind) const {
    return QFontMetricsF(font(kind), m_painter.device()).horizontalAdvance(text) / m_dots;
}

double PagePen::lineHeight(PrintFont kind) const {
    return QFontMetricsF(font(kind), m_painter.device()).height() / m_dots;
}

void PagePen::text(const QRectF& rect, const QString& text, PrintFont kind, int flags) {
    m_painter.setFont(font(kind));
    m_painter.setPen(Qt::black);
    m_painter.drawText(dots(rect), flags, text);
}

void PagePen::line(const QRectF& rect, const QString& text, PrintFont kind, int flags) {
    const QFontMetricsF metrics(font(kind), m_painter.device());
    this->text(rect, metrics.elidedText(text, Qt::ElideRight, dots(rect.width()) + 1), kind,
               flags | Qt::TextSingleLine);
}

void PagePen::rule(double left, double right, double y, double thickness, const QColor& color) {
    m_painter.setPen(QPen(color, dots(thickness)));
    m_painter.drawLine(QPointF(dots(left), dots(y)), QPointF(dots(right), dots(y)));
}

void PagePen::box(const QRectF& rect, double thickness) {
    m_painter.setPen(QPen(Qt::black, dots(thickness)));
    m_painter.drawRect(dots(rect));
}

} // namespace kairos::ui
