// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/outcomes/trend.h"
#include "core/scales/instrument.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QVariant>

#include <optional>

class QPainter;

namespace kairos::ui {

/// A small score line for a table: every total of the series, the newest as a dot.
struct Sparkline {
    QList<QPointF> points; ///< x days, y total; oldest first
    double low = 0;        ///< of the scale
    double high = 1;
    std::optional<double> cut; ///< remission cut-off, drawn as a faint line
    int series = 1;

    bool operator==(const Sparkline&) const = default;
};

[[nodiscard]] Sparkline sparklineOf(const scales::Instrument& instrument, const outcomes::Trend& trend,
                                    int series = 1);

/// Draws it inside a rectangle; nothing for an empty series.
void paintSparkline(QPainter& painter, const QRectF& rect, const Sparkline& line, const Theme& theme);

} // namespace kairos::ui

Q_DECLARE_METATYPE(kairos::ui::Sparkline)
