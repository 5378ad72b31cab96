// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::safety {

/// When two figures of a reading look swapped.
struct SwapRule {
    int spo2Below = 0; ///< per cent
    int pulseFrom = 0; ///< beats a minute; both ends count
    int pulseTo = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// When a weight looks like another unit or another patient.
struct WeightSlipRule {
    double changePercent = 0;       ///< of the last weight; more is asked back
    double bodyMassFrom = 0;        ///< kg/m²; both ends are taken
    double bodyMassTo = 0;          ///< kg/m²
    double poundsWithinPercent = 0; ///< of the last weight, when the value is read as pounds
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// What is asked back before it counts, although it can be: the figures of resources/safety/typing.json.
struct TypingRules {
    SwapRule swapped;
    WeightSlipRule weight;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<TypingRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const TypingRules& builtIn();
};

} // namespace kairos::safety
