// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace kairos::workflow {

/// The program's clock. It is the PC's clock until a dose runs; from then on it goes by the time that has
/// passed since the PC started, so that a minute stays a minute whoever sets the PC's clock or its zone. The
/// anchor stands in a file of this PC: a program that is killed and comes back goes on with the same clock,
/// as long as the PC itself was not restarted.
class SessionClock final : public base::Clock {
public:
    /// `pc` outlives the clock. `anchorPath` may be empty: then nothing is kept over a restart.
    SessionClock(const base::Clock& pc, const QString& anchorPath);

    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 steadyMs() const override { return m_pc.steadyMs(); }
    [[nodiscard]] QString bootId() const override { return m_pc.bootId(); }

    /// A dose runs: from now on nobody sets this clock. Nothing changes when it is held already.
    void hold();
    /// No dose runs any more: it is the PC's clock again.
    void release();
    [[nodiscard]] bool isHeld() const { return m_anchor.has_value(); }
    /// How far the PC's clock stands from this one since it is held, in milliseconds; none while they agree.
    [[nodiscard]] std::optional<qint64> pcMovedByMs() const;

private:
    struct Anchor {
        QString bootId;
        qint64 steadyMs = 0;
        qint64 wallMs = 0;
    };
    void load();
    void store() const;

    const base::Clock& m_pc;
    QString m_path;
    std::optional<Anchor> m_anchor;
};

} // namespace kairos::workflow
