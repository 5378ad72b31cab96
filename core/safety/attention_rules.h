// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace kairos::safety {

/// How far ahead and back the day looks for what needs a person (resources/safety/attention.json).
struct AttentionRules {
    int consentNoticeDays = 0; ///< before a consent ends
    int doseAheadDays = 0;     ///< before a dose: consent, order and screening are looked at
    int closingHours = 0;      ///< before an integration window closes
    int lookBackDays = 0;      ///< after the day a step was meant for

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<AttentionRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const AttentionRules& builtIn();

    bool operator==(const AttentionRules&) const = default;
};

} // namespace kairos::safety
