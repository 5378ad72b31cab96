// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_geometry.h"

namespace kairos::ui {

/// What the signs of a model mean: only those that occur, in rows no wider than `width`.
[[nodiscard]] QList<LegendEntry> layOutLegend(const TrendChartModel& model, const ChartFace& face,
                                              qreal width, const QPointF& topLeft);

/// The height those rows take.
[[nodiscard]] qreal legendHeight(const TrendChartModel& model, const ChartFace& face, qreal width,
                                 qreal left);

/// The width of the sign before a text, for painting.
[[nodiscard]] qreal legendSignWidth(LegendEntry::Kind kind, const ChartFace& face);

} // namespace kairos::ui
