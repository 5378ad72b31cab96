// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include "core/base/check.h"

#include <QRandomGenerator>

namespace kairos::base {

int RandomSource::between(int low, int high) {
    KAIROS_CHECK(low <= high);
    const auto span = static_cast<quint64>(static_cast<qint64>(high) - low) + 1;
    return static_cast<int>(low + static_cast<qint64>(next() % span));
}

double RandomSource::unit() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

quint64 SystemRandom::next() {
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRandom::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace kairos::base
