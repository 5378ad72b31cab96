// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace kairos::ui {

class Card;
class DosingController;
class TextLabel;

/// The running session at a glance: the minute, what is due, the last reading. Drawn anew each second from
/// the stored start.
class MinuteStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MinuteStrip)

public:
    explicit MinuteStrip(DosingController& controller, QWidget* parent = nullptr);

    void redraw();
    [[nodiscard]] QString minuteText() const;
    [[nodiscard]] QString dueText() const;

private:
    void drawDue();
    void drawLast();

    DosingController& m_controller;
    Card* m_clockCard;
    Card* m_dueCard;
    Card* m_lastCard;
    TextLabel* m_minute;
    TextLabel* m_infusion;
    TextLabel* m_given;
    TextLabel* m_due;
    TextLabel* m_dueDetail;
    TextLabel* m_next;
    TextLabel* m_pressure;
    TextLabel* m_signs;
};

} // namespace kairos::ui
