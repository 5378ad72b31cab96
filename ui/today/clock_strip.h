// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/today_query.h"

#include <QList>
#include <QWidget>

namespace kairos::ui {

/// Hours since each dose on one scale from 0 to 96 h: the window, now, what is booked, what was held.
/// The window is convention with limited evidence; the card that holds the strip says so.
class ClockStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockStrip)

public:
    explicit ClockStrip(QWidget* parent = nullptr);

    void setClocks(QList<workflow::IntegrationClock> clocks);
    [[nodiscard]] const QList<workflow::IntegrationClock>& clocks() const { return m_clocks; }
    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clockOpened(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect rowRect(int index) const;
    [[nodiscard]] qreal xOf(double hours) const;
    void paintScale(QPainter& painter) const;
    void paintClock(QPainter& painter, int index) const;
    void setCurrent(int index);

    QList<workflow::IntegrationClock> m_clocks;
    int m_current = 0;
};

/// How a window stands, e.g. "5 h 32 min left", "held at 25 h".
[[nodiscard]] QString clockWords(const workflow::IntegrationClock& clock);
/// The whole row for a screen reader.
[[nodiscard]] QString clockSentence(const workflow::IntegrationClock& clock);

} // namespace kairos::ui
