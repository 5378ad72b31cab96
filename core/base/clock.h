// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::base {

/// The time, as a seam: no room reads the wall clock by itself.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01T00:00Z.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    /// Milliseconds that nobody can set: since the PC started, the time it slept included where it is known.
    [[nodiscard]] virtual qint64 steadyMs() const = 0;
    /// Which start of the PC steadyMs() counts from; empty where the PC does not say.
    [[nodiscard]] virtual QString bootId() const = 0;
};

/// The PC's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 steadyMs() const override;
    [[nodiscard]] QString bootId() const override;
};

/// A clock that stands still until it is moved: for tests, the demo practice and pictures.
class ManualClock final : public Clock {
public:
    explicit ManualClock(qint64 nowMs) : m_nowMs(nowMs) {}
    [[nodiscard]] qint64 nowMs() const override { return m_nowMs; }
    [[nodiscard]] qint64 steadyMs() const override { return m_steadyMs; }
    [[nodiscard]] QString bootId() const override { return m_bootId; }
    /// Time passes until it is this moment.
    void set(qint64 nowMs) { advanceMs(nowMs - m_nowMs); }
    void advanceMs(qint64 ms) {
        m_nowMs += ms;
        m_steadyMs += ms;
    }
    /// Somebody sets the clock of the PC: no time passes.
    void setPcClock(qint64 nowMs) { m_nowMs = nowMs; }
    void setBootId(const QString& id) { m_bootId = id; }

private:
    qint64 m_nowMs;
    qint64 m_steadyMs = 1'000'000;
    QString m_bootId = QStringLiteral("one start");
};

/// The PC's clock, moved so that it stood at `startMs` when it was made: the demo practice plays on its own
/// day.
class ShiftedClock final : public Clock {
public:
    /// `real` outlives this clock.
    ShiftedClock(const Clock& real, qint64 startMs) : m_real(real), m_shiftMs(startMs - real.nowMs()) {}
    [[nodiscard]] qint64 nowMs() const override { return m_real.nowMs() + m_shiftMs; }
    [[nodiscard]] qint64 steadyMs() const override { return m_real.steadyMs(); }
    [[nodiscard]] QString bootId() const override { return m_real.bootId(); }

private:
    const Clock& m_real;
    qint64 m_shiftMs;
};

} // namespace kairos::base
