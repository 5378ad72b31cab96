// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "ui/shared/glyphs.h"
#include "ui/shared/type_scale.h"

#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr double kMsPerDay = 86'400'000.0;
constexpr qreal kDotSize = 6;

} // namespace

Sparkline sparklineOf(const scales::Instrument& instrument, const outcomes::Trend& trend, int series) {
    Sparkline line;
    line.low = instrument.scoring.low;
    line.high = std::max(instrument.scoring.high, line.low + 1);
    line.cut = trend.remissionLine;
    line.series = series;
    for (const outcomes::TrendPoint& point : trend.points) {
        line.points.append(
            QPointF(double(point.at.msSince(trend.points.front().at)) / kMsPerDay, point.total));
    }
    return line;
}

void paintSparkline(QPainter& painter, const QRectF& rect, const Sparkline& line, const Theme& theme) {
    if (line.points.isEmpty()) {
        return;
    }
    const qreal dot = pxF(kDotSize);
    const QRectF inner = rect.adjusted(dot, dot / 2 + 1, -dot, -dot / 2 - 1);
    const double span = line.points.last().x() - line.points.first().x();
    const auto mapY = [&](double total) {
        return inner.bottom() - (total - line.low) / (line.high - line.low) * inner.height();
    };
    QPolygonF path;
    for (const QPointF& point : line.points) {
        // A single rating stands at the right, where the newest always is.
        const double share = span > 0 ? (point.x() - line.points.first().x()) / span : 1.0;
        path.append(QPointF(inner.left() + share * inner.width(), mapY(point.y())));
    }
    const SeriesStyle& style = theme.series(line.series);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (line.cut) {
        QPen cut(theme.color(Token::LineStrong), pxF(0.9));
        cut.setDashPattern({3, 3});
        painter.setPen(cut);
        painter.drawLine(QPointF(rect.left(), mapY(*line.cut)), QPointF(rect.right(), mapY(*line.cut)));
    }
    painter.setPen(QPen(style.color, pxF(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(path);
    paintMarker(painter, markerPath(style.marker, path.last(), dot), GlyphFill::Filled, style.color,
                theme.color(Token::Surface));
    painter.restore();
}

} // namespace kairos::ui
