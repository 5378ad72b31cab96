// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_overlay.h"

#include "ui/charts/trend_chart.h"
#include "ui/charts/trend_layout.h"
#include "ui/charts/trend_legend.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr qreal kLegendSize = 8;
constexpr qreal kLaneSize = 9;
constexpr qreal kRadius = 3;

struct OverlayWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::TrendOverlay)
};

void drawPlaced(QPainter& painter, const PlacedText& placed, Qt::Alignment align) {
    painter.drawText(placed.rect, int(align) | Qt::TextDontClip | Qt::TextSingleLine, placed.text);
}

} // namespace

TrendOverlay::TrendOverlay(TrendChart& chart) : QGraphicsItem(&chart), m_chart(chart) {
    setAcceptedMouseButtons(Qt::NoButton);
}

void TrendOverlay::setBounds(const QRectF& bounds) {
    prepareGeometryChange();
    m_bounds = bounds;
}

QColor TrendOverlay::color(Token token) const {
    return m_chart.look().color(token);
}

qreal TrendOverlay::px(qreal length) const {
    return length * m_chart.face().unit;
}

void TrendOverlay::paintSign(QPainter& painter, Marker marker, const QPointF& at, GlyphFill fill,
                             const QColor& ink, qreal size) const {
    const bool outlined = fill == GlyphFill::Outlined;
    painter.setPen(QPen(ink, px(outlined ? 1.8 : 1.0), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(outlined ? color(Token::Surface) : ink);
    painter.drawPath(markerPath(marker, at, px(outlined ? size - 0.8 : size)));
}

void TrendOverlay::paintPlate(QPainter& painter, const PlacedText& plate, Token fill, Token edge,
                              Token text) const {
    painter.setPen(QPen(color(edge), px(0.8)));
    painter.setBrush(color(fill));
    painter.drawRoundedRect(plate.rect, px(kRadius), px(kRadius));
    painter.setPen(color(text));
    drawPlaced(painter, plate, Qt::AlignCenter);
}

void TrendOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintHead(*painter);
    paintAxes(*painter);
    paintBandWords(*painter);
    paintDoses(*painter);
    paintPhases(*painter);
    paintLanes(*painter);
    paintToday(*painter);
    paintPublished(*painter);
    paintPlates(*painter);
    paintPoints(*painter);
    paintLetters(*painter);
    paintLegend(*painter);
    paintCrosshair(*painter);
    paintEmpty(*painter);
}

void TrendOverlay::paintHead(QPainter& painter) const {
    if (!m_chart.options().showTitle) {
        return;
    }
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const QString& title = m_chart.model().title;
    painter.setFont(m_chart.face().title);
    painter.setPen(color(Token::Text));
    drawPlaced(painter, {title, g.title}, Qt::AlignLeft | Qt::AlignVCenter);
    const qreal left = m_chart.face().titleMetrics().horizontalAdvance(title) + px(10);
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::Text2));
    drawPlaced(painter, {m_chart.model().subtitle, g.title.adjusted(left, 0, 0, 0)},
               Qt::AlignLeft | Qt::AlignVCenter);
    if (!g.caption.isEmpty()) {
        const QString fitted = m_chart.face().labelMetrics().elidedText(m_chart.options().caption,
                                                                        Qt::ElideRight, g.caption.width());
        drawPlaced(painter, {fitted, g.caption}, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void TrendOverlay::paintAxes(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::Text2));
    for (const PlacedText& label : g.valueLabels) {
        drawPlaced(painter, label, Qt::AlignRight | Qt::AlignVCenter);
    }
    const QRectF date = datePlate();
    for (const PlacedText& label : g.tickLabels) {
        if (!date.intersects(label.rect)) {
            drawPlaced(painter, label, Qt::AlignCenter);
        }
    }
    painter.setPen(QPen(color(Token::LineStrong), px(1)));
    painter.drawLine(g.plot.bottomLeft(), g.plot.bottomRight());
    for (const AxisTick& tick : g.ticks) {
        const qreal x = g.mapX(tick.x);
        painter.drawLine(QPointF(x, g.plot.bottom()), QPointF(x, g.plot.bottom() + px(4)));
    }
}

void TrendOverlay::paintBandWords(QPainter& painter) const {
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::BandText));
    for (const PlacedText& word : m_chart.geometryOfTrend().bandWords) {
        drawPlaced(painter, word, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void TrendOverlay::paintDoses(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    if (m_chart.model().doses.isEmpty() || !m_chart.options().showDoseRow) {
        return;
    }
    const qreal height = m_chart.face().labelMetrics().height();
    painter.setFont(m_chart.face().label);
    painter.setPen(color(Token::Text2));
    const QRectF word(0, g.doseRowTop, g.plot.left() - px(8), height);
    drawPlaced(painter, {doseWord(), word}, Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(m_chart.face().strong);
    painter.setPen(color(Token::Text));
    for (const PlacedText& number : g.doseNumbers) {
        drawPlaced(painter, number, Qt::AlignCenter);
    }
    for (const ChartDose& dose : m_chart.model().doses) {
        if (!g.isInside(dose.x)) {
            continue;
        }
        const QPointF at(g.mapX(dose.x), g.plot.top() - px(8));
        const bool held = dose.state == MarkState::Held;
        paintSign(painter, Marker::TriangleDown, at, held ? GlyphFill::Filled : GlyphFill::Outlined,
                  color(held ? Token::Text : Token::Text3), g.doseSize);
    }
}

void TrendOverlay::paintLanes(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const qsizetype above = m_chart.model().phases.isEmpty() ? 0 : 1;
    for (qsizetype i = above; i < g.laneCentres.size(); ++i) {
        const ChartLane& lane = m_chart.model().lanes.at(i - above);
        const qreal y = g.laneCentres.at(i);
        painter.setFont(m_chart.face().label);
        painter.setPen(color(Token::Text2));
        const qreal half = m_chart.face().labelMetrics().height() / 2;
        drawPlaced(painter, {lane.name, QRectF(0, y - half, g.plot.left() - px(8), 2 * half)},
                   Qt::AlignRight | Qt::AlignVCenter);
        painter.setPen(QPen(color(Token::Line), px(1)));
        painter.drawLine(QPointF(g.plot.left(), y), QPointF(g.plot.right(), y));
        const QColor ink = m_chart.look().series(lane.series).color;
        for (const ChartMark& mark : lane.marks) {
            if (!g.isInside(mark.x)) {
                continue;
            }
            const QPointF at(g.mapX(mark.x), y);
            paintSign(painter, lane.marker, at,
                      mark.state == MarkState::Held ? GlyphFill::Filled : GlyphFill::Outlined, ink,
                      kLaneSize);
            if (mark.late) {
                paintSign(painter, Marker::TriangleUp, at + QPointF(0, px(11)), GlyphFill::Outlined,
                          color(Token::Caution), 6.5);
            }
        }
    }
}

void TrendOverlay::paintToday(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    if (!m_chart.model().todayX || !g.isInside(*m_chart.model().todayX)) {
        return;
    }
    const qreal x = g.mapX(*m_chart.model().todayX);
    const qreal bottom = g.today ? g.today->rect.top() : g.plot.bottom();
    painter.setPen(QPen(color(Token::Accent), px(2)));
    painter.drawLine(QPointF(x, g.plot.top()), QPointF(x, bottom));
    if (g.today && !datePlate().intersects(g.today->rect)) {
        painter.setFont(m_chart.face().strong);
        paintPlate(painter, *g.today, Token::Accent, Token::Accent, Token::AccentText);
    }
}

void TrendOverlay::paintPoints(QPainter& painter) const {
    const TrendGeometry& g = m_chart.geometryOfTrend();
    for (const QList<qsizetype>& series : g.shown) {
        for (const qsizetype index : series) {
            const ChartPoint& point = m_chart.model().points.at(index);
            if (g.isInside(point.x)) {
                const SeriesStyle& style = m_chart.look().series(point.series);
                paintSign(painter, style.marker, g.map(point.x, point.y),
                          point.hollow ? GlyphFill::Outlined : GlyphFill::Filled, style.color, g.pointSize);
            }
        }
    }
    painter.setFont(m_chart.face().strong);
    painter.setPen(color(Token::Text));
    for (const PlacedText& total : g.totals) {
        drawPlaced(painter, total, Qt::AlignCenter);
    }
}

void TrendOverlay::paintPlates(QPainter& painter) const {
    painter.setFont(m_chart.face().label);
    for (const PlacedText& plate : m_chart.geometryOfTrend().plates) {
        paintPlate(painter, plate, Token::Surface, Token::Line, Token::Text);
    }
}

void TrendOverlay::paintLegend(QPainter& painter) const {
    const Theme& look = m_chart.look();
    for (const LegendEntry& entry : m_chart.geometryOfTrend().legend) {
        const qreal width = legendSignWidth(entry.kind, m_chart.face());
        const QPointF at(entry.rect.left() + width / 2, entry.rect.center().y());
        const bool line = entry.kind == LegendEntry::Kind::Counted || entry.kind == LegendEntry::Kind::Hollow;
        if (entry.kind == LegendEntry::Kind::Practice || entry.kind == LegendEntry::Kind::Letter) {
            paintLegendSwatch(painter, entry);
            continue;
        }
        const bool outlined =
            entry.kind != LegendEntry::Kind::Counted && entry.kind != LegendEntry::Kind::Held;
        const QColor ink =
            entry.kind == LegendEntry::Kind::Late ? color(Token::Caution) : look.series(entry.series).color;
        if (line) {
            QPen pen(ink, px(outlined ? 1.3 : 2.2));
            if (outlined) {
                pen.setDashPattern({3 / 1.3, 3 / 1.3});
            }
            painter.setPen(pen);
            painter.drawLine(at - QPointF(width / 2, 0), at + QPointF(width / 2, 0));
        }
        paintSign(painter, line ? look.series(entry.series).marker : entry.marker, at,
                  outlined ? GlyphFill::Outlined : GlyphFill::Filled, ink, kLegendSize);
        painter.setFont(m_chart.face().label);
        painter.setPen(color(Token::Text2));
        drawPlaced(painter, {entry.text, entry.rect.adjusted(width + px(6), 0, 0, 0)},
                   Qt::AlignLeft | Qt::AlignVCenter);
    }
}

QString TrendOverlay::phaseRowWord() {
    return phaseWord();
}

const ChartPoint* TrendOverlay::currentPoint() const {
    if (!m_chart.current()) {
        return nullptr;
    }
    const ChartPoint& point = m_chart.model().points.at(*m_chart.current());
    return m_chart.geometryOfTrend().isInside(point.x) ? &point : nullptr;
}

QRectF TrendOverlay::datePlate() const {
    if (currentPoint() == nullptr) {
        return {};
    }
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const ChartPoint& point = *currentPoint();
    const QFontMetricsF metrics = m_chart.face().strongMetrics();
    const qreal width = metrics.horizontalAdvance(point.shortDate) + px(14);
    const qreal left = std::clamp(g.mapX(point.x) - width / 2, 0.0, std::max(0.0, m_bounds.width() - width));
    const qreal top =
        m_chart.options().showAxis ? g.axisTop - px(1) : g.plot.bottom() - metrics.height() - px(6);
    return QRectF(left, top, width, metrics.height() + px(4));
}

void TrendOverlay::paintCrosshair(QPainter& painter) const {
    if (currentPoint() == nullptr) {
        return;
    }
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const ChartPoint& point = *currentPoint();
    const QPointF at = g.map(point.x, point.y);
    const QRectF date = datePlate();
    painter.setPen(QPen(color(Token::Focus), px(1.2)));
    painter.drawLine(QPointF(at.x(), g.plot.top()), QPointF(at.x(), date.top()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Token::Focus), px(2)));
    painter.drawEllipse(at, px(8.5), px(8.5));
    painter.setFont(m_chart.face().strong);
    paintPlate(painter, {point.shortDate, date}, Token::Accent, Token::Accent, Token::AccentText);
    if (m_chart.options().showReadOut) {
        paintReadOut(painter, point, at);
    }
}

void TrendOverlay::paintReadOut(QPainter& painter, const ChartPoint& point, const QPointF& at) const {
    const QRectF& plot = m_chart.geometryOfTrend().plot;
    const QFontMetricsF metrics = m_chart.face().labelMetrics();
    const qreal room = plot.width() - px(8);
    const QString text = metrics.elidedText(point.readOut, Qt::ElideRight, room - px(16));
    const qreal width = metrics.horizontalAdvance(text) + px(16);
    const qreal height = metrics.height() + px(8);
    const QList<PlacedText>& words = m_chart.geometryOfTrend().bandWords;
    const qreal clear = words.isEmpty() ? plot.right() : words.first().rect.left();
    const qreal end = std::max(clear - px(6), plot.left() + px(4) + width);
    const qreal left = std::clamp(at.x() - width / 2, plot.left() + px(4), end - width);
    // In the half of the plot where the point is not.
    const qreal top = at.y() > plot.center().y() ? plot.top() + px(6) : plot.bottom() - height - px(6);
    painter.setFont(m_chart.face().label);
    paintPlate(painter, {text, QRectF(left, top, width, height)}, Token::Raised, Token::LineStrong,
               Token::Text);
}

void TrendOverlay::paintEmpty(QPainter& painter) const {
    if (!m_chart.model().isEmpty()) {
        return;
    }
    const TrendGeometry& g = m_chart.geometryOfTrend();
    const QString& text = m_chart.model().emptyWords;
    const QFontMetricsF metrics = m_chart.face().strongMetrics();
    QRectF rect(0, 0, metrics.horizontalAdvance(text) + px(24), metrics.height() + px(12));
    rect.moveCenter(QPointF(g.plot.center().x(), g.plot.center().y()));
    painter.setFont(m_chart.face().strong);
    paintPlate(painter, {text, rect}, Token::Surface, Token::Line, Token::Text2);
}

} // namespace kairos::ui
