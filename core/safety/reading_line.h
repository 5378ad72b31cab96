// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/reading.h"
#include "core/safety/reading_order.h"
#include "core/safety/safety_rules.h"

#include <QString>

#include <optional>

namespace kairos::safety {

/// The figures of one typed line; what was not typed is absent.
struct TypedReading {
    std::optional<int> systolic;
    std::optional<int> diastolic;
    std::optional<int> pulse;
    std::optional<int> spo2;
    std::optional<int> respiratoryRate;
    std::optional<double> temperature;
    std::optional<int> sedation;

    bool operator==(const TypedReading&) const = default;

    /// Puts the figures into a reading.
    void fill(record::Reading& reading) const;
};

/// Reads a line as it is typed at the bedside, in the practice's order, what comes last left out if wanted:
/// "142/88 72 96", "142/88 72 96 5", "142/88". Single signs by name: "bp 142/88", "hr 72", "spo2 96", "rr
/// 14", "t 36.8", "moaas 4". InvalidInput, naming the figure: no figure at all, a figure outside of what can
/// be, diastolic not below systolic.
[[nodiscard]] base::Result<TypedReading> parseReadingLine(const QString& line, const SafetyRules& rules,
                                                          const ReadingOrder& order = {});

/// The line in words, for the eye before Enter: "142 over 88, pulse 72, oxygen 96 %".
[[nodiscard]] QString readingInWords(const TypedReading& reading);

} // namespace kairos::safety
