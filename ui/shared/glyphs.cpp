// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/glyphs.h"

#include <QPainter>

namespace kairos::ui {
namespace {

QPainterPath polygon(const QPointF& center, const QList<QPointF>& corners, qreal half) {
    QPolygonF shape;
    for (const QPointF& corner : corners) {
        shape.append(center + corner * half);
    }
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

} // namespace

QPainterPath markerPath(Marker marker, const QPointF& center, qreal size) {
    const qreal half = size / 2.0;
    QPainterPath path;
    switch (marker) {
    case Marker::Circle:
        path.addEllipse(center, half, half);
        return path;
    case Marker::Dot:
        path.addEllipse(center, half * 0.7, half * 0.7);
        return path;
    case Marker::Square:
        path.addRect(QRectF(center.x() - half * 0.9, center.y() - half * 0.9, size * 0.9, size * 0.9));
        return path;
    case Marker::TriangleUp:
        return polygon(center, {{0, -1.05}, {1.1, 0.85}, {-1.1, 0.85}}, half);
    case Marker::TriangleDown:
        return polygon(center, {{0, 1.05}, {1.1, -0.85}, {-1.1, -0.85}}, half);
    case Marker::Diamond:
        return polygon(center, {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}, half);
    }
    return path;
}

void paintMarker(QPainter& painter, const QPainterPath& path, GlyphFill fill, const QColor& color,
                 const QColor& surface) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(color, fill == GlyphFill::Outlined ? 2.0 : 1.0, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(fill == GlyphFill::Outlined ? surface : color);
    painter.drawPath(path);
    painter.restore();
}

} // namespace kairos::ui
