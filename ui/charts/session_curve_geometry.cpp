// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/session_curve_geometry.h"

#include "ui/charts/chart_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace kairos::ui {
namespace {

constexpr double kLeastLow = 60; ///< the axis shows at least 60 to 180
constexpr double kLeastHigh = 180;
constexpr double kRoomAbove = 8; ///< mmHg above the highest value or limit

struct GeometryWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::SessionCurve)
};

struct Extent {
    double low = 0;
    double high = 0;
    void take(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

void takeValues(const QList<CurvePoint>& points, Extent& values) {
    for (const CurvePoint& point : points) {
        for (const auto& value : {point.systolic, point.diastolic, point.pulse, point.spo2}) {
            if (value) {
                values.take(*value);
            }
        }
    }
}

void chooseCurveRange(const SessionCurve& curve, CurveGeometry& geometry) {
    Extent minutes{std::min(curve.firstMinute, 0.0), std::max(curve.lastMinute, 1.0)};
    Extent values{kLeastLow, kLeastHigh};
    QList<CurvePoint> shown = curve.points;
    if (curve.preview) {
        shown.append(*curve.preview);
    }
    for (const CurvePoint& point : std::as_const(shown)) {
        minutes.take(point.minute);
    }
    takeValues(shown, values);
    for (const QList<CurvePoint>& session : curve.earlier) {
        takeValues(session, values); // earlier sessions stretch the values, never the time
    }
    for (const CurveLimit& limit : curve.limits) {
        values.take(limit.value);
    }
    if (curve.now) {
        minutes.take(*curve.now);
    }
    geometry.xFirst = minutes.low;
    geometry.xLast = minutes.high;
    geometry.yLow = std::floor(values.low / kPressureStep) * kPressureStep;
    geometry.yHigh = values.high + kRoomAbove;
}

/// The signs of what happened, each once and only where there is one.
void appendMarks(const SessionCurve& curve, CurveGeometry& geometry) {
    using Kind = CurveLegend::Kind;
    const std::array<std::tuple<CurveMark, Kind, QString>, 3> marks = {{
        {CurveMark::Dose, Kind::Dose, GeometryWords::tr("dose changed")},
        {CurveMark::Rescue, Kind::Rescue, GeometryWords::tr("rescue drug")},
        {CurveMark::Rating, Kind::Rating, GeometryWords::tr("rating")},
    }};
    for (const auto& [mark, kind, text] : marks) {
        const auto isOfIt = [wanted = mark](const CurveEvent& event) { return event.mark == wanted; };
        if (std::ranges::any_of(curve.events, isOfIt)) {
            geometry.legend.append({kind, text, {}});
        }
    }
}

/// The legend in rows no wider than the rectangle; returns its lower edge.
qreal layOutCurveLegend(const SessionCurve& curve, const ChartFace& face, const QRectF& rect,
                        CurveGeometry& geometry) {
    using Kind = CurveLegend::Kind;
    geometry.legend = {{Kind::Systolic, GeometryWords::tr("systolic"), {}},
                       {Kind::Diastolic, GeometryWords::tr("diastolic"), {}},
                       {Kind::Pulse, GeometryWords::tr("heart rate"), {}}};
    if (std::ranges::any_of(curve.points, [](const CurvePoint& point) { return point.spo2.has_value(); })) {
        geometry.legend.append({Kind::Oxygen, GeometryWords::tr("SpO₂ %"), {}});
    }
    if (!curve.earlier.isEmpty()) {
        const QString text = curve.earlier.size() == 1
                                 ? GeometryWords::tr("1 earlier dose")
                                 : GeometryWords::tr("%1 earlier doses").arg(curve.earlier.size());
        geometry.legend.append({Kind::Earlier, text, {}});
    }
    appendMarks(curve, geometry);
    const QFontMetricsF metrics = face.labelMetrics();
    qreal x = rect.left();
    qreal y = rect.top() + face.unit;
    for (CurveLegend& entry : geometry.legend) {
        const qreal width = curveSignWidth(face) + 5 * face.unit + metrics.horizontalAdvance(entry.text);
        if (x > rect.left() && x + width > rect.right()) {
            x = rect.left();
            y += metrics.height() + 2 * face.unit;
        }
        entry.rect = QRectF(x, y, width, metrics.height());
        x += width + 14 * face.unit;
    }
    return y + metrics.height();
}

void layOutInfusion(const SessionCurve& curve, const ChartFace& face, const QRectF& rect,
                    CurveGeometry& geometry) {
    if (!curve.infusionEnd) {
        return;
    }
    const QFontMetricsF metrics = face.labelMetrics();
    const qreal width = metrics.horizontalAdvance(infusionText(curve));
    const qreal middle = (geometry.mapX(0) + geometry.mapX(std::min(*curve.infusionEnd, geometry.xLast))) / 2;
    const qreal left =
        std::clamp(middle - width / 2, rect.left(), std::max(rect.left(), rect.right() - width));
    geometry.infusionWord =
        QRectF(left, geometry.plot.top() - metrics.height() - 2 * face.unit, width, metrics.height());
}

/// The minutes worth a label: the first of the axis, then 0 and its multiples of a step that fits.
QList<int> minutesFor(const CurveGeometry& geometry, qreal labelWidth) {
    const qreal perMinute = geometry.plot.width() / (geometry.xLast - geometry.xFirst);
    int step = 0;
    for (const int candidate : std::array{10, 15, 20, 30, 60, 120, 240, 480}) {
        step = candidate;
        if (candidate * perMinute >= labelWidth) {
            break;
        }
    }
    QList<int> minutes;
    const int first = static_cast<int>(std::ceil(geometry.xFirst));
    if (first < 0 && -first * perMinute >= 0.7 * labelWidth) {
        minutes.append(first);
    }
    for (int minute = 0; minute <= geometry.xLast; minute += step) {
        minutes.append(minute);
    }
    return minutes;
}

void layOutTicks(const ChartFace& face, const QRectF& rect, CurveGeometry& geometry) {
    const QFontMetricsF metrics = face.labelMetrics();
    const QList<int> minutes =
        minutesFor(geometry, metrics.horizontalAdvance(QStringLiteral("120")) + 8 * face.unit);
    for (const int minute : minutes) {
        const bool isLast = minute == minutes.last();
        const QString label = isLast ? GeometryWords::tr("%1 min").arg(minute) : signedText(minute);
        const qreal width = metrics.horizontalAdvance(label);
        // The number of the last label stands under its tick as far as its unit has room at the right.
        const qreal number = metrics.horizontalAdvance(signedText(minute));
        const qreal left = std::min(geometry.mapX(minute) - number / 2, rect.right() - width);
        const QRectF place(left, geometry.plot.bottom() + 6 * face.unit, width, metrics.height());
        if (!geometry.ticks.isEmpty() && geometry.ticks.last().rect.right() + 3 * face.unit > place.left()) {
            geometry.ticks.removeLast();
        }
        geometry.ticks.append({minute, label, place});
    }
}

/// Words stand above their line, or below it where another limit runs through that place.
void layOutLimits(const SessionCurve& curve, const ChartFace& face, CurveGeometry& geometry) {
    const QFontMetricsF metrics = face.labelMetrics();
    QList<QRectF> taken;
    for (const CurveLimit& limit : curve.limits) {
        const qreal y = geometry.mapY(limit.value);
        const qreal width = metrics.horizontalAdvance(limit.words);
        const auto isFree = [&](const QRectF& place) {
            const bool onWords =
                std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(place); });
            const bool onLine = std::ranges::any_of(curve.limits, [&](const CurveLimit& other) {
                const qreal line = geometry.mapY(other.value);
                return line > place.top() + face.unit && line < place.bottom() - face.unit;
            });
            return !onWords && !onLine;
        };
        const QRectF above(geometry.plot.right() - width, y - metrics.height(), width, metrics.height());
        const QRectF below = above.translated(0, metrics.height());
        const QRectF place = isFree(above) || !isFree(below) ? above : below;
        taken.append(place);
        const bool crossed = y > place.top() + face.unit && y < place.bottom() - face.unit;
        geometry.limits.append({place, crossed ? place.left() - 5 * face.unit : geometry.plot.right()});
    }
}

} // namespace

qreal CurveGeometry::mapX(double minute) const {
    return plot.left() + (minute - xFirst) / (xLast - xFirst) * plot.width();
}

qreal CurveGeometry::mapY(double value) const {
    return plot.bottom() - (value - yLow) / (yHigh - yLow) * plot.height();
}

QString infusionText(const SessionCurve& curve) {
    return curve.infusionEnd ? GeometryWords::tr("infusion 0–%1").arg(std::lround(*curve.infusionEnd))
                             : QString();
}

qreal curveSignWidth(const ChartFace& face) {
    return 20 * face.unit;
}

CurveGeometry layOutCurve(const SessionCurve& curve, const ChartFace& face, const QRectF& rect) {
    CurveGeometry geometry;
    chooseCurveRange(curve, geometry);
    const qreal row = face.labelMetrics().height();
    const qreal left = face.labelMetrics().horizontalAdvance(QStringLiteral("180")) + 10 * face.unit;
    const qreal legendBottom = layOutCurveLegend(curve, face, rect.adjusted(left, 0, 0, 0), geometry);
    const qreal top = legendBottom - rect.top() + (curve.infusionEnd ? row : 0) + 7 * face.unit;
    geometry.plot = rect.adjusted(left, top, -16 * face.unit, -(row + 9 * face.unit));
    geometry.plot.setHeight(std::max(geometry.plot.height(), 40 * face.unit));
    layOutInfusion(curve, face, rect, geometry);
    layOutTicks(face, rect, geometry);
    layOutLimits(curve, face, geometry);
    return geometry;
}

} // namespace kairos::ui
