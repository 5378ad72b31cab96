// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trend_stack.h"

#include "ui/charts/trend_geometry.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

TrendStack::TrendStack(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (int place = 0; place < kMost; ++place) {
        auto* chart = new TrendChartView(this);
        chart->hide();
        column->addWidget(chart, 1);
        m_charts.append(chart);
        connect(chart, &TrendChartView::readOut, this, &TrendStack::readOut);
        connect(chart, &TrendChartView::currentDayChanged, this,
                [this, chart](std::optional<double> day) { followDay(chart, day); });
        connect(chart, &TrendChartView::pointActivated, this, [this, place](qsizetype point) {
            if (point < m_ratings.value(place).size()) {
                Q_EMIT ratingOpened(m_ratings.at(place).at(point));
            }
        });
    }
    m_ratings.resize(kMost);
}

void TrendStack::setSeries(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course,
                           const TrendChartInput& input) {
    m_shown = std::min(kMost, static_cast<int>(series.size()));
    for (int place = 0; place < kMost; ++place) {
        TrendChartView& view = chart(place);
        view.setVisible(place < m_shown);
        m_ratings[place].clear();
        if (place >= m_shown) {
            continue;
        }
        const workflow::RatingSeries& shown = *series.at(place);
        TrendChartInput own = input;
        own.series = seriesNumberOf(shown.instrument->id);
        view.setModel(makeTrendChartModel(*shown.instrument, shown.trend, course, own));
        for (const outcomes::TrendPoint& point : shown.trend.points) {
            m_ratings[place].append(point.rating);
        }
    }
    applyOptions();
}

void TrendStack::setAxis(AxisMode axis) {
    m_axis = axis;
    applyOptions();
}

void TrendStack::applyOptions() {
    std::optional<TrendChartModel::Span> range;
    for (int place = 0; place < m_shown && m_shown > 1; ++place) {
        if (const auto span = chart(place).model().pastSpan()) {
            range = range ? TrendChartModel::Span{std::min(range->first, span->first),
                                                  std::max(range->last, span->last)}
                          : *span;
        }
    }
    qreal margin = 0;
    for (int place = 0; place < m_shown; ++place) {
        margin =
            std::max(margin, wantedLeftMargin(chart(place).model(), chart(place).options(), screenFace()));
    }
    for (int place = 0; place < m_shown; ++place) {
        const bool isLast = place == m_shown - 1;
        TrendChartOptions options;
        options.axis = m_axis;
        options.showTitle = m_shown > 1;
        options.showLanes = isLast;
        options.showAxis = isLast;
        options.showLegend = m_shown == 1;
        options.range = range;
        options.leftMargin = m_shown > 1 ? std::optional(margin) : std::nullopt;
        chart(place).setOptions(options);
    }
}

void TrendStack::followDay(const TrendChartView* leader, std::optional<double> day) {
    for (int place = 0; place < m_shown; ++place) {
        if (&chart(place) != leader) {
            const QSignalBlocker quiet(&chart(place));
            chart(place).setCurrentDay(day);
        }
    }
    const auto point = m_shown > 0 ? chart(0).current() : std::nullopt;
    const bool isKnown = point && *point < m_ratings.first().size();
    Q_EMIT currentChanged(isKnown ? std::optional(m_ratings.first().at(*point)) : std::nullopt);
}

void TrendStack::setCurrent(const std::optional<record::RatingId>& rating) {
    if (m_shown == 0) {
        return;
    }
    const auto place = rating ? m_ratings.first().indexOf(*rating) : -1;
    chart(0).setCurrent(place >= 0 ? std::optional(place) : std::nullopt);
}

} // namespace kairos::ui
