// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace kairos::ui {

class TextLabel;

/// Says what happened and offers to take it back, for 20 seconds or until the next action. Never for
/// failures.
class UndoBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoBar)

public:
    explicit UndoBar(QWidget* parent = nullptr);

    /// Shows the bar with what happened, e.g. "Step moved to Thu 5 Nov."
    void offer(const QString& what);
    /// Takes the bar away: the next action has begun.
    void withdraw();
    /// How long an offer stands, in milliseconds; 20 000 unless told.
    void setLifetime(int ms) { m_timer.setInterval(ms); }
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void undoRequested();
    void withdrawn();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_message;
    QPushButton* m_undo;
    QTimer m_timer;
};

} // namespace kairos::ui
