// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_items.h"

#include <QHash>
#include <QRectF>

#include <array>

namespace kairos::ui {

/// Time to pixels: `days` days from `start` over `width` pixels from `left`.
struct AxisScale {
    QDate start;
    double days = 49;
    qreal left = 0;
    qreal width = 1;

    [[nodiscard]] qreal xOf(const QDateTime& wall) const;
    [[nodiscard]] qreal xOf(QDate day) const;
    [[nodiscard]] qreal right() const { return left + width; }
};

/// Where one item stands. An empty label: there is no room for one.
struct PlacedItem {
    int index = 0; ///< into the items
    QRectF bar;    ///< empty where only the glyph is shown
    QPointF glyph;
    QRectF label;
    QString text;
};

struct PlacedLane {
    AxisLane lane = AxisLane::Dosing;
    int top = 0;
    int height = 0;
};

/// The strand's head stands above the first of its lanes.
struct PlacedStrand {
    QString title;
    int top = 0;
    int height = 0;
};

struct AxisLayout {
    QList<PlacedStrand> strands;
    QList<PlacedLane> lanes;
    QList<PlacedItem> items; ///< those in view
    int bottom = 0;
};

/// What a layout is made from. `current` is an index into the items; its label is placed first.
struct AxisRequest {
    const QList<AxisItem>& items;
    AxisScale scale;
    int top = 0;
    int current = -1;
    QHash<QString, QDateTime> ghosts = {}; ///< where a tried move puts steps, by key: no label covers these
};

/// Places bars, glyphs and labels; no label ever covers another label, bar or glyph. What stands too close in
/// time is stacked within its lane.
[[nodiscard]] AxisLayout layoutAxis(const AxisRequest& request);

/// How wide a label is drawn, with the sign of its mark.
[[nodiscard]] qreal labelWidth(const AxisItem& item, const QString& text);
/// The side of the sign before a label that is late or blocked.
[[nodiscard]] qreal labelSignSide();

} // namespace kairos::ui
