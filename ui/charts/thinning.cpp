// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thinning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace kairos::ui {
namespace {

/// What stands for one column.
struct Column {
    qint64 place = 0;
    qsizetype first = 0;
    qsizetype lowest = 0;
    qsizetype highest = 0;
    qsizetype last = 0;

    Column(qint64 at, qsizetype point)
        : place(at), first(point), lowest(point), highest(point), last(point) {}

    void add(const QList<ChartPoint>& points, qsizetype point) {
        last = point;
        lowest = points.at(point).y < points.at(lowest).y ? point : lowest;
        highest = points.at(point).y > points.at(highest).y ? point : highest;
    }
    void appendTo(QList<qsizetype>& kept) const {
        std::array<qsizetype, 4> places{first, lowest, highest, last};
        std::ranges::sort(places);
        for (const qsizetype point : places) {
            if (kept.isEmpty() || kept.last() != point) {
                kept.append(point);
            }
        }
    }
};

} // namespace

QList<qsizetype> thinnedPoints(const QList<ChartPoint>& points, int series, const PixelColumns& columns) {
    const double scale = std::max(1, columns.count) / (columns.last - columns.first);
    QList<qsizetype> kept;
    std::optional<qsizetype> before;
    std::optional<Column> open;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const ChartPoint& point = points.at(i);
        if (point.series != series) {
            continue;
        }
        if (point.x < columns.first) {
            before = i;
            continue;
        }
        if (before) {
            kept.append(*before);
            before.reset();
        }
        if (point.x > columns.last) {
            if (open) {
                open->appendTo(kept);
                open.reset();
            }
            kept.append(i);
            return kept;
        }
        const auto place = static_cast<qint64>(std::floor((point.x - columns.first) * scale));
        if (open && open->place == place) {
            open->add(points, i);
            continue;
        }
        if (open) {
            open->appendTo(kept);
        }
        open.emplace(place, i);
    }
    if (open) {
        open->appendTo(kept);
    }
    return kept;
}

QList<QPointF> thinnedLine(const QList<QPointF>& pixels) {
    QList<QPointF> kept;
    for (qsizetype i = 0; i < pixels.size();) {
        const auto place = std::floor(pixels.at(i).x());
        std::array<qsizetype, 4> of{i, i, i, i}; // first, lowest, highest, last
        qsizetype next = i;
        for (; next < pixels.size() && std::floor(pixels.at(next).x()) == place; ++next) {
            of[1] = pixels.at(next).y() < pixels.at(of[1]).y() ? next : of[1];
            of[2] = pixels.at(next).y() > pixels.at(of[2]).y() ? next : of[2];
            of[3] = next;
        }
        std::ranges::sort(of);
        for (std::size_t k = 0; k < of.size(); ++k) {
            if (k == 0 || of[k] != of[k - 1]) {
                kept.append(pixels.at(of[k]));
            }
        }
        i = next;
    }
    return kept;
}

} // namespace kairos::ui
