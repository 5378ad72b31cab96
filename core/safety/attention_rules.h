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
    int callAfterHours = 0;    ///< after a patient went home: the call is late then
    int callLookBackDays = 0;  ///< so long a call that nobody made is told
    int lotNoticeDays = 0;     ///< before a lot's last day
    int lotLowVials = 0;       ///< fewer whole vials of a drug are low

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<AttentionRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const AttentionRules& builtIn();

    bool operator==(const AttentionRules&) const = default;
};

} // namespace kairos::safety
