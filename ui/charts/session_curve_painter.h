// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_face.h"
#include "ui/charts/label_layout.h"
#include "ui/charts/session_curve_geometry.h"

#include "ui/shared/theme.h"

#include <functional>

class QPainter;

namespace kairos::ui {

/// Draws one session over the earlier ones: systolic ▼, diastolic ▲, heart rate ○, SpO₂ ◇.
class SessionCurvePainter final {
public:
    /// All must outlive the painter.
    SessionCurvePainter(const SessionCurve& curve, const Theme& theme, const ChartFace& face)
        : m_curve(curve), m_theme(theme), m_face(face) {}

    void paint(QPainter& painter, const QRectF& rect);

private:
    using Part = std::function<std::optional<int>(const CurvePoint&)>;
    struct Strand {
        Part part;
        Marker marker;
        QColor color;
        QList<qreal> dash; ///< in pixels; empty is solid
        bool outlined = false;
    };

    void paintGround(QPainter& painter) const;
    void paintBands(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintEarlier(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;
    void paintStrand(QPainter& painter, const Strand& strand) const;
    void paintPreview(QPainter& painter, const Strand& strand) const;
    void paintEvents(QPainter& painter) const;
    void paintMark(QPainter& painter, CurveMark mark, const QPointF& at) const;
    void paintNow(QPainter& painter) const;
    void paintPeak(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    /// What the words of the peak keep clear of.
    [[nodiscard]] Obstacles obstacles() const;
    void paintSign(QPainter& painter, const Strand& strand, const QPointF& at, bool hollow) const;
    [[nodiscard]] QList<Strand> strands() const;
    void paintLine(QPainter& painter, const QList<QPointF>& line, const QPen& pen) const;
    /// More points than signs have room.
    [[nodiscard]] bool isDense(const QList<QPointF>& line) const;
    /// In pixels, with no more points than the columns of the plot can show.
    [[nodiscard]] QList<QPointF> lineOf(const QList<CurvePoint>& points, const Part& part) const;
    [[nodiscard]] QPen limitPen(LimitLevel level) const;
    [[nodiscard]] QColor limitColor(LimitLevel level) const;
    [[nodiscard]] qreal px(qreal length) const { return length * m_face.unit; }

    const SessionCurve& m_curve;
    const Theme& m_theme;
    const ChartFace& m_face;
    CurveGeometry m_geometry;
};

/// The curve on a page, in lines and letters alone.
void paintSessionCurve(QPainter& painter, const PaperPlace& place, const SessionCurve& curve,
                       const Theme& theme = loadTheme(ThemeId::Print));

} // namespace kairos::ui
