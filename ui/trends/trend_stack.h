// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/course_marks.h"
#include "ui/charts/trend_chart_view.h"

#include "core/workflow/rating_query.h"

#include <QWidget>

#include <optional>

namespace kairos::ui {

/// One instrument large, up to four under each other on one axis of time, all of them in one plot as percent
/// of baseline, or one above the published shares. All charts follow one crosshair and one window of time.
class TrendStack final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendStack)

public:
    static constexpr int kMost = 4;

    explicit TrendStack(QWidget* parent = nullptr);

    /// Shows these series on their own scales, the first on top; at most kMost.
    void setSeries(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course,
                   const TrendChartInput& input);
    /// Shows these series as percent of baseline in one plot.
    void setPercent(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course,
                    const TrendChartInput& input);
    /// Shows one series above published shares of patients by day.
    void setExpected(const workflow::RatingSeries& series, const outcomes::Course& course,
                     const TrendChartInput& input, const QList<PublishedFigure>& shares);
    void setAxis(AxisMode axis);
    /// The rating under the crosshair of the first chart.
    void setCurrent(const std::optional<record::RatingId>& rating);
    [[nodiscard]] int shownCharts() const { return m_shown; }
    [[nodiscard]] TrendChartView& chart(int place) { return *m_charts.at(place); }
    /// Zooms, moves or resets the charts together; see TrendChartView.
    void zoom(double factor) { chart(0).zoom(factor); }
    void showWhole() { chart(0).showWhole(); }
    [[nodiscard]] bool isZoomed() const { return m_window.has_value(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void readOut(const QString& text);
    /// The crosshair of the first chart stands on this rating, or left.
    void currentChanged(const std::optional<kairos::record::RatingId>& rating);
    void ratingOpened(kairos::record::RatingId rating);
    /// Zoomed in, or the whole is shown again.
    void zoomChanged(bool isZoomed);

private:
    void present(const QList<TrendChartModel>& models, const QString& subject);
    void applyOptions();
    void shareHeight();
    void followDay(const TrendChartView* leader, std::optional<double> day);
    void followWindow(const std::optional<TrendChartModel::Span>& window);
    [[nodiscard]] std::optional<TrendChartModel::Span> commonRange();

    QList<TrendChartView*> m_charts;
    int m_shown = 0;
    bool m_withShares = false; ///< the last chart holds published shares
    AxisMode m_axis = AxisMode::Dates;
    std::optional<TrendChartModel::Span> m_window;
    QString m_subject; ///< of whom and what: another one starts with the whole again
};

} // namespace kairos::ui
