// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/session_curve_painter.h"

#include "ui/charts/chart_words.h"
#include "ui/charts/curve_pens.h"
#include "ui/charts/thinning.h"

#include "ui/shared/glyphs.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr qreal kSignSize = 9;
constexpr float kGridAlpha = 0.8F;

struct PainterWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::SessionCurvePainter)
};

} // namespace

QList<SessionCurvePainter::Strand> SessionCurvePainter::strands() const {
    const QColor pressure = m_theme.series(1).color;
    const QColor pulse = m_theme.series(2).color;
    const QColor oxygen = m_theme.series(3).color;
    return {
        Strand{[](const CurvePoint& point) { return point.spo2; },
               Marker::Diamond,
               oxygen,
               {px(2), px(2)},
               true},
        Strand{
            [](const CurvePoint& point) { return point.pulse; }, Marker::Circle, pulse, {px(5), px(3)}, true},
        Strand{
            [](const CurvePoint& point) { return point.diastolic; }, Marker::TriangleUp, pressure, {}, false},
        Strand{[](const CurvePoint& point) { return point.systolic; },
               Marker::TriangleDown,
               pressure,
               {},
               false}};
}

void SessionCurvePainter::paint(QPainter& painter, const QRectF& rect) {
    m_geometry = layOutCurve(m_curve, m_face, rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    paintAxes(painter);
    paintEarlier(painter);
    paintLimits(painter);
    paintNow(painter);
    for (const Strand& strand : strands()) {
        paintStrand(painter, strand);
        paintPreview(painter, strand);
    }
    paintEvents(painter);
    paintPeak(painter);
    paintLegend(painter);
    painter.restore();
}

void SessionCurvePainter::paintGround(QPainter& painter) const {
    const QRectF& plot = m_geometry.plot;
    painter.setPen(Qt::NoPen);
    if (m_curve.infusionEnd) {
        const qreal from = m_geometry.mapX(0);
        const qreal to = std::min(m_geometry.mapX(*m_curve.infusionEnd), plot.right());
        painter.fillRect(QRectF(from, plot.top(), to - from, plot.height()),
                         m_theme.color(Token::AccentSoft));
        painter.setFont(m_face.label);
        painter.setPen(m_theme.color(Token::Text2));
        drawText(painter, m_geometry.infusionWord, Qt::AlignCenter, infusionText(m_curve));
    }
    paintBands(painter);
}

void SessionCurvePainter::paintBands(QPainter& painter) const {
    const QRectF& plot = m_geometry.plot;
    const auto bandOf = [&](LimitLevel level, Token token, double upTo) {
        for (const CurveLimit& limit : m_curve.limits) {
            if (limit.level == level && limit.value < upTo) {
                painter.fillRect(QRectF(QPointF(plot.left(), std::max(plot.top(), m_geometry.mapY(upTo))),
                                        QPointF(plot.right(), m_geometry.mapY(limit.value))),
                                 m_theme.color(token));
            }
        }
    };
    double stop = m_geometry.yHigh;
    for (const CurveLimit& limit : m_curve.limits) {
        stop = limit.level == LimitLevel::Stop ? std::min(stop, limit.value) : stop;
    }
    bandOf(LimitLevel::Caution, Token::CautionSoft, stop);
    bandOf(LimitLevel::Stop, Token::StopSoft, m_geometry.yHigh);
}

void SessionCurvePainter::paintAxes(QPainter& painter) const {
    const QRectF& plot = m_geometry.plot;
    const QFontMetricsF metrics = m_face.labelMetrics();
    painter.setFont(m_face.label);
    for (double value = m_geometry.yLow; value <= m_geometry.yHigh; value += kPressureStep) {
        const qreal y = m_geometry.mapY(value);
        painter.setPen(QPen(faded(m_theme.color(Token::Line), kGridAlpha), px(0.8)));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(m_theme.color(Token::Text2));
        drawText(painter, QRectF(plot.left() - px(60), y - metrics.height() / 2, px(52), metrics.height()),
                 Qt::AlignRight | Qt::AlignVCenter, QString::number(std::lround(value)));
    }
    painter.setPen(QPen(m_theme.color(Token::LineStrong), px(1)));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    for (const MinuteTick& tick : m_geometry.ticks) {
        const qreal x = m_geometry.mapX(tick.minute);
        painter.setPen(QPen(m_theme.color(Token::LineStrong), px(1)));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + px(4)));
        painter.setPen(m_theme.color(Token::Text2));
        drawText(painter, tick.rect, Qt::AlignCenter, tick.label);
    }
}

QList<QPointF> SessionCurvePainter::lineOf(const QList<CurvePoint>& points, const Part& part) const {
    QList<QPointF> pixels;
    for (const CurvePoint& point : points) {
        if (const auto value = part(point)) {
            pixels.append(QPointF(m_geometry.mapX(point.minute), m_geometry.mapY(*value)));
        }
    }
    return thinnedLine(pixels);
}

void SessionCurvePainter::paintEarlier(QPainter& painter) const {
    painter.save();
    painter.setClipRect(m_geometry.plot);
    const QPen pen = linePen(faded(m_theme.series(6).color, kEarlierAlpha), px(1.3));
    for (const QList<CurvePoint>& session : m_curve.earlier) {
        paintLine(painter, lineOf(session, [](const CurvePoint& point) { return point.systolic; }), pen);
        paintLine(painter, lineOf(session, [](const CurvePoint& point) { return point.diastolic; }), pen);
    }
    painter.restore();
}

QColor SessionCurvePainter::limitColor(LimitLevel level) const {
    switch (level) {
    case LimitLevel::Information:
        return m_theme.color(Token::Text2);
    case LimitLevel::Caution:
        return m_theme.color(Token::Caution);
    case LimitLevel::Stop:
        return m_theme.color(Token::Stop);
    }
    return m_theme.color(Token::Text2);
}

QPen SessionCurvePainter::limitPen(LimitLevel level) const {
    switch (level) {
    case LimitLevel::Information:
        return linePen(limitColor(level), px(1.2), {px(1.5), px(3)});
    case LimitLevel::Caution:
        return linePen(limitColor(level), px(1.2), {px(8), px(4)});
    case LimitLevel::Stop:
        return linePen(limitColor(level), px(1.6));
    }
    return {};
}

void SessionCurvePainter::paintLimits(QPainter& painter) const {
    painter.setFont(m_face.label);
    for (qsizetype i = 0; i < m_curve.limits.size(); ++i) {
        const CurveLimit& limit = m_curve.limits.at(i);
        const PlacedLimit& placed = m_geometry.limits.at(i);
        const qreal y = m_geometry.mapY(limit.value);
        painter.setPen(limitPen(limit.level));
        painter.drawLine(QPointF(m_geometry.plot.left(), y), QPointF(placed.lineEnd, y));
        painter.setPen(limitColor(limit.level));
        drawText(painter, placed.words, Qt::AlignRight | Qt::AlignVCenter, limit.words);
    }
}

void SessionCurvePainter::paintSign(QPainter& painter, const Strand& strand, const QPointF& at,
                                    bool hollow) const {
    painter.setPen(QPen(strand.color, px(hollow ? 1.7 : 1), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(hollow ? m_theme.color(Token::Surface) : strand.color);
    painter.drawPath(markerPath(strand.marker, at, px(strand.outlined ? kSignSize - 1.5 : kSignSize)));
}

void SessionCurvePainter::paintStrand(QPainter& painter, const Strand& strand) const {
    const QList<QPointF> line = lineOf(m_curve.points, strand.part);
    paintLine(painter, line, linePen(strand.color, px(strand.outlined ? 1.5 : 2.4), strand.dash));
    // Signs that would cover each other say nothing: a dense line carries one now and then, and its last.
    const qreal apart = isDense(line) ? px(60) : 0;
    std::optional<qreal> former;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF& at = line.at(i);
        if (!former || at.x() - *former >= apart || i + 1 == line.size()) {
            paintSign(painter, strand, at, strand.outlined);
            former = at.x();
        }
    }
}

bool SessionCurvePainter::isDense(const QList<QPointF>& line) const {
    return static_cast<double>(line.size()) * px(kSignSize) > 2 * m_geometry.plot.width();
}

void SessionCurvePainter::paintLine(QPainter& painter, const QList<QPointF>& line, const QPen& pen) const {
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    if (isDense(line)) {
        // A point in every column: dashes and soft edges would not be seen, and cost a hundred times as much.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(pen.color(), 0));
    }
    painter.drawPolyline(line);
    painter.restore();
}

void SessionCurvePainter::paintPreview(QPainter& painter, const Strand& strand) const {
    if (!m_curve.preview || !strand.part(*m_curve.preview)) {
        return;
    }
    const QPointF at(m_geometry.mapX(m_curve.preview->minute),
                     m_geometry.mapY(*strand.part(*m_curve.preview)));
    const QList<QPointF> line = lineOf(m_curve.points, strand.part);
    if (!line.isEmpty()) {
        painter.setPen(linePen(strand.color, px(1.6), {px(1.5), px(3)}));
        painter.drawLine(line.last(), at);
        paintSign(painter, strand, line.last(), strand.outlined);
    }
    paintSign(painter, strand, at, true);
}

void SessionCurvePainter::paintNow(QPainter& painter) const {
    if (m_curve.now) {
        const qreal x = m_geometry.mapX(*m_curve.now);
        painter.setPen(QPen(m_theme.color(Token::Accent), px(2)));
        painter.drawLine(QPointF(x, m_geometry.plot.top()), QPointF(x, m_geometry.plot.bottom()));
    }
}

Obstacles SessionCurvePainter::obstacles() const {
    Obstacles obstacles;
    obstacles.bounds = m_geometry.plot;
    for (const PlacedLimit& limit : m_geometry.limits) {
        obstacles.blocks.append(limit.words);
    }
    for (qsizetype i = 0; i < m_curve.limits.size(); ++i) {
        const qreal y = m_geometry.mapY(m_curve.limits.at(i).value);
        obstacles.hairlines.append(QLineF(m_geometry.plot.left(), y, m_geometry.limits.at(i).lineEnd, y));
    }
    for (const Strand& strand : strands()) {
        std::optional<QPointF> former;
        for (const CurvePoint& point : m_curve.points) {
            if (const auto value = strand.part(point)) {
                const QPointF at = m_geometry.map(point.minute, *value);
                obstacles.blocks.append(QRectF(at - QPointF(px(6), px(6)), QSizeF(px(12), px(12))));
                if (former) {
                    obstacles.lines.append(QLineF(*former, at));
                }
                former = at;
            }
        }
    }
    return obstacles;
}

void SessionCurvePainter::paintPeak(QPainter& painter) const {
    const auto peak = m_curve.peak();
    if (!m_curve.namesPeak || !peak) {
        return;
    }
    const QString text =
        PainterWords::tr("%1 peak, %2 min")
            .arg(pressureText(*peak), signedText(static_cast<int>(std::lround(peak->minute))));
    const QSizeF size(m_face.strongMetrics().horizontalAdvance(text), m_face.strongMetrics().height());
    const QPointF at = m_geometry.map(peak->minute, *peak->systolic);
    // Near the peak and at its side first, then further off; tied to it by a thin line.
    QList<QRectF> places;
    for (const qreal away : std::array{24.0, 40.0, 60.0, 84.0}) {
        for (const qreal down : std::array{0.0, 12.0, -12.0, 26.0, -26.0, 42.0, 60.0, 80.0}) {
            const qreal top = at.y() + px(down) - size.height() / 2;
            places.append(QRectF(QPointF(at.x() + px(away), top), size));
            places.append(QRectF(QPointF(at.x() - px(away) - size.width(), top), size));
        }
    }
    const QRectF words = bestPlace(places, obstacles());
    if (words.isEmpty()) {
        return;
    }
    const bool right = words.left() > at.x();
    painter.setPen(QPen(m_theme.color(Token::Text2), px(0.8)));
    painter.drawLine(at + QPointF(right ? px(7) : -px(7), 0),
                     QPointF(right ? words.left() - px(3) : words.right() + px(3), words.center().y()));
    painter.setFont(m_face.strong);
    painter.setPen(m_theme.color(Token::Text));
    drawText(painter, words, Qt::AlignCenter, text);
}

void paintSessionCurve(QPainter& painter, const PaperPlace& place, const SessionCurve& curve,
                       const Theme& theme) {
    const PaperScope scope(painter, place);
    const ChartFace face = paperFace(place.labelPoints);
    SessionCurvePainter(curve, theme, face).paint(painter, scope.rect());
}

} // namespace kairos::ui
