// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kairos::base {

/// The time, as a seam: no room reads the wall clock by itself.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01T00:00Z.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
};

/// The PC's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 nowMs() const override;
};

/// A clock that stands still until it is moved: for tests, the demo practice and pictures.
class ManualClock final : public Clock {
public:
    explicit ManualClock(qint64 nowMs) : m_nowMs(nowMs) {}
    [[nodiscard]] qint64 nowMs() const override { return m_nowMs; }
    void set(qint64 nowMs) { m_nowMs = nowMs; }
    void advanceMs(qint64 ms) { m_nowMs += ms; }

private:
    qint64 m_nowMs;
};

/// The PC's clock, moved so that it stood at `startMs` when it was made: the demo practice plays on its own
/// day.
class ShiftedClock final : public Clock {
public:
    /// `real` outlives this clock.
    ShiftedClock(const Clock& real, qint64 startMs) : m_real(real), m_shiftMs(startMs - real.nowMs()) {}
    [[nodiscard]] qint64 nowMs() const override { return m_real.nowMs() + m_shiftMs; }

private:
    const Clock& m_real;
    qint64 m_shiftMs;
};

} // namespace kairos::base
