// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {
namespace {

struct SignWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::TrendSigns)
};

QSizeF sizeOf(const TrendLayout& layout, const QString& text) {
    return {layout.labelWidth(text) + layout.px(2), layout.labelHeight()};
}

QString letterOf(const ChartPoint& point) {
    return point.corrected && point.newVersion ? correctedLetter() + versionLetter()
           : point.corrected                   ? correctedLetter()
           : point.newVersion                  ? versionLetter()
                                               : QString();
}

void layOutLetters(TrendLayout& layout, Obstacles& obstacles) {
    TrendGeometry& g = layout.geometry;
    for (const QList<qsizetype>& series : std::as_const(g.shown)) {
        for (const qsizetype index : series) {
            const ChartPoint& point = layout.model.points.at(index);
            const QString letter = letterOf(point);
            if (letter.isEmpty() || !g.isInside(point.x)) {
                continue;
            }
            QSizeF size = sizeOf(layout, letter) + QSizeF(layout.px(6), 0);
            size.setWidth(std::max(size.width(), size.height()));
            const QPointF at = g.map(point.x, point.y);
            QRectF rect = placeLabel(at, size, layout.px(kMarkerRadius + 1), obstacles);
            if (rect.isEmpty()) {
                // It is never left out: a correction must be seen.
                rect = QRectF(at + QPointF(layout.px(4), layout.px(4)), size);
            }
            g.letters.append(PlacedText{letter, rect});
            obstacles.blocks.append(rect);
        }
    }
}

/// The longest stretch of a phase that the line of today does not cross.
QRectF clearOfToday(const TrendLayout& layout, const QRectF& phase) {
    if (!layout.model.todayX || !layout.geometry.isInside(*layout.model.todayX)) {
        return phase;
    }
    const qreal today = layout.geometry.mapX(*layout.model.todayX);
    const qreal gap = layout.px(3);
    if (today <= phase.left() || today >= phase.right()) {
        return phase;
    }
    const bool isLeftLonger = today - phase.left() >= phase.right() - today;
    return isLeftLonger ? phase.adjusted(0, 0, today - gap - phase.right(), 0)
                        : phase.adjusted(today + gap - phase.left(), 0, 0, 0);
}

void layOutPhases(TrendLayout& layout) {
    TrendGeometry& g = layout.geometry;
    if (layout.model.phases.isEmpty() || g.laneCentres.isEmpty()) {
        return;
    }
    const qreal centre = g.laneCentres.first();
    const qreal half = (layout.labelHeight() + layout.px(1)) / 2;
    for (const ChartPhase& phase : layout.model.phases) {
        const qreal left = std::max(g.plot.left(), g.mapX(phase.from));
        const qreal right = std::min(g.plot.right(), g.mapX(phase.to));
        if (right - left <= layout.px(3)) {
            continue;
        }
        const QRectF box(left, centre - half, right - left - layout.px(2), 2 * half);
        const QRectF clear = clearOfToday(layout, box);
        const auto fits = [&](const QString& text, const QRectF& place) {
            return layout.labelWidth(text) <= place.width() - layout.px(10);
        };
        // Crossed by today is better than no word at all.
        QString text;
        QRectF place = clear;
        if (fits(phase.name, clear)) {
            text = phase.name;
        } else if (fits(phase.brief, clear)) {
            text = phase.brief;
        } else if (fits(phase.brief, box)) {
            text = phase.brief;
            place = box;
        }
        g.phaseBoxes.append(box);
        g.phaseWords.append(PlacedText{text, place});
    }
}

/// The middle of the days a figure was taken over.
double placeOf(const PublishedFigure& figure) {
    return (figure.day + figure.toDay.value_or(figure.day)) / 2;
}

void layOutFigures(TrendLayout& layout, Obstacles& obstacles) {
    TrendGeometry& g = layout.geometry;
    const qreal radius = layout.px(kMarkerRadius);
    for (const PublishedFigure& figure : layout.model.published) {
        const QPointF at = g.map(placeOf(figure), figure.value);
        obstacles.blocks.append(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        if (figure.low && figure.high) {
            obstacles.lines.append(
                QLineF(QPointF(at.x(), g.mapY(*figure.low)), QPointF(at.x(), g.mapY(*figure.high))));
        }
    }
    for (const PublishedFigure& figure : layout.model.published) {
        const double x = placeOf(figure);
        QRectF rect;
        QString text =
            figure.key.isEmpty() ? figure.label : QStringLiteral("%1 %2").arg(figure.key, figure.label);
        if (g.isInside(x)) {
            const QPointF at = g.map(x, figure.value);
            rect = placeLabel(at, sizeOf(layout, text), layout.px(kMarkerRadius + 2), obstacles);
            if (rect.isEmpty() && !figure.key.isEmpty()) {
                text = figure.key;
                rect = placeLabel(at, sizeOf(layout, text), layout.px(kMarkerRadius + 1), obstacles);
            }
        }
        g.figureWords.append(PlacedText{rect.isEmpty() ? QString() : text, rect});
        if (!rect.isEmpty()) {
            obstacles.blocks.append(rect);
        }
    }
}

} // namespace

QString correctedLetter() {
    return SignWords::tr("c", "beside a point: the rating was corrected");
}

QString versionLetter() {
    return SignWords::tr("v", "beside a point: another version of the instrument begins");
}

void layOutSigns(TrendLayout& layout, Obstacles& obstacles) {
    layOutLetters(layout, obstacles);
    layOutFigures(layout, obstacles);
    layOutPhases(layout);
}

} // namespace kairos::ui
