// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, and the legend.
#include "ui/charts/curve_pens.h"
#include "ui/charts/session_curve_painter.h"

#include "ui/shared/glyphs.h"

namespace kairos::ui {
namespace {

constexpr qreal kMarkSize = 9;
constexpr int kMostLevels = 3;

/// Where the strand of a legend stands in strands().
qsizetype strandOf(CurveLegend::Kind kind) {
    switch (kind) {
    case CurveLegend::Kind::Oxygen:
        return 0;
    case CurveLegend::Kind::Pulse:
        return 1;
    case CurveLegend::Kind::Diastolic:
        return 2;
    case CurveLegend::Kind::Systolic:
    case CurveLegend::Kind::Earlier:
    case CurveLegend::Kind::Dose:
    case CurveLegend::Kind::Rescue:
    case CurveLegend::Kind::Rating:
        break;
    }
    return 3;
}

std::optional<CurveMark> markOf(CurveLegend::Kind kind) {
    switch (kind) {
    case CurveLegend::Kind::Dose:
        return CurveMark::Dose;
    case CurveLegend::Kind::Rescue:
        return CurveMark::Rescue;
    case CurveLegend::Kind::Rating:
        return CurveMark::Rating;
    case CurveLegend::Kind::Systolic:
    case CurveLegend::Kind::Diastolic:
    case CurveLegend::Kind::Pulse:
    case CurveLegend::Kind::Oxygen:
    case CurveLegend::Kind::Earlier:
        break;
    }
    return std::nullopt;
}

} // namespace

void SessionCurvePainter::paintMark(QPainter& painter, CurveMark mark, const QPointF& at) const {
    const QColor ink = m_theme.color(Token::Text);
    painter.setPen(QPen(ink, px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(ink);
    const qreal half = px(kMarkSize / 2);
    switch (mark) {
    case CurveMark::Event:
        break;
    case CurveMark::Dose:
        painter.drawPath(markerPath(Marker::Square, at, px(kMarkSize - 1)));
        break;
    case CurveMark::Rescue:
        painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0));
        painter.drawLine(at - QPointF(0, half), at + QPointF(0, half));
        break;
    case CurveMark::Rating:
        painter.setBrush(m_theme.color(Token::Surface));
        painter.drawPath(markerPath(Marker::Diamond, at, px(kMarkSize)));
        break;
    }
}

void SessionCurvePainter::paintEvents(QPainter& painter) const {
    const QRectF& plot = m_geometry.plot;
    painter.setFont(m_face.strong);
    const qreal height = m_face.strongMetrics().height();
    qreal formerX = plot.left() - px(kMarkSize * 2);
    int level = 0;
    for (const CurveEvent& event : m_curve.events) {
        const qreal x = m_geometry.mapX(event.minute);
        // What happens within a moment stands one above the other.
        level = x - formerX < px(kMarkSize + 3) ? (level + 1) % kMostLevels : 0;
        formerX = x;
        painter.setPen(QPen(m_theme.color(Token::Text), px(1.6)));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() - px(8)));
        qreal bottom = plot.bottom() - px(9) - level * (height + px(kMarkSize + 3));
        if (event.mark != CurveMark::Event) {
            paintMark(painter, event.mark, QPointF(x, bottom - px(kMarkSize / 2)));
            bottom -= px(kMarkSize + 2);
        }
        painter.setPen(m_theme.color(Token::Text));
        drawText(painter, QRectF(x - px(10), bottom - height, px(20), height), Qt::AlignCenter, event.letter);
    }
}

void SessionCurvePainter::paintLegend(QPainter& painter) const {
    const QList<Strand> all = strands();
    const qreal sign = curveSignWidth(m_face);
    painter.setFont(m_face.label);
    for (const CurveLegend& entry : m_geometry.legend) {
        const QPointF left(entry.rect.left(), entry.rect.center().y());
        if (const auto mark = markOf(entry.kind)) {
            paintMark(painter, *mark, left + QPointF(sign / 2, 0));
        } else if (entry.kind == CurveLegend::Kind::Earlier) {
            painter.setPen(linePen(faded(m_theme.series(6).color, 2 * kEarlierAlpha), px(1.3)));
            painter.drawLine(left, left + QPointF(sign, 0));
        } else {
            const Strand& strand = all.at(strandOf(entry.kind));
            painter.setPen(linePen(strand.color, px(strand.outlined ? 1.5 : 2.4), strand.dash));
            painter.drawLine(left, left + QPointF(sign, 0));
            paintSign(painter, strand, left + QPointF(sign / 2, 0), strand.outlined);
        }
        painter.setPen(m_theme.color(Token::Text2));
        drawText(painter, entry.rect, Qt::AlignRight | Qt::AlignVCenter, entry.text);
    }
}

} // namespace kairos::ui
