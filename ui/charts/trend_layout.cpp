// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_layout.h"

#include "ui/charts/label_layout.h"

#include "core/outcomes/trend_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

struct LayoutWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::TrendLayout)
};

void layOutValues(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    const qreal height = layout.labelHeight();
    qreal lowestFree = g.plot.bottom() + height;
    for (const double value : axisValues(layout.model)) {
        const qreal y = g.mapY(value);
        const QRectF rect(0, y - height / 2, g.plot.left() - layout.px(8), height);
        if (rect.bottom() <= lowestFree) {
            g.valueLabels.append(PlacedText{chartNumber(value) + layout.model.unit, rect});
            lowestFree = rect.top() + layout.px(2);
        }
    }
}

void layOutBandWords(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    if (layout.wordWidth <= 0) {
        return;
    }
    for (const ChartBand& band : layout.model.bands) {
        const qreal top = g.mapY(band.to);
        const qreal room = g.mapY(band.from) - top;
        if (room >= layout.labelHeight()) {
            g.bandWords.append(PlacedText{
                bandText(band, layout.ranges),
                QRectF(g.plot.right() - layout.px(8) - layout.wordWidth, top, layout.wordWidth, room)});
        }
    }
}

void layOutDoseNumbers(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    if (!layout.options.showDoseRow) {
        return;
    }
    qreal free = g.plot.left() - layout.px(kEdgePad);
    for (const ChartDose& dose : layout.model.doses) {
        const QString text = QString::number(dose.number);
        const qreal width = layout.face.strongMetrics().horizontalAdvance(text);
        const QRectF rect(g.mapX(dose.x) - width / 2, g.doseRowTop, width, layout.labelHeight());
        if (g.isInside(dose.x) && rect.left() >= free && rect.right() <= layout.size.width()) {
            g.doseNumbers.append(PlacedText{text, rect});
            free = rect.right() + layout.px(3);
        }
    }
}

void layOutTime(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    const AxisRange range{
        layout.model.origin,    g.xFirst,         g.xLast, g.plot.width() / (g.xLast - g.xFirst),
        layout.model.firstDose, layout.model.zone};
    const qreal gap = layout.px(10);
    g.ticks = layout.options.axis == AxisMode::Days && layout.model.hasDoses
                  ? dayTicks(range, layout.labelWidth(dayZeroWord()) + gap)
                  : dateTicks(range, layout.labelWidth(QStringLiteral("30 Sep")) + gap, QLocale());
    if (!layout.options.showAxis) {
        return;
    }
    qreal free = 0;
    if (layout.model.todayX && g.isInside(*layout.model.todayX)) {
        const QString text = todayWord();
        const qreal width = layout.face.strongMetrics().horizontalAdvance(text) + layout.px(14);
        const qreal left = std::clamp(g.mapX(*layout.model.todayX) - width / 2, 0.0,
                                      std::max(0.0, layout.size.width() - width));
        g.today = PlacedText{
            text, QRectF(left, g.axisTop - layout.px(1), width, layout.labelHeight() + layout.px(4))};
    }
    for (const AxisTick& tick : std::as_const(g.ticks)) {
        const qreal width = layout.labelWidth(tick.label);
        const QRectF rect(g.mapX(tick.x) - width / 2, g.axisTop + layout.px(1), width, layout.labelHeight());
        const bool clear = rect.left() >= free && rect.right() <= layout.size.width() &&
                           !(g.today && g.today->rect.adjusted(-gap / 2, 0, gap / 2, 0).intersects(rect));
        if (clear) {
            g.tickLabels.append(PlacedText{tick.label, rect});
            free = rect.right() + layout.px(4);
        }
    }
}

void layOutPlates(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    const qreal height = layout.labelHeight() + layout.px(4);
    const auto past = layout.model.pastSpan();
    const double end = past ? std::max(past->last, past->first + kShortestSpan) : g.xFirst;
    const qreal left = g.mapX(end) + layout.px(12);
    QList<qreal> wishes;
    for (const ChartLine& line : layout.model.lines) {
        wishes.append(g.mapY(line.y) - height / 2);
    }
    const QList<qreal> tops = spreadColumn(wishes, {height, layout.px(2), g.plot.top(), g.plot.bottom()});
    for (qsizetype i = 0; i < tops.size(); ++i) {
        const QString& text = layout.model.lines.at(i).plate;
        const qreal width = layout.labelWidth(text) + layout.px(2 * kPlateRoom);
        // Where the past ends outside the window the plates stand before the words of the bands.
        const qreal words = layout.wordWidth > 0 ? layout.wordWidth + layout.px(14) : layout.px(2);
        const qreal most = g.plot.right() - width - words;
        const qreal inside = std::clamp(left, std::min(g.plot.left() + layout.px(2), most), most);
        g.plates.append(PlacedText{text, QRectF(inside, tops.at(i), width, height)});
    }
}

Obstacles obstaclesOf(const TrendLayout& layout) {
    const TrendGeometry& g = layout.geometry;
    Obstacles obstacles;
    obstacles.bounds = g.plot;
    const qreal radius = layout.px(kMarkerRadius);
    for (const QList<qsizetype>& series : g.shown) {
        std::optional<QPointF> former;
        for (const qsizetype index : series) {
            const ChartPoint& point = layout.model.points.at(index);
            const QPointF at = g.map(point.x, point.y);
            obstacles.blocks.append(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
            if (former) {
                obstacles.lines.append(QLineF(*former, at));
            }
            former = at;
        }
    }
    for (const PlacedText& plate : g.plates) {
        obstacles.blocks.append(plate.rect);
    }
    for (const ChartDose& dose : layout.model.doses) {
        if (dose.state == MarkState::Held) {
            const qreal x = g.mapX(dose.x);
            obstacles.hairlines.append(QLineF(x, g.plot.top(), x, g.plot.bottom()));
        }
    }
    for (const ChartLine& line : layout.model.lines) {
        obstacles.hairlines.append(
            QLineF(g.map(line.fromX, line.y), QPointF(g.plot.right(), g.mapY(line.y))));
    }
    if (layout.model.todayX) {
        const qreal x = g.mapX(*layout.model.todayX);
        obstacles.hairlines.append(QLineF(x, g.plot.top(), x, g.plot.bottom()));
    }
    return obstacles;
}

void layOutTotals(TrendLayout& layout, Obstacles& obstacles) {
    TrendGeometry& g = layout.geometry;
    for (const qsizetype index : layout.model.labelled) {
        const ChartPoint& point = layout.model.points.at(index);
        if (!g.isInside(point.x)) {
            continue;
        }
        const QString text = layout.model.unit.isEmpty()
                                 ? chartNumber(point.y)
                                 : QString::number(std::lround(point.y)) + layout.model.unit;
        const QSizeF size(layout.face.strongMetrics().horizontalAdvance(text) + layout.px(2),
                          layout.face.strongMetrics().tightBoundingRect(text).height() + layout.px(3));
        const QRectF rect =
            placeLabel(g.map(point.x, point.y), size, layout.px(kMarkerRadius + 2), obstacles);
        if (!rect.isEmpty()) {
            g.totals.append(PlacedText{text, rect});
            obstacles.blocks.append(rect);
        }
    }
}

} // namespace

QList<double> axisValues(const TrendChartModel& model) {
    if (model.bands.isEmpty()) {
        return valueTicks(model.low, model.high, model.unit.isEmpty() ? 6 : 8);
    }
    QList<double> values{model.low};
    for (const ChartBand& band : model.bands) {
        values.append(band.high);
    }
    return values;
}

QString chartNumber(double value) {
    return outcomes::totalText(value, QLocale());
}

QString bandText(const ChartBand& band, bool ranges) {
    return ranges ? QStringLiteral("%1 %2").arg(band.word, band.range) : band.word;
}

QString doseWord() {
    return LayoutWords::tr("dose");
}

QString phaseWord() {
    return LayoutWords::tr("phase");
}

QString todayWord() {
    return LayoutWords::tr("today");
}

QString dayZeroWord() {
    return LayoutWords::tr("day 0");
}

void layOutLabels(TrendLayout& layout) {
    layOutValues(layout);
    layOutBandWords(layout);
    layOutDoseNumbers(layout);
    layOutTime(layout);
    layOutPlates(layout);
    Obstacles obstacles = obstaclesOf(layout);
    layOutTotals(layout, obstacles);
    layOutSigns(layout, obstacles);
}

} // namespace kairos::ui
