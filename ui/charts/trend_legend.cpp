// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_legend.h"

#include "ui/charts/trend_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {
namespace {

struct LegendWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::TrendLegend)
};

bool anyMark(const ChartLane& lane, MarkState state) {
    return std::ranges::any_of(lane.marks, [state](const ChartMark& mark) { return mark.state == state; });
}

/// One sign a lane, and one outlined sign that says "planned" for all of them.
void addLanes(QList<LegendEntry>& entries, const TrendChartModel& model) {
    const ChartLane* planned = nullptr;
    for (const ChartLane& lane : model.lanes) {
        if (anyMark(lane, MarkState::Held)) {
            entries.append({LegendEntry::Kind::Held, lane.marker, lane.series, lane.name, {}});
        }
        if (anyMark(lane, MarkState::Planned)) {
            planned = &lane;
        }
    }
    if (planned != nullptr) {
        entries.append(
            {LegendEntry::Kind::Planned, planned->marker, planned->series, LegendWords::tr("planned"), {}});
    }
    const bool late = std::ranges::any_of(
        model.lanes, [](const ChartLane& lane) { return std::ranges::any_of(lane.marks, &ChartMark::late); });
    if (late) {
        entries.append({LegendEntry::Kind::Late, Marker::TriangleUp, 1, LegendWords::tr("late"), {}});
    }
}

/// One sign a kind of published figure.
void addPublished(QList<LegendEntry>& entries, const TrendChartModel& model) {
    QList<Marker> said;
    for (const PublishedFigure& figure : model.published) {
        if (!said.contains(figure.marker)) {
            said.append(figure.marker);
            const QString text = figure.kind.isEmpty() ? LegendWords::tr("published figure") : figure.kind;
            entries.append({LegendEntry::Kind::Published, figure.marker, 6, text, {}});
        }
    }
}

void addLetters(QList<LegendEntry>& entries, const TrendChartModel& model) {
    if (std::ranges::any_of(model.points, &ChartPoint::corrected)) {
        entries.append({LegendEntry::Kind::Letter,
                        Marker::Circle,
                        1,
                        LegendWords::tr("corrected"),
                        {},
                        correctedLetter()});
    }
    if (std::ranges::any_of(model.points, &ChartPoint::newVersion)) {
        entries.append({LegendEntry::Kind::Letter,
                        Marker::Circle,
                        1,
                        LegendWords::tr("another version from here"),
                        {},
                        versionLetter()});
    }
}

QList<LegendEntry> entriesOf(const TrendChartModel& model) {
    QList<LegendEntry> entries;
    for (const ChartSeriesName& name : model.names) {
        entries.append({LegendEntry::Kind::Counted, Marker::Circle, name.series, name.name, {}});
    }
    if (model.names.isEmpty() &&
        std::ranges::any_of(model.points, [](const ChartPoint& point) { return !point.hollow; })) {
        entries.append(
            {LegendEntry::Kind::Counted, Marker::Circle, model.series, LegendWords::tr("rating"), {}});
    }
    if (model.hasHollowPoints()) {
        entries.append({LegendEntry::Kind::Hollow,
                        Marker::Circle,
                        model.series,
                        LegendWords::tr("recall reaches back before dose 1"),
                        {}});
    }
    addLetters(entries, model);
    if (!model.practice.isEmpty()) {
        entries.append({LegendEntry::Kind::Practice,
                        Marker::Circle,
                        1,
                        LegendWords::tr("middle half of %1 other courses here").arg(model.practiceCourses),
                        {}});
    }
    addLanes(entries, model);
    addPublished(entries, model);
    return entries;
}

/// One entry after the other, in rows that end before `width`.
void placeRows(QList<LegendEntry>& entries, const ChartFace& face, qreal width, const QPointF& topLeft) {
    const QFontMetricsF metrics = face.labelMetrics();
    const qreal rowHeight = metrics.height() + 5 * face.unit;
    qreal x = topLeft.x();
    qreal y = topLeft.y() + 4 * face.unit;
    for (LegendEntry& entry : entries) {
        const qreal wanted =
            legendSignWidth(entry.kind, face) + 6 * face.unit + metrics.horizontalAdvance(entry.text);
        if (x > topLeft.x() && x + wanted > width) {
            x = topLeft.x();
            y += rowHeight;
        }
        entry.rect = QRectF(x, y, wanted, metrics.height());
        x += wanted + 18 * face.unit;
    }
}

} // namespace

qreal legendSignWidth(LegendEntry::Kind kind, const ChartFace& face) {
    const bool withLine = kind == LegendEntry::Kind::Counted || kind == LegendEntry::Kind::Hollow;
    return (withLine ? 24 : 12) * face.unit;
}

QList<LegendEntry> layOutLegend(const TrendChartModel& model, const ChartFace& face, qreal width,
                                const QPointF& topLeft) {
    QList<LegendEntry> entries = entriesOf(model);
    placeRows(entries, face, width, topLeft);
    const bool isOneRow = entries.isEmpty() || entries.first().rect.top() == entries.last().rect.top();
    if (isOneRow || entries.last().rect.left() > topLeft.x()) {
        return entries;
    }
    // One entry alone in the last row looks lost: the rows grow narrower until it has company or a row is
    // added.
    const qreal bottom = entries.last().rect.bottom();
    for (qreal narrower = width; narrower > topLeft.x(); narrower -= 8 * face.unit) {
        QList<LegendEntry> other = entries;
        placeRows(other, face, narrower, topLeft);
        if (other.last().rect.bottom() > bottom) {
            break;
        }
        if (other.last().rect.left() > topLeft.x()) {
            return other;
        }
    }
    return entries;
}

qreal legendHeight(const TrendChartModel& model, const ChartFace& face, qreal width, qreal left) {
    const QList<LegendEntry> entries = layOutLegend(model, face, width, QPointF(left, 0));
    return entries.isEmpty() ? 0 : entries.last().rect.bottom() + 3 * face.unit;
}

} // namespace kairos::ui
