// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace kairos::base {
class Clock;
}

namespace kairos::ui {

/// Counts the time since somebody last touched mouse or keyboard. It watches the whole program.
class IdleLock final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleLock)

public:
    /// The clock outlives the lock.
    explicit IdleLock(const base::Clock& clock, QObject* parent = nullptr);

    /// Starts to count from now on. \pre minutes >= 1
    void start(int minutes);
    void setMinutes(int minutes);
    void stop();
    /// Somebody is there.
    void touch();
    /// Milliseconds until the lock falls; 0 when it is due.
    [[nodiscard]] qint64 leftMs() const;
    /// Looks at the clock; called every second.
    void tick();

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const base::Clock& m_clock;
    qint64 m_lastMs = 0;
    qint64 m_spanMs = 0;
    bool m_isRunning = false;
};

} // namespace kairos::ui
