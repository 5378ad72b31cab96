// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kairos::base {

/// A source of 64 random bits: a seam, so that the demo practice is the same for the same seed.
/// Keys and passwords never come from here but from core/security.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    [[nodiscard]] virtual quint64 next() = 0;

    /// A whole number from low to high, both included. Needs low <= high.
    [[nodiscard]] int between(int low, int high);
    /// A number from 0 up to, but not including, 1.
    [[nodiscard]] double unit();
};

/// The operating system's generator.
class SystemRandom final : public RandomSource {
public:
    [[nodiscard]] quint64 next() override;
};

/// SplitMix64: the same numbers for the same seed on every machine (Steele, Lea and Flood 2014).
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    [[nodiscard]] quint64 next() override;

private:
    quint64 m_state;
};

} // namespace kairos::base
