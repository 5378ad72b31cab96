// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart.h"

#include "ui/charts/trend_overlay.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <utility>

namespace kairos::ui {
namespace {

constexpr qreal kOverlayAbove = 100; ///< z of the overlay: over every series
constexpr qreal kBandEdgeAlpha = 0.28;
constexpr qreal kHairlineAlpha = 0.45;
constexpr qreal kPracticeAlpha = 0.15;

QColor fadedInk(QColor color, qreal alpha) {
    color.setAlphaF(float(alpha));
    return color;
}

QPen dashed(const QColor& color, qreal width, const QList<qreal>& pixels) {
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    QList<qreal> pattern;
    for (const qreal length : pixels) {
        pattern.append(length / width);
    }
    pen.setDashPattern(pattern);
    return pen;
}

QValueAxis* hiddenAxis(QChart& chart, Qt::Alignment side) {
    auto* axis = new QValueAxis(&chart);
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false);
    axis->setTitleVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

QList<qreal> limitDash(ChartLine::Kind kind, qreal unit) {
    switch (kind) {
    case ChartLine::Kind::Baseline:
        return {1.5 * unit, 4 * unit};
    case ChartLine::Kind::Response:
        return {8 * unit, 4 * unit};
    case ChartLine::Kind::Remission:
        return {8 * unit, 3 * unit, 2 * unit, 3 * unit};
    }
    return {};
}

} // namespace

QColor practiceFill(const QColor& ink) {
    return fadedInk(ink, kPracticeAlpha);
}

QPen practiceEdge(const QColor& ink, qreal unit) {
    return dashed(ink, 1.0 * unit, {4 * unit, 3 * unit});
}

TrendChart::TrendChart(Theme theme, ChartFace face, QGraphicsItem* parent)
    : QChart(QChart::ChartTypeCartesian, parent, {}),
      m_theme(std::move(theme)),
      m_face(std::move(face)),
      m_xAxis(hiddenAxis(*this, Qt::AlignBottom)),
      m_yAxis(hiddenAxis(*this, Qt::AlignLeft)),
      m_overlay(new TrendOverlay(*this)) {
    legend()->hide();
    setMargins(QMargins());
    setBackgroundVisible(false);
    setDropShadowEnabled(false);
    setAnimationOptions(QChart::NoAnimation);
    if (layout() != nullptr) {
        setContentsMargins(0, 0, 0, 0);
    }
    m_overlay->setZValue(kOverlayAbove);
}

TrendChart::~TrendChart() = default;

void TrendChart::setModel(const TrendChartModel& model) {
    m_model = model;
    m_current.reset();
    rebuild();
}

void TrendChart::setOptions(const TrendChartOptions& options) {
    m_options = options;
    rebuild();
}

void TrendChart::setLook(const Theme& theme, const ChartFace& face) {
    m_theme = theme;
    m_face = face;
    rebuild();
}

void TrendChart::setCurrent(std::optional<qsizetype> point) {
    m_current = point && *point >= 0 && *point < m_model.points.size() ? point : std::nullopt;
    m_overlay->update();
}

void TrendChart::resizeEvent(QGraphicsSceneResizeEvent* event) {
    QChart::resizeEvent(event);
    rebuild();
}

void TrendChart::layOut() {
    m_trend = layOutTrend(m_model, m_options, m_face, size());
    setPlotArea(m_trend.plot);
    m_xAxis->setRange(m_trend.xFirst, m_trend.xLast);
    m_yAxis->setRange(m_trend.yLow, m_trend.yHigh);
    m_overlay->setBounds(QRectF(QPointF(0, 0), size()));
}

void TrendChart::rebuild() {
    if (size().isEmpty()) {
        return;
    }
    removeAllSeries();
    layOut();
    addBands();
    addPractice();
    addHairlines();
    addLimits();
    addScores();
    m_overlay->update();
}

void TrendChart::addLine(const QList<QPointF>& points, const QPen& pen) {
    auto* series = new QLineSeries(this);
    series->setUseOpenGL(false);
    series->setPen(pen);
    series->replace(points);
    addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
}

void TrendChart::addArea(const QList<QPointF>& upper, const QList<QPointF>& lower, const QColor& fill) {
    auto* top = new QLineSeries;
    top->replace(upper);
    auto* bottom = new QLineSeries;
    bottom->replace(lower);
    auto* area = new QAreaSeries(top, bottom);
    top->setParent(area);
    bottom->setParent(area);
    area->setBrush(fill);
    area->setPen(Qt::NoPen);
    addSeries(area);
    area->attachAxis(m_xAxis);
    area->attachAxis(m_yAxis);
}

void TrendChart::addPractice() {
    const QColor ink = m_theme.series(1).color;
    const QPen edge = practiceEdge(ink, m_face.unit);
    for (const BandStep& step : std::as_const(m_model.practice)) {
        // Each week stands alone: nothing is drawn between one and the next.
        const QList<QPointF> upper{QPointF(step.from, step.high), QPointF(step.to, step.high)};
        const QList<QPointF> lower{QPointF(step.from, step.low), QPointF(step.to, step.low)};
        addArea(upper, lower, practiceFill(ink));
        addLine(upper, edge);
        addLine(lower, edge);
    }
}

void TrendChart::addBands() {
    for (const ChartBand& band : std::as_const(m_model.bands)) {
        addArea({QPointF(m_trend.xFirst, band.to), QPointF(m_trend.xLast, band.to)},
                {QPointF(m_trend.xFirst, band.from), QPointF(m_trend.xLast, band.from)},
                m_theme.band(band.step));
    }
    const QPen edge(fadedInk(m_theme.color(Token::BandText), kBandEdgeAlpha), 0.7 * m_face.unit);
    for (const ChartBand& band : std::as_const(m_model.bands)) {
        if (band.to < m_trend.yHigh) {
            addLine({QPointF(m_trend.xFirst, band.to), QPointF(m_trend.xLast, band.to)}, edge);
        }
    }
}

void TrendChart::addHairlines() {
    const QPen pen(fadedInk(m_theme.color(Token::Text2), kHairlineAlpha), 0.9 * m_face.unit);
    for (const ChartDose& dose : std::as_const(m_model.doses)) {
        if (dose.state == MarkState::Held && m_trend.isInside(dose.x)) {
            addLine({QPointF(dose.x, m_trend.yLow), QPointF(dose.x, m_trend.yHigh)}, pen);
        }
    }
}

void TrendChart::addLimits() {
    for (qsizetype i = 0; i < m_model.lines.size(); ++i) {
        const ChartLine& line = m_model.lines.at(i);
        const double end = m_trend.xAt(m_trend.plates.at(i).rect.left());
        const double from = std::max(line.fromX, m_trend.xFirst);
        if (end <= from) {
            continue;
        }
        addLine({QPointF(from, line.y), QPointF(end, line.y)},
                dashed(m_theme.color(Token::Text), 1.2 * m_face.unit, limitDash(line.kind, m_face.unit)));
    }
}

void TrendChart::addScores() {
    for (const QList<qsizetype>& points : std::as_const(m_trend.shown)) {
        addScoresOf(points);
    }
}

void TrendChart::addScoresOf(const QList<qsizetype>& points) {
    const SeriesStyle& style = m_theme.series(m_model.points.at(points.first()).series);
    QPen solid(style.color, 2.2 * m_face.unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!m_model.names.isEmpty() && !style.dash.isEmpty()) {
        // Lines that share a plot are told apart without colour.
        solid.setCapStyle(Qt::FlatCap);
        solid.setDashPattern(style.dash);
    }
    const QPen thin = dashed(style.color, 1.3 * m_face.unit, {3 * m_face.unit, 3 * m_face.unit});
    QList<QPointF> run;
    bool runIsThin = false;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const ChartPoint& from = m_model.points.at(points.at(i - 1));
        const ChartPoint& to = m_model.points.at(points.at(i));
        const bool isThin = from.hollow || to.hollow;
        if (!run.isEmpty() && isThin != runIsThin) {
            addLine(run, runIsThin ? thin : solid);
            run.clear();
        }
        if (run.isEmpty()) {
            run.append(QPointF(from.x, from.y));
        }
        run.append(QPointF(to.x, to.y));
        runIsThin = isThin;
    }
    if (!run.isEmpty()) {
        addLine(run, runIsThin ? thin : solid);
    }
}

} // namespace kairos::ui
