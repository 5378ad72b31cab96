// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/label_layout.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

namespace kairos::ui {
namespace {

constexpr double kCrossesScore = 10;
constexpr double kCrossesHairline = 3;
constexpr double kCostOfRank = 0.1;

bool crosses(const QLineF& line, const QRectF& rect) {
    if (rect.contains(line.p1()) || rect.contains(line.p2())) {
        return true;
    }
    const std::array<QLineF, 4> edges{
        QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.topRight(), rect.bottomRight()),
        QLineF(rect.bottomRight(), rect.bottomLeft()), QLineF(rect.bottomLeft(), rect.topLeft())};
    return std::ranges::any_of(edges, [&line](const QLineF& edge) {
        return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
    });
}

double crossings(const QList<QLineF>& lines, const QRectF& rect) {
    return double(std::ranges::count_if(lines, [&rect](const QLineF& line) { return crosses(line, rect); }));
}

/// The cost of a place; none when it covers a block or leaves the bounds.
std::optional<double> costOf(const QRectF& rect, const Obstacles& obstacles) {
    const bool blocked = !obstacles.bounds.contains(rect) ||
                         std::ranges::any_of(obstacles.blocks,
                                             [&rect](const QRectF& block) { return block.intersects(rect); });
    if (blocked) {
        return std::nullopt;
    }
    return kCrossesScore * crossings(obstacles.lines, rect) +
           kCrossesHairline * crossings(obstacles.hairlines, rect);
}

} // namespace

QList<qreal> spreadColumn(const QList<qreal>& wishes, const ColumnRules& rules) {
    QList<qsizetype> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&wishes](qsizetype index) { return wishes.at(index); });
    const qreal pitch = rules.height + rules.gap;
    QList<qreal> tops = wishes;
    // Down from the top, each below the former; then up again from the bottom edge.
    qreal next = rules.top;
    for (const qsizetype index : order) {
        tops[index] = std::max(wishes.at(index), next);
        next = tops.at(index) + pitch;
    }
    qreal limit = rules.bottom - rules.height;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        tops[*it] = std::min(tops.at(*it), limit);
        limit = tops.at(*it) - pitch;
    }
    return tops;
}

QRectF bestPlace(const QList<QRectF>& places, const Obstacles& obstacles) {
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < places.size(); ++i) {
        const std::optional<double> cost = costOf(places.at(i), obstacles);
        if (cost && *cost + double(i) * kCostOfRank < least) {
            least = *cost + double(i) * kCostOfRank;
            best = places.at(i);
        }
    }
    return best;
}

QRectF placeLabel(const QPointF& point, const QSizeF& size, qreal distance, const Obstacles& obstacles) {
    const qreal w = size.width();
    const qreal h = size.height();
    const qreal d = distance;
    QList<QRectF> places;
    // In order of liking: what costs the same is decided by the first.
    for (const QPointF& corner :
         {QPointF(-w / 2, -d - h), QPointF(-w / 2, d), QPointF(d * 0.4, -d - h),
          QPointF(-w - d * 0.4, -d - h), QPointF(d * 0.4, d), QPointF(-w - d * 0.4, d),
          QPointF(d * 1.2, -h / 2), QPointF(-w - d * 1.2, -h / 2)}) {
        places.append(QRectF(point + corner, size));
    }
    return bestPlace(places, obstacles);
}

} // namespace kairos::ui
