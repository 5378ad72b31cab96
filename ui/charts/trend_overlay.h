// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_geometry.h"

#include "ui/shared/glyphs.h"

#include <QGraphicsItem>

namespace kairos::ui {

class TrendChart;

/// Signs and words of a trend chart, above its series: points, doses, lanes, plates, axis labels, crosshair.
class TrendOverlay final : public QGraphicsItem {
public:
    /// Becomes a child of the chart.
    explicit TrendOverlay(TrendChart& chart);

    void setBounds(const QRectF& bounds);
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintHead(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintDoses(QPainter& painter) const;
    void paintLanes(QPainter& painter) const;
    void paintToday(QPainter& painter) const;
    void paintBandWords(QPainter& painter) const;
    void paintPublished(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintLetters(QPainter& painter) const;
    void paintPhases(QPainter& painter) const;
    void paintPlates(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintLegendSwatch(QPainter& painter, const LegendEntry& entry) const;
    void paintCrosshair(QPainter& painter) const;
    void paintReadOut(QPainter& painter, const ChartPoint& point, const QPointF& at) const;
    void paintEmpty(QPainter& painter) const;
    void paintSign(QPainter& painter, Marker marker, const QPointF& at, GlyphFill fill, const QColor& color,
                   qreal size) const;
    void paintPlate(QPainter& painter, const PlacedText& plate, Token fill, Token edge, Token text) const;
    [[nodiscard]] static QString phaseRowWord();
    /// The point under the crosshair, where it stands inside the plot.
    [[nodiscard]] const ChartPoint* currentPoint() const;
    /// Where the date of the crosshair stands; empty without one.
    [[nodiscard]] QRectF datePlate() const;
    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] qreal px(qreal length) const;

    const TrendChart& m_chart;
    QRectF m_bounds;
};

} // namespace kairos::ui
