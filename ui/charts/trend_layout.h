// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/label_layout.h"
#include "ui/charts/trend_geometry.h"

namespace kairos::ui {

inline constexpr qreal kEdgePad = 16;     ///< the first and last mark keep this far from the plot's edges
inline constexpr qreal kMarkerRadius = 6; ///< kept clear around a point
inline constexpr qreal kPlateRoom = 6;    ///< of a plate before and after its text

inline constexpr double kShortestSpan = 14; ///< days: a single rating stands in two weeks

/// The pieces that all steps of the layout read and fill.
struct TrendLayout {
    const TrendChartModel& model;
    const TrendChartOptions& options;
    const ChartFace& face;
    QSizeF size;
    TrendGeometry geometry;
    qreal gutter = 0;    ///< room for plates and band words at the right
    qreal wordWidth = 0; ///< of the widest band word shown
    bool legend = false; ///< there is room for it
    bool ranges = true;  ///< band words carry their range

    /// Rows below the plot: the phases, then the lanes.
    [[nodiscard]] qsizetype laneRows() const { return model.lanes.size() + (model.phases.isEmpty() ? 0 : 1); }
    [[nodiscard]] qreal px(qreal length) const { return length * face.unit; }
    [[nodiscard]] qreal labelWidth(const QString& text) const {
        return face.labelMetrics().horizontalAdvance(text);
    }
    [[nodiscard]] qreal labelHeight() const { return face.labelMetrics().height(); }
};

/// The values that stand at the left: the upper end of each band, or round numbers without bands.
[[nodiscard]] QList<double> axisValues(const TrendChartModel& model);
/// A total as it is written beside the chart.
[[nodiscard]] QString chartNumber(double value);
/// "mild 6–10", or the word alone.
[[nodiscard]] QString bandText(const ChartBand& band, bool ranges);
/// The words of the axis and the doses' row.
[[nodiscard]] QString doseWord();
[[nodiscard]] QString todayWord();
[[nodiscard]] QString dayZeroWord();
[[nodiscard]] QString phaseWord();
/// The letters beside points: corrected, another version of the instrument.
[[nodiscard]] QString correctedLetter();
[[nodiscard]] QString versionLetter();

/// Places what stands around points and below the plot: letters, published labels, phases.
void layOutSigns(TrendLayout& layout, Obstacles& obstacles);

/// Places every text of the chart once plot and range stand.
void layOutLabels(TrendLayout& layout);

} // namespace kairos::ui
