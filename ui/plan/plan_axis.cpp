// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_axis.h"

#include "ui/plan/axis_painter.h"

#include "ui/shared/type_scale.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kairos::ui {
namespace {

constexpr double kTodayShare = 0.36; // today stands a little left of the middle: what comes matters more
constexpr int kRightPad = 10;

} // namespace

PlanAxis::PlanAxis(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Plan in time"));
}

void PlanAxis::setItems(QList<AxisItem> items, const QDateTime& now) {
    const QString key = currentKey();
    m_items = std::move(items);
    m_now = now;
    m_first = now.date();
    m_last = now.date();
    for (const AxisItem& item : std::as_const(m_items)) {
        const QDateTime from = item.from ? qMin(*item.from, *item.place()) : *item.place();
        const QDateTime to = item.to ? qMax(*item.to, *item.place()) : *item.place();
        m_first = qMin(m_first, from.date());
        m_last = qMax(m_last, to.date());
    }
    m_first = m_first.addDays(1 - m_first.dayOfWeek());
    m_last = m_last.addDays(8 - m_last.dayOfWeek());
    updateRange();
    if (!m_placed) {
        m_placed = true;
        scrollToDay(now.date(), kTodayShare);
    }
    m_pressed = -1;
    m_current = -1;
    for (int i = 0; i < m_items.size(); ++i) {
        m_current = m_items.at(i).key == key ? i : m_current;
    }
    updateGeometry();
    viewport()->update();
}

void PlanAxis::showTrial(const QHash<QString, QDateTime>& ghosts) {
    m_isTrying = true;
    m_ghosts = ghosts;
    viewport()->update();
}

void PlanAxis::endTrial() {
    m_isTrying = false;
    m_pressed = -1;
    m_ghosts.clear();
    viewport()->update();
}

void PlanAxis::setSpan(AxisSpan span) {
    m_span = span;
    updateRange();
    scrollToDay(m_current >= 0 ? m_items.at(m_current).place()->date() : m_now.date(), kTodayShare);
    updateGeometry();
    viewport()->update();
}

QString PlanAxis::currentKey() const {
    return m_current >= 0 && m_current < m_items.size() ? m_items.at(m_current).key : QString();
}

void PlanAxis::setCurrentKey(const QString& key) {
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).key == key) {
            setCurrent(i);
            return;
        }
    }
}

void PlanAxis::setCurrent(int index) {
    if (m_items.isEmpty()) {
        return;
    }
    m_current = qBound(0, index, static_cast<int>(m_items.size()) - 1);
    showCurrent();
    setAccessibleDescription(m_items.at(m_current).sentence);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    updateGeometry();
    viewport()->update();
    Q_EMIT currentChanged(currentKey());
}

double PlanAxis::spanDays() const {
    const double course = qMax<double>(7, static_cast<double>(m_first.daysTo(m_last)));
    switch (m_span) {
    case AxisSpan::Course:
        return course;
    case AxisSpan::SevenWeeks:
        return qMin<double>(49, course);
    case AxisSpan::TwoWeeks:
        return qMin<double>(14, course);
    }
    return course;
}

AxisScale PlanAxis::courseScale() const {
    const qreal width = viewport()->width() - axisNamesWidth() - px(kRightPad);
    return {m_first, qMax<double>(7, static_cast<double>(m_first.daysTo(m_last))),
            static_cast<qreal>(axisNamesWidth()), qMax<qreal>(1, width)};
}

AxisScale PlanAxis::detailScale() const {
    AxisScale scale = courseScale();
    scale.start = m_first.addDays(horizontalScrollBar()->value());
    scale.days = spanDays();
    return scale;
}

AxisLayout PlanAxis::arranged() const {
    return layoutAxis({m_items, detailScale(), overviewHeight() + axisHeadHeight(), m_current, m_ghosts});
}

QSize PlanAxis::sizeHint() const {
    return {px(900), arranged().bottom + px(6)};
}

QSize PlanAxis::minimumSizeHint() const {
    return {px(560), sizeHint().height()};
}

void PlanAxis::updateRange() {
    const int most = qMax(0, static_cast<int>(m_first.daysTo(m_last) - static_cast<qint64>(spanDays())));
    horizontalScrollBar()->setRange(0, most);
    horizontalScrollBar()->setPageStep(static_cast<int>(spanDays()));
}

void PlanAxis::scrollToDay(QDate day, double share) {
    const double start = static_cast<double>(m_first.daysTo(day)) - spanDays() * share;
    horizontalScrollBar()->setValue(qRound(start / 7.0) * 7);
}

void PlanAxis::showCurrent() {
    const AxisScale scale = detailScale();
    const QDate day = m_items.at(m_current).place()->date();
    if (day < scale.start.addDays(1) || day > scale.start.addDays(qRound64(scale.days) - 2)) {
        scrollToDay(day, 0.5);
    }
}

void PlanAxis::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    if (!m_first.isValid()) {
        return; // No plan was handed over yet.
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const AxisPicture picture{themeOf(*this), m_items,    courseScale(),      detailScale(), m_now,
                              m_current,      hasFocus(), viewport()->size(), m_ghosts};
    const AxisLayout layout = arranged();
    paintOverview(painter, picture);
    paintDetail(painter, picture, layout);
    paintGhosts(painter, picture, layout);
}

void PlanAxis::walkLane(int direction) {
    const auto order = [](const AxisItem& item) { return static_cast<int>(item.lane); };
    if (m_current < 0) {
        setCurrent(0);
        return;
    }
    const AxisItem& from = m_items.at(m_current);
    for (int lane = order(from) + direction; lane >= 0 && lane < kAxisLaneCount; lane += direction) {
        int best = -1;
        qint64 nearest = std::numeric_limits<qint64>::max();
        for (int i = 0; i < m_items.size(); ++i) {
            const qint64 away = std::abs(m_items.at(i).place()->secsTo(*from.place()));
            if (order(m_items.at(i)) == lane && away < nearest) {
                nearest = away;
                best = i;
            }
        }
        if (best >= 0) {
            setCurrent(best);
            return;
        }
    }
}

void PlanAxis::keyPressEvent(QKeyEvent* event) {
    const bool tries = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Left ? -1 : 1;
        if (tries) {
            constexpr int kWeek = 7;
            const bool isWeek = event->modifiers().testFlag(Qt::ShiftModifier);
            if (m_current >= 0 && m_items.at(m_current).isMovable) {
                Q_EMIT moveTriedBy(currentKey(), isWeek ? kWeek * step : step);
            }
        } else {
            setCurrent(m_current + step);
        }
        return;
    }
    case Qt::Key_Up:
        walkLane(-1);
        return;
    case Qt::Key_Down:
        walkLane(1);
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(static_cast<int>(m_items.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_isTrying) {
            Q_EMIT accepted();
        } else if (m_current >= 0) {
            Q_EMIT opened(currentKey());
        }
        return;
    case Qt::Key_Escape:
        if (!m_isTrying) {
            QAbstractScrollArea::keyPressEvent(event);
        } else {
            m_pressed = -1;
            Q_EMIT left();
        }
        return;
    default: // Everything else is the page's.
        QAbstractScrollArea::keyPressEvent(event);
    }
}

int PlanAxis::itemAt(const QPoint& at) const {
    const AxisLayout layout = arranged();
    int best = -1;
    qreal nearest = pxF(14);
    for (const PlacedItem& placed : layout.items) {
        if (placed.label.contains(at) || (best < 0 && placed.bar.contains(at))) {
            best = placed.index;
        }
        const qreal away = QLineF(placed.glyph, at).length();
        if (away < nearest) {
            nearest = away;
            best = placed.index;
        }
    }
    return best;
}

void PlanAxis::mousePressEvent(QMouseEvent* event) {
    m_pressed = -1;
    if (event->pos().y() < overviewHeight()) {
        mouseMoveEvent(event);
        return;
    }
    const int hit = itemAt(event->pos());
    m_pressed = hit;
    m_pressedAt = event->pos().x();
    m_draggedTo = {};
    if (hit >= 0) {
        setCurrent(hit);
    }
}

void PlanAxis::mouseReleaseEvent(QMouseEvent* event) {
    Q_UNUSED(event)
    m_pressed = -1;
    viewport()->unsetCursor();
}

/// The day follows the mouse from where the step stands; each new day is tried once.
void PlanAxis::dragTo(int x) {
    constexpr int kStartsAfter = 6;
    const AxisItem& item = m_items.at(m_pressed);
    const bool isDrag = m_draggedTo.isValid() || std::abs(x - m_pressedAt) > px(kStartsAfter);
    if (!item.isMovable || !item.target || !isDrag) {
        return;
    }
    viewport()->setCursor(Qt::SizeHorCursor);
    const AxisScale scale = detailScale();
    const QDate day = item.target->date().addDays(qRound((x - m_pressedAt) / scale.width * scale.days));
    if (day != m_draggedTo) {
        m_draggedTo = day;
        Q_EMIT moveTriedTo(item.key, day);
    }
}

void PlanAxis::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressed >= 0) {
        dragTo(event->pos().x());
        return;
    }
    // Dragging over the whole course moves the frame.
    if (event->buttons().testFlag(Qt::LeftButton) && event->pos().y() < overviewHeight()) {
        const AxisScale scale = courseScale();
        const double day = (event->pos().x() - scale.left) / scale.width * scale.days;
        horizontalScrollBar()->setValue(qRound(day - spanDays() / 2));
    }
}

void PlanAxis::mouseDoubleClickEvent(QMouseEvent* event) {
    const int hit = itemAt(event->pos());
    if (hit >= 0 && event->pos().y() >= overviewHeight()) {
        setCurrent(hit);
        Q_EMIT opened(currentKey());
    }
}

void PlanAxis::wheelEvent(QWheelEvent* event) {
    // The page scrolls up and down; only a sideways wheel moves the course.
    if (event->angleDelta().x() == 0) {
        event->ignore();
        return;
    }
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().x() / 40);
}

void PlanAxis::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateGeometry();
}

void PlanAxis::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PlanAxis::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PlanAxis::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        viewport()->update();
    }
}

void PlanAxis::scrollContentsBy(int dx, int dy) {
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    updateGeometry(); // Another stretch may need more rows.
    viewport()->update();
}

} // namespace kairos::ui
