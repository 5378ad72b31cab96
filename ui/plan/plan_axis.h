// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/axis_layout.h"

#include <QAbstractScrollArea>
#include <QHash>

namespace kairos::ui {

/// How much of the course the lower part shows.
enum class AxisSpan { Course, SevenWeeks, TwoWeeks };

/// The plan in time: the whole course above with a frame to drag, a stretch of it below in three strands.
/// Arrows walk the steps, Enter opens one; Alt and an arrow, or dragging, tries a step on another day, and
/// what would move stands as ghosts. The step at hand is named in the accessible description.
class PlanAxis final : public QAbstractScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanAxis)

public:
    explicit PlanAxis(QWidget* parent = nullptr);

    /// Items in the order of time; `now` is the practice's wall time.
    void setItems(QList<AxisItem> items, const QDateTime& now);
    [[nodiscard]] const QList<AxisItem>& items() const { return m_items; }
    void setSpan(AxisSpan span);
    [[nodiscard]] AxisSpan span() const { return m_span; }

    /// Where steps would stand, by key, while a change is tried: Enter then accepts and Escape leaves.
    void showTrial(const QHash<QString, QDateTime>& ghosts);
    void endTrial();
    [[nodiscard]] const QHash<QString, QDateTime>& ghosts() const { return m_ghosts; }

    /// The key of the step at hand; empty while there is none.
    [[nodiscard]] QString currentKey() const;
    void setCurrentKey(const QString& key);
    /// Where everything stands now, for tests and painting.
    [[nodiscard]] AxisLayout arranged() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString& key);
    /// Enter or a double click on a step.
    void opened(const QString& key);
    /// Alt and an arrow: what if the step stood so many days later.
    void moveTriedBy(const QString& key, int days);
    /// Dragged: what if the step stood on that day.
    void moveTriedTo(const QString& key, QDate day);
    /// Enter while a change is tried.
    void accepted();
    /// Escape while a change is tried.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setCurrent(int index);
    void walkLane(int direction);
    void showCurrent();
    void scrollToDay(QDate day, double share);
    void updateRange();
    [[nodiscard]] double spanDays() const;
    [[nodiscard]] AxisScale courseScale() const;
    [[nodiscard]] AxisScale detailScale() const;
    void dragTo(int x);
    [[nodiscard]] int itemAt(const QPoint& at) const;

    QList<AxisItem> m_items;
    QDateTime m_now;
    QDate m_first;
    QDate m_last;
    AxisSpan m_span = AxisSpan::SevenWeeks;
    int m_current = -1;
    QHash<QString, QDateTime> m_ghosts;
    bool m_isTrying = false;
    int m_pressed = -1; ///< the item that the mouse holds
    int m_pressedAt = 0;
    QDate m_draggedTo;
    bool m_placed = false; ///< the first items put today into view
};

} // namespace kairos::ui
