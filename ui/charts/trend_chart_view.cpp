// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_view.h"

#include "ui/charts/chart_window.h"
#include "ui/charts/trend_chart.h"
#include "ui/charts/trend_layout.h"

#include "ui/shared/type_scale.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace kairos::ui {
namespace {

constexpr qreal kReach = 28;    ///< pixels from a point at which the pointer takes it
constexpr qreal kDragStart = 4; ///< pixels before a press becomes a drag
constexpr double kZoomStep = 0.8;
constexpr double kMoveStep = 0.25;
constexpr double kWheelStep = 120; ///< Qt's unit of one notch

} // namespace

TrendChartView::TrendChartView(QWidget* parent)
    : QChartView(parent), m_chart(new TrendChart(themeOf(*this), screenFace())) {
    const std::unique_ptr<QChart> replaced(chart()); // Qt made one of its own, and hands it back
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
                                     : tr("Arrow keys walk the ratings; plus and minus zoom, Shift with an "
                                          "arrow moves, 0 shows the whole"));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool TrendChartView::walk(int key) {
    const qsizetype count = model().points.size();
    const auto current = m_chart->current();
    if (count == 0) {
        return false;
    }
    switch (key) {
    case Qt::Key_Left:
        showPoint(current ? std::max<qsizetype>(0, *current - 1) : count - 1);
        return true;
    case Qt::Key_Right:
        showPoint(current ? std::min(count - 1, *current + 1) : 0);
        return true;
    case Qt::Key_Home:
        showPoint(0);
        return true;
    case Qt::Key_End:
        showPoint(count - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current) {
            Q_EMIT pointActivated(*current);
        }
        return current.has_value();
    case Qt::Key_Escape:
        choose(std::nullopt);
        return current.has_value();
    default:
        return false;
    }
}

bool TrendChartView::look(QKeyEvent& event) {
    const bool isShifted = event.modifiers() == Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoom(kZoomStep);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        zoom(1 / kZoomStep);
        return true;
    case Qt::Key_0:
        showWhole();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isShifted) {
            pan(event.key() == Qt::Key_Left ? -kMoveStep : kMoveStep);
        }
        return isShifted;
    default:
        return false;
    }
}

void TrendChartView::keyPressEvent(QKeyEvent* event) {
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = held == Qt::NoModifier;
    const bool isTaken =
        ((isPlain || held == Qt::ShiftModifier) && look(*event)) || (isPlain && walk(event->key()));
    if (!isTaken) {
        QChartView::keyPressEvent(event);
    }
}

void TrendChartView::showPoint(qsizetype point) {
    choose(point);
    const double x = model().points.at(point).x;
    const TrendChartModel::Span shown = shownSpan();
    if (zoomWindow() && (x < shown.first || x > shown.last)) {
        // The crosshair walks out of what is shown: the window follows it.
        chooseWindow(ChartWindow{shown, wholeSpan()}.moved(x - (shown.first + shown.last) / 2));
    }
}

TrendChartModel::Span TrendChartView::wholeSpan() const {
    const auto span = model().wholeSpan();
    TrendChartModel::Span whole = options().range.value_or(span.value_or(TrendChartModel::Span{0, 1}));
    if (span) {
        whole = {std::min(whole.first, span->first), std::max(whole.last, span->last)};
    }
    whole.last = std::max(whole.last, whole.first + kShortestSpan);
    return whole;
}

TrendChartModel::Span TrendChartView::shownSpan() const {
    return zoomWindow().value_or(geometryOfTrend().seen);
}

void TrendChartView::setZoomWindow(const std::optional<TrendChartModel::Span>& window) {
    TrendChartOptions chosen = options();
    chosen.window = window;
    m_chart->setOptions(chosen);
}

void TrendChartView::chooseWindow(const std::optional<TrendChartModel::Span>& window) {
    setZoomWindow(window);
    Q_EMIT windowChanged(window);
}

void TrendChartView::zoomAt(double factor, double anchor) {
    if (!zoomWindow() && factor >= 1) {
        return; // Nothing is wider than the whole.
    }
    chooseWindow(ChartWindow{shownSpan(), wholeSpan()}.zoomed(factor, anchor));
}

void TrendChartView::zoom(double factor) {
    const auto current = m_chart->current();
    const TrendChartModel::Span shown = shownSpan();
    zoomAt(factor, current ? model().points.at(*current).x : (shown.first + shown.last) / 2);
}

void TrendChartView::pan(double share) {
    if (!zoomWindow()) {
        return; // The whole is in view.
    }
    const TrendChartModel::Span shown = shownSpan();
    chooseWindow(ChartWindow{shown, wholeSpan()}.moved(share * (shown.last - shown.first)));
}

void TrendChartView::showWhole() {
    chooseWindow(std::nullopt);
}

QPointF TrendChartView::onChart(const QPointF& position) const {
    return m_chart->mapFromScene(mapToScene(position.toPoint()));
}

void TrendChartView::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const bool isMove = event->modifiers().testFlag(Qt::ShiftModifier) || turn.y() == 0;
    if (isMove) {
        pan(-kMoveStep * (turn.y() == 0 ? turn.x() : turn.y()) / kWheelStep);
    } else {
        zoomAt(std::pow(kZoomStep, turn.y() / kWheelStep),
               geometryOfTrend().xAt(onChart(event->position()).x()));
    }
    event->accept();
}

void TrendChartView::mousePressEvent(QMouseEvent* event) {
    QChartView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && zoomWindow()) {
        const TrendGeometry& g = geometryOfTrend();
        m_drag = Drag{event->position().x(), shownSpan(), (g.xLast - g.xFirst) / g.plot.width()};
    }
}

void TrendChartView::mouseReleaseEvent(QMouseEvent* event) {
    QChartView::mouseReleaseEvent(event);
    m_drag.reset();
    viewport()->unsetCursor();
}

std::optional<qsizetype> TrendChartView::nearestTo(qreal pixel, qreal reach) const {
    std::optional<qsizetype> nearest;
    qreal least = reach;
    for (qsizetype i = 0; i < model().points.size(); ++i) {
        if (!geometryOfTrend().isInside(model().points.at(i).x)) {
            continue;
        }
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
    if (m_drag) {
        const qreal moved = event->position().x() - m_drag->pixel;
        m_drag->isMoving = m_drag->isMoving || std::abs(moved) >= kDragStart;
        if (m_drag->isMoving) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            chooseWindow(ChartWindow{m_drag->shown, wholeSpan()}.moved(-moved * m_drag->daysPerPixel));
        }
        return;
    }
    const QPointF at = onChart(event->position());
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
