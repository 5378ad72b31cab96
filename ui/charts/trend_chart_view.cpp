// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_view.h"

#include "ui/charts/trend_chart.h"

#include "ui/shared/type_scale.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kairos::ui {
namespace {

constexpr qreal kReach = 28; ///< pixels from a point at which the pointer takes it

} // namespace

TrendChartView::TrendChartView(QWidget* parent)
    : QChartView(parent), m_chart(new TrendChart(themeOf(*this), screenFace())) {
    setChart(m_chart);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Course of scores"));
}

TrendChartView::~TrendChartView() = default;

void TrendChartView::setModel(const TrendChartModel& model) {
    m_chart->setModel(model);
    setAccessibleName(tr("%1, %2").arg(model.title, model.subtitle));
    describe();
}

void TrendChartView::setOptions(const TrendChartOptions& options) {
    m_chart->setOptions(options);
}

const TrendChartModel& TrendChartView::model() const {
    return m_chart->model();
}

const TrendChartOptions& TrendChartView::options() const {
    return m_chart->options();
}

const TrendGeometry& TrendChartView::geometryOfTrend() const {
    return m_chart->geometryOfTrend();
}

std::optional<qsizetype> TrendChartView::current() const {
    return m_chart->current();
}

void TrendChartView::setCurrent(std::optional<qsizetype> point) {
    m_chart->setCurrent(point);
    describe();
}

void TrendChartView::setCurrentDay(std::optional<double> x) {
    setCurrent(x ? nearestTo(m_chart->geometryOfTrend().mapX(*x), std::numeric_limits<qreal>::infinity())
                 : std::nullopt);
}

QSize TrendChartView::sizeHint() const {
    return {px(720), px(360)};
}

QSize TrendChartView::minimumSizeHint() const {
    return {px(280), px(160)};
}

void TrendChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    const bool newLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
                         event->type() == QEvent::FontChange;
    if (newLook) {
        m_chart->setLook(themeOf(*this), screenFace());
    }
}

void TrendChartView::choose(std::optional<qsizetype> point) {
    if (point == m_chart->current()) {
        return;
    }
    setCurrent(point);
    const auto current = m_chart->current();
    Q_EMIT readOut(current ? model().points.at(*current).readOut : QString());
    Q_EMIT currentDayChanged(current ? std::optional(model().points.at(*current).x) : std::nullopt);
}

void TrendChartView::describe() {
    const auto current = m_chart->current();
    setAccessibleDescription(current ? model().points.at(*current).readOut
                                     : tr("Arrow keys walk the ratings"));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void TrendChartView::keyPressEvent(QKeyEvent* event) {
    const qsizetype count = model().points.size();
    const auto current = m_chart->current();
    if (count == 0 || event->modifiers() != Qt::NoModifier) {
        QChartView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        choose(current ? std::max<qsizetype>(0, *current - 1) : count - 1);
        return;
    case Qt::Key_Right:
        choose(current ? std::min(count - 1, *current + 1) : 0);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(count - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current) {
            Q_EMIT pointActivated(*current);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (current) {
            choose(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QChartView::keyPressEvent(event);
}

std::optional<qsizetype> TrendChartView::nearestTo(qreal pixel, qreal reach) const {
    std::optional<qsizetype> nearest;
    qreal least = reach;
    for (qsizetype i = 0; i < model().points.size(); ++i) {
        const qreal distance = std::abs(geometryOfTrend().mapX(model().points.at(i).x) - pixel);
        if (distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

void TrendChartView::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    const QPointF at = m_chart->mapFromScene(mapToScene(event->position().toPoint()));
    const QRectF& plot = geometryOfTrend().plot;
    choose(plot.contains(at) ? nearestTo(at.x(), px(kReach)) : std::nullopt);
}

void TrendChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    QChartView::mouseDoubleClickEvent(event);
    if (const auto point = m_chart->current()) {
        Q_EMIT pointActivated(*point);
    }
}

void TrendChartView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    if (!hasFocus()) {
        choose(std::nullopt);
    }
}

void TrendChartView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        choose(std::nullopt);
    }
}

} // namespace kairos::ui
