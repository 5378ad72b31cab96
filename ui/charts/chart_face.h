// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

class QPainter;

namespace kairos::ui {

/// The type and the unit of length a chart is drawn with. On a screen they follow the system text size; on
/// paper they are fixed, in pixels of 1/96 inch, so that a scaled painter scales them too.
struct ChartFace {
    QFont title;
    QFont label;
    QFont strong;
    qreal unit = 1.0; ///< one pixel of the look at a base of 10 points

    [[nodiscard]] QFontMetricsF labelMetrics() const { return QFontMetricsF(label); }
    [[nodiscard]] QFontMetricsF strongMetrics() const { return QFontMetricsF(strong); }
    [[nodiscard]] QFontMetricsF titleMetrics() const { return QFontMetricsF(title); }
};

/// For widgets.
[[nodiscard]] ChartFace screenFace();
/// For pictures and paper; `labelPoints` is the size of axis labels, 6 to 12.
[[nodiscard]] ChartFace paperFace(qreal labelPoints = 8.0);

/// Where a drawing goes on a page.
struct PaperPlace {
    QRectF rect;             ///< in the painter's own coordinates
    qreal unitsPerInch = 96; ///< of those coordinates: 72 when the page is laid out in points
    qreal labelPoints = 8;   ///< the size of labels on paper
};

/// Lets a drawing work in pixels of 1/96 inch inside its place, whatever the resolution of the device, and
/// puts the painter back as it was.
class PaperScope final {
public:
    PaperScope(QPainter& painter, const PaperPlace& place);
    ~PaperScope();
    PaperScope(const PaperScope&) = delete;
    PaperScope& operator=(const PaperScope&) = delete;

    /// The rectangle to draw in, from (0, 0), in pixels of 1/96 inch.
    [[nodiscard]] QRectF rect() const { return m_rect; }

private:
    QPainter& m_painter;
    QRectF m_rect;
};

} // namespace kairos::ui
