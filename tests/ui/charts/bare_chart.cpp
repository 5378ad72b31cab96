// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/bare_chart.h"

#include <QGraphicsScene>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

namespace kairos::testing {

void paintBareChart(QPainter& painter, const QRectF& place, const ui::TrendChartModel& model) {
    constexpr qreal kMarker = 6;
    QList<QPointF> points;
    for (const ui::ChartPoint& point : model.points) {
        points.append(QPointF(point.x, point.y));
    }
    QGraphicsScene scene;
    auto* chart = new QChart;
    scene.addItem(chart); // the scene owns it from here
    auto* line = new QLineSeries(chart);
    auto* dots = new QScatterSeries(chart);
    dots->setMarkerSize(kMarker);
    line->replace(points);
    dots->replace(points);
    chart->addSeries(line);
    chart->addSeries(dots);
    chart->createDefaultAxes();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(place.size());
    scene.setSceneRect(QRectF(QPointF(0, 0), place.size()));
    scene.render(&painter, place, scene.sceneRect(), Qt::IgnoreAspectRatio);
}

} // namespace kairos::testing
