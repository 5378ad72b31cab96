// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_geometry.h"

#include "ui/shared/theme.h"

#include "core/base/result.h"

#include <QSizeF>
#include <QString>

class QPainter;

namespace kairos::ui {

/// Draws a trend on a page, in lines and letters alone: no bitmaps. Black on white with the print theme.
void paintTrend(QPainter& painter, const PaperPlace& place, const TrendChartModel& model,
                const TrendChartOptions& options, const Theme& theme = loadTheme(ThemeId::Print));

/// A chart that stands under another on the same axis of time.
struct ChartSheet {
    TrendChartModel model;
    TrendChartOptions options;
};

/// A chart as a file of its own.
struct ChartFile {
    QList<ChartSheet> below = {}; ///< shown under the first, in equal heights
    TrendChartModel model;
    TrendChartOptions options; ///< title and caption are shown: a file must say what it is
    Theme theme = loadTheme(ThemeId::Print);
    QSizeF pixels = QSizeF(960, 540); ///< of 1/96 inch
};

/// The type a chart file is drawn with, for margins that several charts share.
[[nodiscard]] ChartFace fileFace();

/// Writes a PNG (at twice the pixels), an SVG or a PDF; the ending of the path decides which. PDF and SVG
/// hold lines and letters alone, and their text can be selected. Errors: InvalidInput for another ending,
/// Storage when the file cannot be written.
[[nodiscard]] base::Outcome exportChart(const ChartFile& file, const QString& path);

} // namespace kairos::ui
