// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_window.h"

#include <algorithm>

namespace kairos::ui {
namespace {

/// Pushed back inside the whole, its length kept.
TrendChartModel::Span inside(TrendChartModel::Span span, const TrendChartModel::Span& whole) {
    const double length = std::min(span.last - span.first, whole.last - whole.first);
    span.first = std::clamp(span.first, whole.first, whole.last - length);
    span.last = span.first + length;
    return span;
}

} // namespace

std::optional<TrendChartModel::Span> ChartWindow::zoomed(double factor, double anchor) const {
    const double length = shown.last - shown.first;
    const double wanted = std::max(length * factor, std::min(kShortestWindow, length));
    if (wanted >= whole.last - whole.first) {
        return std::nullopt;
    }
    const double share = length > 0 ? std::clamp((anchor - shown.first) / length, 0.0, 1.0) : 0.5;
    const double first = anchor - share * wanted;
    return inside({first, first + wanted}, whole);
}

std::optional<TrendChartModel::Span> ChartWindow::moved(double days) const {
    if (shown.last - shown.first >= whole.last - whole.first) {
        return std::nullopt;
    }
    return inside({shown.first + days, shown.last + days}, whole);
}

} // namespace kairos::ui
