// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_geometry.h"

#include "ui/shared/theme.h"

#include <QtCharts/QChart>

#include <optional>

class QValueAxis;

namespace kairos::ui {

class TrendOverlay;

/// The practice's own quartiles: series 1 at 15 %, a dashed edge.
[[nodiscard]] QColor practiceFill(const QColor& ink);
[[nodiscard]] QPen practiceEdge(const QColor& ink, qreal unit);

/// The drawing: score line over severity bands as Qt Charts series, all signs and words in an overlay that
/// stands on the same arithmetic. Used by the widget, the exports and the pages alike.
class TrendChart final : public QChart {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendChart)

public:
    TrendChart(Theme theme, ChartFace face, QGraphicsItem* parent = nullptr);
    ~TrendChart() override;

    void setModel(const TrendChartModel& model);
    void setOptions(const TrendChartOptions& options);
    /// The look of the moment; everything is drawn anew.
    void setLook(const Theme& theme, const ChartFace& face);
    /// The point under the crosshair; none takes it away.
    void setCurrent(std::optional<qsizetype> point);

    [[nodiscard]] const TrendChartModel& model() const { return m_model; }
    [[nodiscard]] const TrendChartOptions& options() const { return m_options; }
    [[nodiscard]] const TrendGeometry& geometryOfTrend() const { return m_trend; }
    [[nodiscard]] const Theme& look() const { return m_theme; }
    [[nodiscard]] const ChartFace& face() const { return m_face; }
    [[nodiscard]] std::optional<qsizetype> current() const { return m_current; }

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    void rebuild();
    void layOut();
    void addBands();
    void addPractice();
    void addHairlines();
    void addLimits();
    void addScores();
    void addScoresOf(const QList<qsizetype>& points);
    void addArea(const QList<QPointF>& upper, const QList<QPointF>& lower, const QColor& fill);
    void addLine(const QList<QPointF>& points, const QPen& pen);

    Theme m_theme;
    ChartFace m_face;
    TrendChartModel m_model;
    TrendChartOptions m_options;
    TrendGeometry m_trend;
    std::optional<qsizetype> m_current;
    QValueAxis* m_xAxis;
    QValueAxis* m_yAxis;
    TrendOverlay* m_overlay;
};

} // namespace kairos::ui
