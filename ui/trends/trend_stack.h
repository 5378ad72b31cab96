// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/course_marks.h"
#include "ui/charts/trend_chart_view.h"

#include "core/workflow/rating_query.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace kairos::ui {

/// One instrument large, or up to three under each other on one axis of time, following one crosshair.
class TrendStack final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendStack)

public:
    static constexpr int kMost = 3;

    explicit TrendStack(QWidget* parent = nullptr);

    /// Shows these series, the first on top; at most kMost.
    void setSeries(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course,
                   const TrendChartInput& input);
    void setAxis(AxisMode axis);
    /// The rating under the crosshair of the first chart.
    void setCurrent(const std::optional<record::RatingId>& rating);
    [[nodiscard]] int shownCharts() const { return m_shown; }
    [[nodiscard]] TrendChartView& chart(int place) { return *m_charts.at(place); }

Q_SIGNALS:
    void readOut(const QString& text);
    /// The crosshair of the first chart stands on this rating, or left.
    void currentChanged(const std::optional<kairos::record::RatingId>& rating);
    void ratingOpened(kairos::record::RatingId rating);

private:
    void applyOptions();
    void followDay(const TrendChartView* leader, std::optional<double> day);

    QList<TrendChartView*> m_charts;
    QList<QList<record::RatingId>> m_ratings; ///< of each chart, by point
    int m_shown = 0;
    AxisMode m_axis = AxisMode::Dates;
};

} // namespace kairos::ui
