// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPainter>
#include <QPen>
#include <QString>

namespace kairos::ui {

inline constexpr float kEarlierAlpha = 0.42F; ///< as the look gives it

[[nodiscard]] inline QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

/// `dash` in the units of `width`.
[[nodiscard]] inline QPen linePen(const QColor& color, qreal width, const QList<qreal>& dash = {}) {
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!dash.isEmpty()) {
        pen.setCapStyle(Qt::FlatCap);
        QList<qreal> pattern;
        for (const qreal length : dash) {
            pattern.append(length / width);
        }
        pen.setDashPattern(pattern);
    }
    return pen;
}

inline void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text) {
    painter.drawText(rect, int(align) | Qt::TextDontClip | Qt::TextSingleLine, text);
}

} // namespace kairos::ui
