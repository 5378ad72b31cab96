// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_geometry.h"

#include "ui/charts/chart_window.h"
#include "ui/charts/thinning.h"
#include "ui/charts/trend_layout.h"
#include "ui/charts/trend_legend.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kairos::ui {
namespace {

constexpr qreal kLaneHeight = 22;
constexpr qreal kGutterGaps = 28; ///< before, between and after plates and band words
constexpr qreal kLowestPlotWithLegend = 110;

qreal plateWidth(const TrendLayout& layout) {
    qreal widest = 0;
    for (const ChartLine& line : layout.model.lines) {
        widest = std::max(widest, layout.labelWidth(line.plate) + layout.px(2 * kPlateRoom));
    }
    return widest;
}

qreal widestBandWord(const TrendLayout& layout, bool ranges) {
    qreal widest = 0;
    for (const ChartBand& band : layout.model.bands) {
        widest = std::max(widest, layout.labelWidth(bandText(band, ranges)));
    }
    return widest;
}

/// Ranges give way first, then the words.
void chooseGutter(TrendLayout& layout) {
    const qreal width = layout.geometry.plot.width();
    const qreal plates = plateWidth(layout);
    const qreal gaps = layout.px(kGutterGaps);
    layout.wordWidth = widestBandWord(layout, true);
    if (plates + layout.wordWidth + gaps > 0.42 * width) {
        layout.ranges = false;
        layout.wordWidth = widestBandWord(layout, false);
    }
    if (plates + layout.wordWidth + gaps > 0.55 * width) {
        layout.wordWidth = 0;
    }
    const qreal wanted = layout.options.gutter.value_or(plates + layout.wordWidth + gaps);
    layout.gutter = std::min(wanted, 0.55 * width);
}

void layOutRows(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    qreal top = layout.px(4);
    if (layout.options.showTitle) {
        const qreal height = layout.face.titleMetrics().height();
        g.title = QRectF(0, top, layout.size.width(), height);
        top += height + layout.px(2);
        if (!layout.options.caption.isEmpty()) {
            g.caption = QRectF(0, top, layout.size.width(), layout.labelHeight());
            top += layout.labelHeight();
        }
        top += layout.px(6);
    }
    g.doseRowTop = top;
    const bool hasDoses = !layout.model.doses.isEmpty() && layout.options.showDoseRow;
    top += hasDoses ? layout.labelHeight() + layout.px(17) : layout.px(6);
    const qreal left =
        layout.options.leftMargin.value_or(wantedLeftMargin(layout.model, layout.options, layout.face));
    qreal below = layout.px(6);
    if (layout.options.showAxis) {
        below += layout.labelHeight() + layout.px(8);
    }
    if (layout.options.showLanes) {
        below += double(layout.laneRows()) * layout.px(kLaneHeight);
    }
    const qreal legend = legendHeight(layout.model, layout.face, layout.size.width(), left);
    // The legend gives way before the plot becomes too low to read.
    layout.legend = layout.options.showLegend &&
                    layout.size.height() - top - below - legend >= layout.px(kLowestPlotWithLegend);
    below += layout.legend ? legend : 0;
    const qreal height = std::max(layout.px(40), layout.size.height() - top - below);
    g.plot = QRectF(left, top, std::max(layout.px(60), layout.size.width() - left - layout.px(1)), height);
}

void layOutBelow(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    qreal y = g.plot.bottom() + layout.px(4);
    if (layout.options.showLanes) {
        for (qsizetype i = 0; i < layout.laneRows(); ++i) {
            g.laneCentres.append(y + layout.px(kLaneHeight) / 2);
            y += layout.px(kLaneHeight);
        }
    }
    g.axisTop = y + layout.px(3);
    g.bottom = layout.options.showAxis ? g.axisTop + layout.labelHeight() + layout.px(5) : y;
    if (layout.legend) {
        g.legend =
            layOutLegend(layout.model, layout.face, layout.size.width(), QPointF(g.plot.left(), g.bottom));
        for (const LegendEntry& entry : std::as_const(g.legend)) {
            g.bottom = std::max(g.bottom, entry.rect.bottom());
        }
    }
}

void chooseRange(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    g.yLow = layout.model.low;
    g.yHigh = layout.model.high;
    const auto chosen = layout.options.window ? layout.options.window : layout.options.range;
    const auto past = chosen ? chosen : layout.model.pastSpan();
    const auto whole = chosen ? chosen : layout.model.wholeSpan();
    const double shortest = layout.options.window ? kShortestWindow : kShortestSpan;
    const TrendChartModel::Span inner =
        past.value_or(whole.value_or(TrendChartModel::Span{0, kShortestSpan}));
    const TrendChartModel::Span outer = whole.value_or(inner);
    const qreal pad = layout.px(kEdgePad);
    const double start = std::min(inner.first, outer.first);
    const double span = std::max(inner.last - start, shortest);
    const double width = g.plot.width();
    // Today stands left of plates and words; plans may run on above and below them.
    double scale = std::max(1.0, width - pad - layout.gutter) / span;
    scale = std::min(scale, std::max(1.0, width - 2 * pad) / std::max(outer.last - start, span));
    g.xFirst = start - pad / scale;
    g.xLast = g.xFirst + width / scale;
    g.seen = {start, g.xFirst + std::max(pad, width - layout.gutter) / scale};
}

/// The marker that fits between neighbours: never so large that two cover each other, never too small to see.
qreal fittingSize(qreal wanted, qreal least, qreal room) {
    return std::clamp(room, least, wanted);
}

/// The distance that most neighbours keep, so that two ratings of one day do not shrink all the others.
qreal usualDistance(QList<qreal> places) {
    if (places.size() < 2) {
        return std::numeric_limits<qreal>::infinity();
    }
    QList<qreal> distances;
    for (qsizetype i = 1; i < places.size(); ++i) {
        distances.append(places.at(i) - places.at(i - 1));
    }
    const qsizetype quarter = distances.size() / 4;
    std::ranges::nth_element(distances, distances.begin() + quarter);
    return distances.at(quarter);
}

/// The points of each series that are drawn at this width.
void choosePoints(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    const PixelColumns columns{g.xFirst, g.xLast, static_cast<int>(std::ceil(g.plot.width()))};
    const auto add = [&](int series) {
        QList<qsizetype> points = thinnedPoints(layout.model.points, series, columns);
        if (!points.isEmpty()) {
            g.shown.append(points);
        }
    };
    if (layout.model.names.isEmpty()) {
        add(layout.model.series);
    }
    for (const ChartSeriesName& name : layout.model.names) {
        add(name.series);
    }
}

void chooseSizes(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    qreal closest = std::numeric_limits<qreal>::infinity();
    for (const QList<qsizetype>& series : std::as_const(g.shown)) {
        QList<qreal> points;
        for (const qsizetype point : series) {
            points.append(g.mapX(layout.model.points.at(point).x));
        }
        closest = std::min(closest, usualDistance(points));
    }
    QList<qreal> doses;
    for (const ChartDose& dose : layout.model.doses) {
        doses.append(g.mapX(dose.x));
    }
    const qreal unit = layout.face.unit;
    g.pointSize = fittingSize(9, 4, closest / unit);
    g.doseSize = fittingSize(10, 5, 0.85 * usualDistance(doses) / unit);
}

} // namespace

double TrendGeometry::mapX(double x) const {
    return plot.left() + (x - xFirst) / (xLast - xFirst) * plot.width();
}

double TrendGeometry::mapY(double y) const {
    return plot.bottom() - (y - yLow) / (yHigh - yLow) * plot.height();
}

double TrendGeometry::xAt(qreal pixel) const {
    return xFirst + (pixel - plot.left()) / plot.width() * (xLast - xFirst);
}

qreal wantedLeftMargin(const TrendChartModel& model, const TrendChartOptions& options,
                       const ChartFace& face) {
    const QFontMetricsF metrics = face.labelMetrics();
    qreal widest = model.doses.isEmpty() ? 0 : metrics.horizontalAdvance(doseWord());
    for (const double value : axisValues(model)) {
        widest = std::max(widest, metrics.horizontalAdvance(chartNumber(value) + model.unit));
    }
    if (options.showLanes) {
        widest = std::max(widest, model.phases.isEmpty() ? 0.0 : metrics.horizontalAdvance(phaseWord()));
        for (const ChartLane& lane : model.lanes) {
            widest = std::max(widest, metrics.horizontalAdvance(lane.name));
        }
    }
    return widest + 9 * face.unit;
}

qreal wantedGutter(const TrendChartModel& model, const ChartFace& face) {
    const TrendChartOptions options;
    const TrendLayout layout{model, options, face, {}, {}};
    return plateWidth(layout) + widestBandWord(layout, true) + layout.px(kGutterGaps);
}

TrendGeometry layOutTrend(const TrendChartModel& model, const TrendChartOptions& options,
                          const ChartFace& face, const QSizeF& size) {
    TrendLayout layout{model, options, face, size, {}};
    layOutRows(layout);
    layOutBelow(layout);
    chooseGutter(layout);
    chooseRange(layout);
    choosePoints(layout);
    chooseSizes(layout);
    layOutLabels(layout);
    return layout.geometry;
}

} // namespace kairos::ui
