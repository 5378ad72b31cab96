// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QPainterPath>

class QPainter;

namespace kairos::ui {

/// Filled means held or counted; outlined means planned, or a recall window that reaches back before the
/// first dose.
enum class GlyphFill { Filled, Outlined };

/// The outline of a marker around its centre. `size` is the width of a circle of the same weight, in pixels.
[[nodiscard]] QPainterPath markerPath(Marker marker, const QPointF& center, qreal size);

/// Draws a marker in one colour; an outlined one is filled with `surface`.
void paintMarker(QPainter& painter, const QPainterPath& path, GlyphFill fill, const QColor& color,
                 const QColor& surface);

} // namespace kairos::ui
