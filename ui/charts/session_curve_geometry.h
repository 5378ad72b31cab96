// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_face.h"
#include "ui/charts/session_curve.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace kairos::ui {

/// A minute that carries a label.
struct MinuteTick {
    int minute = 0;
    QString label;
    QRectF rect;
};

/// One sign of the legend with its words.
struct CurveLegend {
    enum class Kind { Systolic, Diastolic, Pulse, Oxygen, Earlier, Dose, Rescue, Rating };
    Kind kind = Kind::Systolic;
    QString text;
    QRectF rect; ///< sign and words
};

/// The words of a limit and how far its line runs.
struct PlacedLimit {
    QRectF words;
    qreal lineEnd = 0;
};

/// Where a session curve stands, in the pixels it is drawn with.
struct CurveGeometry {
    QRectF plot;
    double xFirst = 0; ///< minutes
    double xLast = 1;
    double yLow = 0; ///< mmHg and beats a minute
    double yHigh = 1;
    QList<MinuteTick> ticks;
    QList<CurveLegend> legend;
    QList<PlacedLimit> limits; ///< in the order of the curve's limits
    QRectF infusionWord;

    [[nodiscard]] qreal mapX(double minute) const;
    [[nodiscard]] qreal mapY(double value) const;
    [[nodiscard]] QPointF map(double minute, double value) const { return {mapX(minute), mapY(value)}; }
};

/// mmHg between the lines of the grid.
inline constexpr double kPressureStep = 20;

/// Lays a curve out in a rectangle; no two words overlap.
[[nodiscard]] CurveGeometry layOutCurve(const SessionCurve& curve, const ChartFace& face, const QRectF& rect);

/// "infusion 0–40"; empty without an infusion.
[[nodiscard]] QString infusionText(const SessionCurve& curve);

/// The width of a legend's sign, for painting.
[[nodiscard]] qreal curveSignWidth(const ChartFace& face);

} // namespace kairos::ui
