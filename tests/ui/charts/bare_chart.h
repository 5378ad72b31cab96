// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"

#include <QRectF>

class QPainter;

namespace kairos::testing {

/// The yardstick of the benches: the points of a model as Qt Charts draws them by itself, a line, dots and
/// default axes, and nothing else.
void paintBareChart(QPainter& painter, const QRectF& place, const ui::TrendChartModel& model);

} // namespace kairos::testing
