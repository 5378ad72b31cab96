// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart.h"
#include "ui/charts/trend_legend.h"
#include "ui/charts/trend_overlay.h"

#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr qreal kFigureSize = 9;

void drawSign(QPainter& painter, const PlacedText& placed, Qt::Alignment align) {
    painter.drawText(placed.rect, int(align) | Qt::TextDontClip | Qt::TextSingleLine, placed.text);
}

} // namespace

void TrendOverlay::paintPublished(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const QColor ink = m_chart.look().series(6).color;
    const QPointF cap(px(4), 0);
    const QPointF foot(0, px(4));
    for (qsizetype i = 0; i < m_chart.model().published.size(); ++i) {
        const PublishedFigure& figure = m_chart.model().published.at(i);
        const double to = figure.toDay.value_or(figure.day);
        const double x = (figure.day + to) / 2;
        if (!g.isInside(x)) {
            continue;
        }
        painter.setPen(QPen(ink, px(1.4)));
        if (figure.low && figure.high) {
            const QPointF low = g.map(x, *figure.low);
            const QPointF high = g.map(x, *figure.high);
            painter.drawLine(low, high);
            painter.drawLine(low - cap, low + cap);
            painter.drawLine(high - cap, high + cap);
        }
        if (to > figure.day) {
            const QPointF first = g.map(std::max(figure.day, g.xFirst), figure.value);
            const QPointF last = g.map(std::min(to, g.xLast), figure.value);
            painter.drawLine(first, last);
            painter.drawLine(first - foot, first + foot);
            painter.drawLine(last - foot, last + foot);
        }
        paintSign(painter, figure.marker, g.map(x, figure.value), GlyphFill::Outlined, ink, kFigureSize);
        painter.setFont(m_chart.face().label);
        painter.setPen(color(Token::Text2));
        drawSign(painter, g.figureWords.at(i), Qt::AlignCenter);
    }
}

void TrendOverlay::paintLetters(QPainter& painter) const {
    painter.setFont(m_chart.face().strong);
    for (const PlacedText& letter : m_chart.geometryOfTrend().letters) {
        paintPlate(painter, letter, Token::Surface, Token::LineStrong, Token::Text);
    }
}

void TrendOverlay::paintPhases(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    if (g.phaseBoxes.isEmpty()) {
        return;
    }
    const qreal half = m_chart.face().labelMetrics().height() / 2;
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::Text2));
    drawSign(painter,
             {phaseRowWord(), QRectF(0, g.laneCentres.first() - half, g.plot.left() - px(8), 2 * half)},
             Qt::AlignRight | Qt::AlignVCenter);
    painter.setPen(QPen(color(Token::LineStrong), px(0.8)));
    painter.setBrush(color(Token::NeutralSoft));
    for (const QRectF& box : g.phaseBoxes) {
        painter.drawRect(box);
    }
    painter.setPen(color(Token::Text2));
    for (const PlacedText& phase : g.phaseWords) {
        drawSign(painter, {phase.text, phase.rect.adjusted(px(5), 0, 0, 0)},
                 Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void TrendOverlay::paintLegendSwatch(QPainter& painter, const LegendEntry& entry) const {
    const qreal width = legendSignWidth(entry.kind, m_chart.face());
    painter.setFont(m_chart.face().strong);
    const QRectF swatch(entry.rect.left(), entry.rect.top() + px(1), width, entry.rect.height() - px(2));
    if (entry.kind == LegendEntry::Kind::Letter) {
        paintPlate(painter, {entry.letter, swatch}, Token::Surface, Token::LineStrong, Token::Text);
    } else {
        const QColor ink = m_chart.look().series(1).color;
        painter.setBrush(practiceFill(ink));
        painter.setPen(practiceEdge(ink, m_chart.face().unit));
        painter.drawRect(swatch);
    }
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::Text2));
    drawSign(painter, {entry.text, entry.rect.adjusted(width + px(6), 0, 0, 0)},
             Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace kairos::ui
