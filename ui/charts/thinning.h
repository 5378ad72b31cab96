// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"

#include <QList>
#include <QPointF>

namespace kairos::ui {

/// The pixel columns of a plot.
struct PixelColumns {
    double first = 0; ///< x at the left edge
    double last = 1;  ///< x at the right edge
    int count = 1;    ///< columns between them
};

/// Which points of one series to draw, oldest first: of each pixel column at most its first, lowest, highest
/// and last, so that the drawing covers the same pixels as all of them would. The nearest point on either
/// side of the plot is kept, so that lines leave it where they should. Linear in the number of points. \param
/// points of all series, by time; those of other series are passed over
[[nodiscard]] QList<qsizetype> thinnedPoints(const QList<ChartPoint>& points, int series,
                                             const PixelColumns& columns);

/// The same for a line that stands in pixels already, from left to right.
[[nodiscard]] QList<QPointF> thinnedLine(const QList<QPointF>& pixels);

} // namespace kairos::ui
