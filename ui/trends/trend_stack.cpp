// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trend_stack.h"

#include "ui/charts/trend_geometry.h"
#include "ui/shared/type_scale.h"

#include "core/outcomes/trend_reasons.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kScoresStretch = 3;
constexpr int kSharesStretch = 2;
constexpr int kLowestOfMany = 76;

TrendChartModel modelOf(const workflow::RatingSeries& series, const outcomes::Course& course,
                        const TrendChartInput& input) {
    TrendChartInput own = input;
    own.series = seriesNumberOf(series.instrument->id);
    return makeTrendChartModel(*series.instrument, series.trend, course, own);
}

/// One day of x = 0 for all of them: days are places only then.
QDate commonOrigin(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course) {
    QDate first;
    for (const workflow::RatingSeries* each : series) {
        if (!each->trend.points.isEmpty()) {
            const QDate own = each->trend.points.front().at.local(course.zone).date();
            first = first.isValid() ? std::min(first, own) : own;
        }
    }
    return first;
}

/// The change in words beside the title that names the instrument.
QString changeBeside(const workflow::RatingSeries& series, const QTimeZone& zone) {
    QString words = outcomes::changeBriefly(series.trend, zone, QLocale());
    if (words.startsWith(series.trend.title)) {
        words.remove(0, series.trend.title.size());
    }
    return words.startsWith(QLatin1Char(':')) ? words.mid(1).trimmed() : words.trimmed();
}

void widen(std::optional<TrendChartModel::Span>& range, const TrendChartModel::Span& span) {
    range = range
                ? TrendChartModel::Span{std::min(range->first, span.first), std::max(range->last, span.last)}
                : span;
}

} // namespace

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
        connect(chart, &TrendChartView::windowChanged, this, &TrendStack::followWindow);
        connect(chart, &TrendChartView::pointActivated, this, [this, chart](qsizetype point) {
            Q_EMIT ratingOpened(chart->model().points.at(point).rating);
        });
    }
}

void TrendStack::present(const QList<TrendChartModel>& models, const QString& subject) {
    m_shown = std::min(kMost, static_cast<int>(models.size()));
    if (subject != m_subject) {
        m_subject = subject;
        followWindow(std::nullopt);
    }
    auto* column = static_cast<QVBoxLayout*>(layout());
    for (int place = 0; place < kMost; ++place) {
        TrendChartView& view = chart(place);
        view.setVisible(place < m_shown);
        view.setMinimumHeight(m_shown > 2 ? px(kLowestOfMany) : 0);
        column->setStretch(place, !m_withShares ? 1 : place == 0 ? kScoresStretch : kSharesStretch);
        view.setModel(place < m_shown ? models.at(place) : TrendChartModel());
    }
    applyOptions();
}

void TrendStack::setSeries(const QList<const workflow::RatingSeries*>& series, const outcomes::Course& course,
                           const TrendChartInput& input) {
    m_withShares = false;
    TrendChartInput common = input;
    common.origin = commonOrigin(series, course);
    QList<TrendChartModel> models;
    QString subject;
    for (const workflow::RatingSeries* each : series) {
        models.append(modelOf(*each, course, common));
        if (series.size() > 1) {
            TrendChartModel& model = models.last();
            model.subtitle = tr("%1 · %2", "the change in words, how many ratings")
                                 .arg(changeBeside(*each, model.zone), model.subtitle);
        }
        subject += each->instrument->id + QLatin1Char(' ');
    }
    present(models, subject);
}

void TrendStack::setPercent(const QList<const workflow::RatingSeries*>& series,
                            const outcomes::Course& course, const TrendChartInput& input) {
    m_withShares = false;
    QList<SeriesToCompare> compared;
    QString subject = QStringLiteral("% ");
    QList<int> taken;
    for (const workflow::RatingSeries* each : series) {
        // Two instruments outside the four usual ones would share the fifth sign.
        int number = seriesNumberOf(each->instrument->id);
        for (int free = 1; taken.contains(number); ++free) {
            number = free;
        }
        taken.append(number);
        compared.append({each->instrument, &each->trend, number});
        subject += each->instrument->id + QLatin1Char(' ');
    }
    present({makePercentModel(compared, course, input)}, subject);
}

void TrendStack::setExpected(const workflow::RatingSeries& series, const outcomes::Course& course,
                             const TrendChartInput& input, const QList<PublishedFigure>& shares) {
    m_withShares = true;
    TrendChartModel scores = modelOf(series, course, input);
    scores.lanes.clear(); // The room goes to the figures.
    scores.phases.clear();
    present({scores, makeSharesModel(scores, shares, tr("Published: share of patients"))},
            QStringLiteral("expected ") + series.instrument->id);
}

void TrendStack::setAxis(AxisMode axis) {
    m_axis = axis;
    applyOptions();
}

std::optional<TrendChartModel::Span> TrendStack::commonRange() {
    std::optional<TrendChartModel::Span> range;
    for (int place = 0; place < m_shown && m_shown > 1; ++place) {
        const TrendChartModel& model = chart(place).model();
        if (const auto span = model.pastSpan()) {
            widen(range, *span);
        }
        for (const PublishedFigure& figure : model.published) {
            widen(range, {figure.day, figure.toDay.value_or(figure.day)});
        }
    }
    return range;
}

void TrendStack::applyOptions() {
    const auto range = commonRange();
    qreal margin = 0;
    qreal gutter = 0;
    for (int place = 0; place < m_shown; ++place) {
        margin = std::max(margin, wantedLeftMargin(chart(place).model(), {}, screenFace()));
        gutter = std::max(gutter, wantedGutter(chart(place).model(), screenFace()));
    }
    // Three plots and more need the height that lanes would take.
    const bool hasLanes = m_shown <= 2 && !m_withShares;
    for (int place = 0; place < m_shown; ++place) {
        const bool isLast = place == m_shown - 1;
        TrendChartOptions options;
        options.axis = m_axis;
        options.showTitle = m_shown > 1;
        options.showLanes = isLast && hasLanes;
        options.showDoseRow = place == 0;
        options.showAxis = isLast;
        options.showLegend = m_shown == 1 || m_withShares;
        options.range = range;
        options.window = m_window;
        if (m_shown > 1) {
            options.leftMargin = margin;
            options.gutter = gutter;
        }
        chart(place).setOptions(options);
    }
    shareHeight();
}

void TrendStack::shareHeight() {
    if (m_shown < 2 || m_withShares) {
        return;
    }
    // The plots are alike: what stands above and below one of them is not taken from its own height.
    QList<int> around;
    int room = height();
    for (int place = 0; place < m_shown; ++place) {
        const TrendGeometry& g = chart(place).geometryOfTrend();
        around.append(qRound(g.plot.top() + g.bottom - g.plot.bottom()));
        room -= around.last();
    }
    auto* column = static_cast<QVBoxLayout*>(layout());
    for (int place = 0; place < m_shown; ++place) {
        column->setStretch(place, std::max(1, around.at(place) + room / m_shown));
    }
}

void TrendStack::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    shareHeight();
}

void TrendStack::followWindow(const std::optional<TrendChartModel::Span>& window) {
    const bool wasZoomed = isZoomed();
    m_window = window;
    for (int place = 0; place < m_shown; ++place) {
        const auto& shown = chart(place).zoomWindow();
        const bool isThere = shown.has_value() == window.has_value() &&
                             (!window || (shown->first == window->first && shown->last == window->last));
        if (!isThere) {
            chart(place).setZoomWindow(window);
        }
    }
    if (wasZoomed != isZoomed()) {
        Q_EMIT zoomChanged(isZoomed());
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
    Q_EMIT currentChanged(point ? std::optional(chart(0).model().points.at(*point).rating) : std::nullopt);
}

void TrendStack::setCurrent(const std::optional<record::RatingId>& rating) {
    if (m_shown == 0) {
        return;
    }
    const QList<ChartPoint>& points = chart(0).model().points;
    const auto found = std::ranges::find_if(
        points, [&rating](const ChartPoint& point) { return rating && point.rating == *rating; });
    const auto place = std::distance(points.begin(), found);
    chart(0).setCurrent(found != points.end() ? std::optional<qsizetype>(place) : std::nullopt);
}

} // namespace kairos::ui
