// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_layout.h"

#include <QHash>

class QPainter;

namespace kairos::ui {

/// What the painter of the axis needs to know beside the layout.
struct AxisPicture {
    const Theme& theme;
    const QList<AxisItem>& items;
    AxisScale course;
    AxisScale detail;
    QDateTime now;
    int current = -1;
    bool hasFocus = false;
    QSize size;
    const QHash<QString, QDateTime>& ghosts; ///< where steps would stand, by key, while a change is tried
};

/// The heights of the parts above the lanes, in pixels.
[[nodiscard]] int overviewHeight();
[[nodiscard]] int axisHeadHeight();
/// The width of the names at the left.
[[nodiscard]] int axisNamesWidth();

/// The whole course with the frame of the stretch below.
void paintOverview(QPainter& painter, const AxisPicture& picture);
/// Weeks, strands, lanes, the line of today, and every item.
void paintDetail(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout);
/// Where steps would stand while a change is tried: a dashed mark, and a line from where they stand now.
void paintGhosts(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout);

} // namespace kairos::ui
