// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

namespace kairos::ui {

/// Moves labels that share a column apart so that none overlaps, each as close to its wish as that allows.
/// \param wishes tops the labels would like, any order; \return tops in the order of the wishes
struct ColumnRules {
    qreal height = 0; ///< of a label
    qreal gap = 0;    ///< between labels
    qreal top = 0;    ///< of the column
    qreal bottom = 0;
};
[[nodiscard]] QList<qreal> spreadColumn(const QList<qreal>& wishes, const ColumnRules& rules);

/// What labels of points must keep clear of.
struct Obstacles {
    QList<QRectF> blocks;    ///< markers, plates, labels already placed: never touched
    QList<QLineF> lines;     ///< the score line: crossed only when there is no better place
    QList<QLineF> hairlines; ///< dose lines and limits: crossed rather than the score line
    QRectF bounds;           ///< labels stay inside
};

/// The place that crosses least, the earlier of equals; empty when every place covers a block or leaves the
/// bounds.
[[nodiscard]] QRectF bestPlace(const QList<QRectF>& places, const Obstacles& obstacles);

/// The best place for a label of `size` around a point: above, below, or beside it. Empty like bestPlace().
[[nodiscard]] QRectF placeLabel(const QPointF& point, const QSizeF& size, qreal distance,
                                const Obstacles& obstacles);

} // namespace kairos::ui
