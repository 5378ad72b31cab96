// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_face.h"
#include "ui/charts/trend_chart_model.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace kairos::ui {

/// The choice: what a person or a page asked to see of a trend.
struct TrendChartOptions {
    AxisMode axis = AxisMode::Dates;
    bool showTitle = false; ///< the card around a widget has it already; a page has not
    bool showLegend = true;
    bool showLanes = true;
    bool showAxis = true;    ///< labels of time; stacked charts show one for all
    bool showReadOut = true; ///< the words of the crosshair inside the plot
    QString caption;         ///< a line under the title, e.g. the change in words
    /// The span of x in days, so that stacked charts share it; else from the data.
    std::optional<TrendChartModel::Span> range;
    /// What zooming and moving chose to see, in days: exact, and stronger than `range`.
    std::optional<TrendChartModel::Span> window;
    std::optional<qreal> leftMargin; ///< so that stacked charts line up, pixels
    std::optional<qreal> gutter;     ///< room for words at the right, likewise
    bool showDoseRow = true;         ///< numbers above the plot; stacked charts show one row for all
};

struct LegendEntry {
    enum class Kind { Counted, Hollow, Held, Planned, Late, Published, Practice, Letter };
    Kind kind = Kind::Counted;
    Marker marker = Marker::Circle;
    int series = 1;
    QString text;
    QRectF rect;         ///< sign and text
    QString letter = {}; ///< of Letter
};

/// A short text at a place.
struct PlacedText {
    QString text;
    QRectF rect;
};

/// Where everything of a trend chart stands, in pixels of the chart. Pure arithmetic over the model.
struct TrendGeometry {
    QRectF plot;
    double xFirst = 0; ///< at the left edge of the plot
    double xLast = 1;
    double yLow = 0;
    double yHigh = 1;
    /// What was asked to be seen: the plot without its edge at the left and the room for words at the right.
    TrendChartModel::Span seen;
    QRectF title;
    QRectF caption;
    qreal doseRowTop = 0;
    qreal axisTop = 0;        ///< of the labels of time
    QList<qreal> laneCentres; ///< y of each lane
    QList<PlacedText> valueLabels;
    QList<AxisTick> ticks;
    QList<PlacedText> tickLabels;
    QList<PlacedText> bandWords;
    QList<PlacedText> doseNumbers;
    QList<PlacedText> plates; ///< in the order of the model's lines
    QList<PlacedText> totals; ///< of the labelled points that found a place
    std::optional<PlacedText> today;
    QList<LegendEntry> legend;
    /// The points to draw of each series that has any, by place in the model; thinned to pixels.
    QList<QList<qsizetype>> shown;
    QList<PlacedText> letters;     ///< beside points: c corrected, v another version of the instrument
    QList<QRectF> phaseBoxes;      ///< the row of phases
    QList<PlacedText> phaseWords;  ///< one a phase, within its box and beside the line of today
    QList<PlacedText> figureWords; ///< beside published figures
    qreal bottom = 0;              ///< of everything
    qreal pointSize = 9;           ///< of markers: smaller where points stand close
    qreal doseSize = 10;

    [[nodiscard]] double mapX(double x) const;
    [[nodiscard]] double mapY(double y) const;
    [[nodiscard]] QPointF map(double x, double y) const { return {mapX(x), mapY(y)}; }
    [[nodiscard]] double xAt(qreal pixel) const;
    /// Whether a sign at this x stands inside the plot.
    [[nodiscard]] bool isInside(double x) const { return x >= xFirst && x <= xLast; }
};

/// Lays a chart out. Labels never overlap: what finds no place is left out, the worst last.
[[nodiscard]] TrendGeometry layOutTrend(const TrendChartModel& model, const TrendChartOptions& options,
                                        const ChartFace& face, const QSizeF& size);

/// The room at the right that plates and band words want; stacked charts take the widest of theirs.
[[nodiscard]] qreal wantedGutter(const TrendChartModel& model, const ChartFace& face);

/// The left margin a model wants by itself; stacked charts take the widest of theirs.
[[nodiscard]] qreal wantedLeftMargin(const TrendChartModel& model, const TrendChartOptions& options,
                                     const ChartFace& face);

} // namespace kairos::ui
